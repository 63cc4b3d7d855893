import * as Y from 'yjs';
import type { PageRefusal } from '#domain/wire/protocol.ts';
import { packFrame, savedFrame, step2Frame, updateFrame } from './frames.ts';
import type { Committable, GroupCommit, Turn } from './group-commit.ts';
import { decodeUpdate } from './decoded-update.ts';
import { PageDocument, type Admitted } from './page-document.ts';
import type { LogEntry, LogRow, PageLog, StoredPage } from './page-log.ts';
import { Presence, type Present } from './presence.ts';
import { StoredText } from './stored-text.ts';

export type RoomEnd = 'gone' | 'storage';

/** A socket as its room knows it. */
export interface Peer extends Present {
	/** Whether it has been sent the document and gets what follows. */
	live: boolean;
	/** Whether it asked for message 100. */
	readonly wantsSaved: boolean;
	/** Whether it can read packed frames. */
	readonly takesPacked: boolean;
	/** Its updates that have been taken or refused so far. */
	handled: number;
	/** The room cannot go on; the peer's socket has to close. */
	end(reason: RoomEnd): void;
}

export interface RoomDeps {
	log: PageLog;
	commit: GroupCommit;
	/** Told after each commit, with the last position of the log that is on disk. */
	onEdited(pageId: string, seq: number, memberId: string): void;
	/** Told when a room has closed and everything of it is on disk. */
	onClosed(pageId: string): Promise<void>;
	onError(error: unknown): void;
}

/** The log is folded into a state when its tail has grown to this. */
const compactAt = { rows: 500, bytes: 256 * 1024 } as const;

/** Most that a page may hold on disk; a larger one could not be opened on a phone. */
const mostPageBytes = 6 * 1024 * 1024;

interface Pending {
	bytes: Uint8Array;
	memberId: string;
	from: Peer | undefined;
}

/**
 * One open page: its text, who is in it, and what waits for the disk. Nothing leaves before it is there.
 * The document is built when somebody first writes; until then the stored text answers.
 */
export class Room implements Committable {
	readonly pageId: string;
	readonly presence = new Presence<Peer>();
	readonly #stored: Pick<StoredPage, 'updates' | 'clients'>;
	#text: StoredText | PageDocument;
	readonly #deps: RoomDeps;
	readonly #peers = new Set<Peer>();
	#newClients = new Map<number, string>();
	#pending: Pending[] = [];
	#asked: { peer: Peer; stateVector: Uint8Array | undefined }[] = [];
	#acknowledge = new Set<Peer>();
	#waiting: (() => void)[] = [];
	/** The last position given out, and the last that is on disk. */
	#seq: number;
	#writtenSeq: number;
	#tail: { rows: number; bytes: number };
	#stateBytes: number;
	#compacting: Promise<void> | undefined;
	#end: RoomEnd | undefined;

	constructor(pageId: string, stored: StoredPage, deps: RoomDeps) {
		this.pageId = pageId;
		this.#deps = deps;
		this.#seq = stored.seq;
		this.#writtenSeq = stored.seq;
		this.#tail = stored.tail;
		this.#stateBytes = stored.stateBytes;
		this.#stored = stored;
		const [only] = stored.updates;
		this.#text = only && stored.updates.length === 1 ? new StoredText(only) : this.#build();
	}

	/** Why the room ended before its time; undefined while it works. */
	get ended(): RoomEnd | undefined {
		return this.#end;
	}

	get clientCount(): number {
		return this.#text.clientCount;
	}

	get stateVector(): Uint8Array {
		return this.#text.stateVector;
	}

	/** The whole text as it is now, what is not yet on disk included. */
	get state(): Uint8Array {
		return this.#text.state();
	}

	join(peer: Peer): void {
		this.#peers.add(peer);
		this.presence.join(peer);
	}

	leave(peer: Peer): void {
		this.#peers.delete(peer);
		this.presence.leave(peer);
	}

	/** Sends the peer what it lacks, as soon as that is on disk; from then on it is told what follows. */
	answer(peer: Peer, stateVector: Uint8Array | undefined): void {
		this.#asked = this.#asked.filter((asked) => asked.peer !== peer);
		this.#asked.push({ peer, stateVector });
		this.#deps.commit.schedule(this);
	}

	/** Tells the peer what is on disk, after the commit that its updates so far are in. */
	acknowledge(peer: Peer): void {
		if (!peer.wantsSaved) return;
		this.#acknowledge.add(peer);
		this.#deps.commit.schedule(this);
	}

	/** Takes an update of a member who may write, or says why not; then nothing has changed. */
	receive(bytes: Uint8Array, memberId: string, from?: Peer): PageRefusal | undefined {
		if (this.#isFull && !onlyDeletes(bytes)) return 'too_large';
		const admitted = this.#admit(bytes, memberId);
		if (!admitted) return 'malformed';
		if ('refused' in admitted) return admitted.refused;
		for (const client of admitted.newClients) this.#newClients.set(client, memberId);
		if (admitted.news) this.#enqueue([admitted.news], memberId, from);
		this.#enqueue(admitted.tidied, memberId, undefined);
		return undefined;
	}

	get #isFull(): boolean {
		return this.#stateBytes + this.#tail.bytes > mostPageBytes;
	}

	takeTurn(): Turn {
		const pending = this.#pending;
		const entry = this.#toEntry(pending);
		const answers = this.#asked.map(({ peer, stateVector }) => ({
			peer,
			frame: this.#answerFor(peer, stateVector)
		}));
		const saved = this.#savedFrames();
		const waiting = this.#waiting;
		this.#pending = [];
		this.#asked = [];
		this.#waiting = [];
		return {
			entry,
			committed: () => {
				if (entry && !this.#end) this.#written(entry, pending);
				for (const { peer, frame } of answers) this.#begin(peer, frame);
				for (const [peer, frame] of saved) peer.deliver(frame);
				for (const resolve of waiting) resolve();
			},
			failed: (reason) => {
				this.#break(reason);
				for (const resolve of waiting) resolve();
			}
		};
	}

	/** Resolves when everything that was taken so far is on disk, or `ended` says why it never will be. */
	settled(): Promise<void> {
		if (this.#end) return Promise.resolve();
		return new Promise((resolve) => {
			this.#waiting.push(resolve);
			this.#deps.commit.schedule(this);
		});
	}

	/** After the last peer has gone: everything to disk, folded into one state. */
	async close(): Promise<void> {
		await this.settled();
		await this.#compacting;
		if (!this.#end && this.#tail.rows > 0) await this.#compact();
		if (this.#text instanceof PageDocument) this.#text.destroy();
	}

	/** The document itself, for what changes it or proves it. */
	get #document(): PageDocument {
		if (!(this.#text instanceof PageDocument)) this.#text = this.#build();
		return this.#text;
	}

	#build(): PageDocument {
		const document = new PageDocument(this.#stored.clients);
		this.#enqueue(document.load(this.#stored.updates), '', undefined);
		return document;
	}

	#admit(bytes: Uint8Array, memberId: string): Admitted | { refused: PageRefusal } | undefined {
		if (this.#end) return undefined;
		try {
			const isTaken = (client: number) => this.presence.isLiveIdOfOther(client, memberId);
			return this.#document.admit(bytes, memberId, isTaken);
		} catch (error) {
			this.#deps.onError(error);
			this.#break('storage');
			return undefined;
		}
	}

	#enqueue(updates: readonly Uint8Array[], memberId: string, from: Peer | undefined): void {
		if (updates.length === 0) return;
		for (const bytes of updates) this.#pending.push({ bytes, memberId, from });
		this.#deps.commit.schedule(this);
	}

	/** One row for each member who wrote without a colleague in between. */
	#toEntry(pending: readonly Pending[]): LogEntry | undefined {
		if (pending.length === 0) return undefined;
		const rows: LogRow[] = [];
		let run: Uint8Array[] = [];
		for (const [at, { bytes, memberId }] of pending.entries()) {
			run.push(bytes);
			if (pending[at + 1]?.memberId === memberId) continue;
			rows.push({ seq: ++this.#seq, bytes: merge(run), memberId });
			run = [];
		}
		const newClients = this.#newClients;
		this.#newClients = new Map();
		return { pageId: this.pageId, rows, newClients };
	}

	#written(entry: LogEntry, pending: readonly Pending[]): void {
		const last = entry.rows.at(-1);
		this.#writtenSeq = last?.seq ?? this.#writtenSeq;
		this.#tail.rows += entry.rows.length;
		for (const { bytes } of entry.rows) this.#tail.bytes += bytes.length;
		this.#relay(
			entry.rows.map(({ bytes }) => bytes),
			pending
		);
		this.#deps.onEdited(this.pageId, this.#writtenSeq, last?.memberId ?? '');
		if (this.#tail.rows >= compactAt.rows || this.#tail.bytes >= compactAt.bytes)
			this.#compacting ??= this.#compact().finally(() => (this.#compacting = undefined));
	}

	/** One frame for everybody; whoever alone wrote all of it is left out. */
	#relay(rows: Uint8Array[], pending: readonly Pending[]): void {
		const [first] = pending;
		const only = pending.every(({ from }) => from === first?.from) ? first?.from : undefined;
		const frame = updateFrame(merge(rows));
		for (const peer of this.#peers) if (peer.live && peer !== only) peer.deliver(frame);
	}

	#answerFor({ takesPacked }: Peer, stateVector: Uint8Array | undefined): Uint8Array {
		const frame = step2Frame(this.#text.state(stateVector));
		return takesPacked ? packFrame(frame) : frame;
	}

	#begin(peer: Peer, frame: Uint8Array): void {
		peer.live = true;
		peer.deliver(frame);
	}

	#savedFrames(): [Peer, Uint8Array][] {
		if (this.#acknowledge.size === 0) return [];
		const vector = this.stateVector;
		const peers = [...this.#acknowledge];
		this.#acknowledge = new Set();
		return peers.map((peer) => [peer, savedFrame(vector, peer.handled)]);
	}

	/** The document may be ahead of the log by what is being committed: the state then holds that too. */
	async #compact(): Promise<void> {
		const covered = { ...this.#tail };
		const state = this.#document.state();
		try {
			if (!this.#document.isHeldBy(state)) throw new Error('a new state does not load to the same page');
			await this.#deps.log.compact(this.pageId, this.#writtenSeq, state);
			this.#stateBytes = state.length;
			this.#tail.rows -= covered.rows;
			this.#tail.bytes -= covered.bytes;
		} catch (error) {
			// The log stays as it is and holds everything; the next attempt may succeed.
			this.#deps.onError(error);
		}
	}

	#break(reason: RoomEnd): void {
		if (this.#end) return;
		this.#end = reason;
		this.#pending = [];
		this.#newClients = new Map();
		for (const peer of [...this.#peers]) peer.end(reason);
	}
}

function merge(updates: Uint8Array[]): Uint8Array {
	const [first] = updates;
	return updates.length === 1 && first ? first : Y.mergeUpdates(updates);
}

/** Whether an update adds nothing: a page that is full can still be made smaller. */
function onlyDeletes(bytes: Uint8Array): boolean {
	return decodeUpdate(bytes)?.sections.size === 0;
}
