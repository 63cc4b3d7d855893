import { uuidv7 } from 'uuidv7';
import { WebSocket } from 'ws';
import type { CommandInput, CommandName } from '#domain/commands/commands.ts';
import { folderOf, type NounName, type NounRow } from '#domain/records/nouns.ts';
import type { ChangesFrame, ReceiptFrame, RefusalFrame, ServerFrame } from '#domain/wire/feed.ts';
import { feedProtocol } from '#domain/wire/protocol.ts';

/** What a device has written down: the whole of its state between two connections. */
export class DeviceCopy {
	rows = new Map<string, NounRow>();
	cursors = new Map<string, number>();
	audience: string | null = null;

	apply(frame: ServerFrame): void {
		if (frame.type === 'welcome') this.#welcome(frame.audience);
		else if (frame.type === 'lost') frame.folderIds.forEach((id) => this.#drop(id));
		else if (frame.type === 'changes') this.#change(frame);
		else if (frame.type === 'caughtUp') {
			for (const { noun, row } of this.rows.values())
				if (noun === 'folders') this.cursors.set(row.id, frame.version);
		}
	}

	hello() {
		const people = [...this.rows.values()].filter(({ noun }) => noun === 'members');
		return {
			type: 'hello',
			protocol: feedProtocol,
			cursors: Object.fromEntries(this.cursors),
			people: Object.fromEntries(people.map(({ row }) => [row.id, row.version])),
			audience: this.audience
		};
	}

	of<N extends NounName>(noun: N) {
		return [...this.rows.values()].filter((entry) => entry.noun === noun);
	}

	/** Everything held, in a form that two copies can be compared by. */
	contents(): NounRow[] {
		return [...this.rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
	}

	/** A copy made for other eyes is dropped in the step that notes the new ones. */
	#welcome(audience: string): void {
		if (audience !== this.audience) for (const id of [...this.cursors.keys()]) this.#drop(id);
		this.audience = audience;
	}

	#change({ rows, departed, strangers, upTo }: ChangesFrame): void {
		for (const { noun, id, folderId } of departed) {
			const held = this.rows.get(`${noun}:${id}`);
			if (held && folderOf<NounName>(held.noun, held.row) === folderId) this.rows.delete(`${noun}:${id}`);
		}
		for (const entry of rows) {
			const key = `${entry.noun}:${entry.row.id}`;
			if (entry.row.deletedAt === null) this.rows.set(key, entry);
			else this.rows.delete(key);
		}
		for (const id of strangers) this.rows.delete(`members:${id}`);
		for (const [id, version] of Object.entries(upTo)) this.cursors.set(id, version);
	}

	#drop(folderId: string): void {
		this.cursors.delete(folderId);
		for (const [key, { noun, row }] of this.rows)
			if (folderOf<NounName>(noun, row) === folderId) this.rows.delete(key);
	}
}

type Waiter = { wanted: (frame: ServerFrame) => boolean; resolve: (frame: ServerFrame) => void };

/** A device as simple as the protocol allows: it applies what comes, and asks nothing again. */
export class FeedClient {
	readonly copy: DeviceCopy;
	readonly frames: ServerFrame[] = [];
	/** The frames as they came, for looking for what should not be in them. */
	readonly texts: string[] = [];
	readonly closed: Promise<{ code: number; reason: string; at: number }>;
	readonly socket: WebSocket;
	#waiters: Waiter[] = [];

	constructor(address: string, headers: Record<string, string>, copy = new DeviceCopy()) {
		this.copy = copy;
		this.socket = new WebSocket(address, { headers });
		this.closed = new Promise((resolve) => {
			this.socket.on('close', (code, reason) =>
				resolve({ code, reason: reason.toString(), at: performance.now() })
			);
		});
		this.socket.on('error', () => undefined);
		this.socket.on('open', () => this.socket.send(JSON.stringify(copy.hello())));
		this.socket.on('message', (data: Buffer) => this.#take(data.toString()));
	}

	/** The first frame, past or future, that fits; fails when the socket closes before. */
	frame<F extends ServerFrame>(wanted: (frame: ServerFrame) => frame is F): Promise<F>;
	frame(wanted: (frame: ServerFrame) => boolean): Promise<ServerFrame>;
	frame(wanted: (frame: ServerFrame) => boolean): Promise<ServerFrame> {
		const past = this.frames.find(wanted);
		if (past) return Promise.resolve(past);
		return new Promise((resolve, reject) => {
			this.#waiters.push({ wanted, resolve });
			void this.closed.then(({ code }) => reject(new Error(`the socket closed with ${code}`)));
		});
	}

	/** The next frame of a type from now on. */
	next<T extends ServerFrame['type']>(type: T): Promise<ServerFrame & { type: T }> {
		const seen = this.frames.length;
		return this.frame(
			(frame): frame is ServerFrame & { type: T } => frame.type === type && this.frames.indexOf(frame) >= seen
		);
	}

	/** Whether this connection has had its first complete copy. */
	get caught(): boolean {
		return this.frames.some(({ type }) => type === 'caughtUp');
	}

	/** Waits for the frame after which this copy is equal to another one. */
	async agrees(copy: DeviceCopy): Promise<void> {
		const wanted = JSON.stringify(copy.contents());
		if (JSON.stringify(this.copy.contents()) === wanted) return;
		const seen = this.frames.length;
		await this.frame(
			(frame) => this.frames.indexOf(frame) >= seen && JSON.stringify(this.copy.contents()) === wanted
		);
	}

	caughtUp() {
		return this.frame((frame) => frame.type === 'caughtUp');
	}

	/** Sends one command and waits for what became of it. */
	async push<N extends CommandName>(
		name: N,
		input: CommandInput<N>,
		id = uuidv7()
	): Promise<ReceiptFrame | RefusalFrame> {
		this.socket.send(JSON.stringify({ type: 'push', id, name, input }));
		return this.frame(
			(frame): frame is ReceiptFrame | RefusalFrame =>
				(frame.type === 'receipt' || frame.type === 'refusal') && frame.id === id
		);
	}

	async close(): Promise<void> {
		this.socket.close();
		await this.closed;
	}

	#take(text: string): void {
		const frame = JSON.parse(text) as ServerFrame;
		this.texts.push(text);
		this.frames.push(frame);
		this.copy.apply(frame);
		this.#waiters = this.#waiters.filter(({ wanted, resolve }) => {
			if (!wanted(frame)) return true;
			resolve(frame);
			return false;
		});
	}
}
