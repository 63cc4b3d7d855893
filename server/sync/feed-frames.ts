import type { NounRow } from '#domain/records/nouns.ts';
import { rowsPerFrame, type ChangesFrame } from '#domain/wire/feed.ts';
import type { Departed } from './feed-rows.ts';

/** Builds *changes* frames of at most `rowsPerFrame` entries and sends each when it is full. */
export class FeedFrames {
	readonly #send: (frame: string) => void;
	#frame = emptyFrame();

	constructor(send: (frame: string) => void) {
		this.#send = send;
	}

	addRow(row: NounRow): void {
		this.#frame.rows.push(row);
		this.#flushWhenFull();
	}

	addDeparted({ noun, id, folderId }: Departed): void {
		this.#frame.departed.push({ noun, id, folderId });
		this.#flushWhenFull();
	}

	addStrangers(ids: readonly string[]): void {
		this.#frame.strangers.push(...ids);
	}

	/** Says that these folders are complete up to a version, with all that was added before. */
	complete(folderIds: readonly string[], version: number): void {
		for (const id of folderIds) this.#frame.upTo[id] = version;
		this.flush();
	}

	flush(): void {
		if (isEmpty(this.#frame)) return;
		this.#send(JSON.stringify(this.#frame));
		this.#frame = emptyFrame();
	}

	#flushWhenFull(): void {
		if (this.#frame.rows.length + this.#frame.departed.length >= rowsPerFrame) this.flush();
	}
}

function emptyFrame(): ChangesFrame {
	return { type: 'changes', rows: [], departed: [], strangers: [], upTo: {} };
}

function isEmpty({ rows, departed, strangers, upTo }: ChangesFrame): boolean {
	return rows.length + departed.length + strangers.length + Object.keys(upTo).length === 0;
}
