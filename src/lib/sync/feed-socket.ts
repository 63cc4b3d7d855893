import { closeCodes } from '#domain/wire/protocol.ts';
import type { ClientFrame, ServerFrame } from '#domain/wire/feed.ts';
import type { SyncPorts } from './sync-ports.ts';

export type Connection = 'on' | 'connecting' | 'off';

const firstDelayMs = 500;
const longestDelayMs = 30_000;
/** The server pings every 25 s; this long without a frame after a wake, and the line counts as dead. */
const openWithinMs = 10_000;

/** What a socket tells its owner. */
export interface FeedSocketListener {
	/** The line is open: say hello. */
	onOpen(): void;
	onFrame(frame: ServerFrame): void;
	onConnection(connection: Connection): void;
	/** The session has ended: no further try until `wake`. */
	onSignedOut(): void;
	/** The server speaks a newer protocol than this build: no further try. */
	onTooOld(): void;
	/** Whoever is signed in is no member here, or not any more: no further try. */
	onNoMember(): void;
}

/** One line to the feed that comes back by itself: at once when the browser wakes, else with growing pauses. */
export class FeedSocket {
	readonly #ports: SyncPorts;
	readonly #path: string;
	readonly #listener: FeedSocketListener;
	#socket: WebSocket | undefined;
	#attempts = 0;
	#stopped = false;
	/** From a loss until the line works again: a try that may fail is no connection. */
	#lost = false;
	#callOff: () => void = () => undefined;
	readonly #stopListening: (() => void)[];

	constructor(path: string, ports: SyncPorts, listener: FeedSocketListener) {
		this.#path = path;
		this.#ports = ports;
		this.#listener = listener;
		this.#stopListening = [ports.onWake(() => this.wake()), ports.onLost(() => this.reopenLater())];
		this.#connect();
	}

	/** Sends a frame; false when there is no open line. */
	send(frame: ClientFrame): boolean {
		if (this.#socket?.readyState !== 1) return false;
		this.#socket.send(JSON.stringify(frame));
		return true;
	}

	/** Tries at once, whatever pause was planned. */
	wake(): void {
		if (this.#stopped || this.#socket?.readyState === 1) return;
		this.#attempts = 0;
		// A try that began without a network may hang for minutes.
		this.#drop();
		this.#connect();
	}

	/** The line works: the next pause starts short again. */
	settle(): void {
		this.#attempts = 0;
		this.#lost = false;
	}

	/** Ends this line and opens another after the usual pause. */
	reopenLater(): void {
		if (this.#socket) this.#lose(this.#socket, 0);
	}

	stop(): void {
		this.#stopped = true;
		for (const stop of this.#stopListening) stop();
		this.#drop();
		this.#listener.onConnection('off');
	}

	#connect(): void {
		this.#callOff();
		if (!this.#lost) this.#listener.onConnection('connecting');
		const socket = this.#ports.openSocket(this.#path);
		this.#socket = socket;
		this.#callOff = this.#ports.after(openWithinMs, () => this.#lose(socket, 0));
		socket.onopen = () => {
			if (socket !== this.#socket) return;
			this.#callOff();
			this.#listener.onOpen();
		};
		socket.onmessage = ({ data }) => {
			if (socket === this.#socket && typeof data === 'string') this.#read(data);
		};
		socket.onclose = ({ code }) => this.#lose(socket, code);
	}

	#read(data: string): void {
		this.#listener.onFrame(JSON.parse(data) as ServerFrame);
	}

	#lose(socket: WebSocket, code: number): void {
		if (socket !== this.#socket) return;
		this.#drop();
		if (this.#stopped) return;
		this.#lost = true;
		this.#listener.onConnection('off');
		if (code === closeCodes.tooOld) return this.#giveUp();
		if (code === closeCodes.noMember) return this.#listener.onNoMember();
		if (code === closeCodes.sessionEnded) return this.#listener.onSignedOut();
		this.#callOff = this.#ports.after(this.#delay(), () => this.#connect());
	}

	/** Only another build of this app can speak to this server. */
	#giveUp(): void {
		this.stop();
		this.#listener.onTooOld();
	}

	/** Doubles with each attempt and is spread, so that not everybody comes back in the same moment. */
	#delay(): number {
		const delay = Math.min(firstDelayMs * 2 ** this.#attempts++, longestDelayMs);
		return delay * (0.5 + this.#ports.random() / 2);
	}

	#drop(): void {
		this.#callOff();
		const socket = this.#socket;
		this.#socket = undefined;
		if (!socket) return;
		socket.onopen = socket.onmessage = socket.onclose = null;
		socket.close();
	}
}
