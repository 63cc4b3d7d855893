import { once } from 'node:events';
import { uuidv7 } from 'uuidv7';
import { WebSocket } from 'ws';
import { audienceOf } from '../../../src/domain/access/audience.ts';
import type { CommandInput, CommandName } from '../../../src/domain/commands/commands.ts';
import type { ChangesFrame, ServerFrame } from '../../../src/domain/wire/feed.ts';
import { feedProtocol } from '../../../src/domain/wire/protocol.ts';

/** A device that follows the feed and keeps nothing: what it costs is the server's and the wire's. */
export class HubDevice {
	/** Called with every frame of rows. */
	onChanges: (frame: ChangesFrame) => void = () => undefined;
	/** How many rows have come. */
	rows = 0;
	/** The version of the copy at the last *caughtUp*. */
	version = 0;
	readonly #socket: WebSocket;
	readonly #waiting = new Map<string, { resolve: () => void; reject: (error: Error) => void }>();

	/** `cursors` say how far its copy of each folder goes, as in *hello*. */
	constructor(url: string, slug: string, key: string, cursors: Readonly<Record<string, number>>) {
		this.#socket = new WebSocket(`${url.replace('http', 'ws')}/sync/feed?w=${slug}`, {
			headers: { authorization: `Bearer ${key}` }
		});
		const audience = audienceOf({ role: 'owner' });
		const hello = { type: 'hello', protocol: feedProtocol, cursors, people: {}, audience };
		this.#socket.on('open', () => this.#socket.send(JSON.stringify(hello)));
		this.#socket.on('message', (data: Buffer) => this.#take(JSON.parse(data.toString()) as ServerFrame));
	}

	/** Resolves with the next frame of a kind: `caughtUp`, or the receipt of a command by its id. */
	heard(what: string): Promise<void> {
		return new Promise((resolve, reject) => this.#waiting.set(what, { resolve, reject }));
	}

	/** Resolves with the receipt; rejects when the server refuses. */
	async push<N extends CommandName>(name: N, input: CommandInput<N>): Promise<void> {
		const id = uuidv7();
		const done = this.heard(id);
		this.#socket.send(JSON.stringify({ type: 'push', id, name, input }));
		await done;
	}

	async close(): Promise<void> {
		const closed = once(this.#socket, 'close');
		this.#socket.close();
		await closed;
	}

	#take(frame: ServerFrame): void {
		if (frame.type === 'caughtUp') this.version = frame.version;
		if (frame.type === 'changes') {
			this.rows += frame.rows.length;
			this.onChanges(frame);
		}
		const key = frame.type === 'receipt' || frame.type === 'refusal' ? frame.id : frame.type;
		const waiting = this.#waiting.get(key);
		this.#waiting.delete(key);
		if (frame.type === 'refusal') waiting?.reject(new Error(`refused: ${frame.code}`));
		else waiting?.resolve();
	}
}
