import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';
import * as Y from 'yjs';
import * as decoding from 'lib0/decoding';
import { atLeast } from '#domain/access/level.ts';
import { closeCodes, type PageRefusal } from '#domain/wire/protocol.ts';
import { readClientMessage, refusedFrame, step1Frame, type ClientMessage } from './frames.ts';
import type { Peer, Room, RoomEnd } from './room.ts';
import type { Standing, Verdict } from './standing.ts';
import { TokenBucket } from '../http/token-bucket.ts';

export interface PeerDeps {
	/** The line under the socket: what one turn of the loop sends leaves together. */
	line: Pick<Duplex, 'cork' | 'uncork'>;
	now(): number;
	/** Decides anew what this visitor may do here. */
	decide(): Promise<Verdict>;
	onError(error: unknown): void;
}

/** Above `full` waiting for a socket, live frames stop until it has drained; above `tooMuch` it closes. */
const waiting = { full: 1024 * 1024, drained: 64 * 1024, tooMuch: 8 * 1024 * 1024 } as const;
const drainCheckMs = 50;
const stalledMs = 60_000;

/** What one socket may send: far above what hands can type, and enough to send years of work at once. */
const rate = {
	messages: { perSecond: 2_000, burst: 50_000 },
	bytes: { perSecond: 4 * 1024 * 1024, burst: 64 * 1024 * 1024 },
	/** Each step 1 makes the server write out a page. */
	answers: { perSecond: 5, burst: 50 }
} as const;

/** Most bytes that may wait while it is decided anew what somebody may do. */
const heldBytes = 1024 * 1024;

/**
 * One socket in a room. While it is in doubt what its person may do, nothing is read from it and
 * nothing is sent to it.
 */
export class PagePeer implements Peer {
	readonly wantsSaved: boolean;
	readonly takesPacked: boolean;
	live = false;
	handled = 0;
	/** How many of its updates were not taken. */
	refusedCount = 0;
	readonly room: Room;
	readonly #socket: WebSocket;
	readonly #deps: PeerDeps;
	readonly #messages: TokenBucket;
	readonly #bytes: TokenBucket;
	readonly #answers: TokenBucket;
	#standing: Standing;
	#deciding = false;
	#doubted = false;
	#inbox: Uint8Array[] = [];
	#inboxBytes = 0;
	#outbox: Uint8Array[] = [];
	#outboxBytes = 0;
	#behind = false;
	#corked = false;
	#askedForStep2 = false;
	/** Refusals that could not be told while the socket was behind. */
	#untold = new Set<PageRefusal>();

	constructor(
		socket: WebSocket,
		room: Room,
		standing: Standing,
		{ wantsSaved, takesPacked }: Pick<Peer, 'wantsSaved' | 'takesPacked'>,
		deps: PeerDeps
	) {
		this.#socket = socket;
		this.room = room;
		this.#standing = standing;
		this.wantsSaved = wantsSaved;
		this.takesPacked = takesPacked;
		this.#deps = deps;
		const now = performance.now();
		this.#messages = new TokenBucket(rate.messages.perSecond, rate.messages.burst, now);
		this.#bytes = new TokenBucket(rate.bytes.perSecond, rate.bytes.burst, now);
		this.#answers = new TokenBucket(rate.answers.perSecond, rate.answers.burst, now);
	}

	get pageId(): string {
		return this.room.pageId;
	}

	get memberId(): string {
		return this.#standing.memberId;
	}

	get name(): string {
		return this.#standing.name;
	}

	/** Enters the room: asks the client for what the server lacks, and tells it who is here. */
	start(): void {
		this.room.join(this);
		this.#ask();
		this.room.presence.tell(this);
	}

	/** What this person may do may have changed: decides anew before anything else passes. */
	doubt(): void {
		this.#doubted = true;
		if (this.#deciding) return;
		this.#deciding = true;
		void this.#decide();
	}

	/** Called now and then: notices that a decision has run out. */
	tick(): void {
		if (this.#deps.now() >= this.#standing.validUntil) this.doubt();
	}

	/** Takes one frame from the socket. */
	receive(frame: Uint8Array): void {
		this.tick();
		if (!this.#deciding) return this.#handle(frame);
		this.#inbox.push(frame);
		this.#inboxBytes += frame.length;
		if (this.#inboxBytes > heldBytes) this.#close('tooSlow');
	}

	deliver(frame: Uint8Array): void {
		this.tick();
		if (this.#deciding) this.#hold(frame);
		else this.#send(frame);
	}

	end(reason: RoomEnd): void {
		this.#close(reason === 'gone' ? 'notFound' : 'failed');
	}

	async #decide(): Promise<void> {
		let verdict: Verdict = 'signedOut';
		try {
			while (this.#doubted) {
				this.#doubted = false;
				verdict = await this.#deps.decide();
			}
		} catch (error) {
			this.#deps.onError(error);
			return this.#close('failed');
		}
		this.#deciding = false;
		if (verdict === 'signedOut') return this.#close('sessionEnded');
		if (verdict === 'noPage') return this.#close('accessChanged');
		this.#standing = verdict;
		this.#release();
	}

	/** Passes on what waited for the decision, in order. */
	#release(): void {
		const { inbox, outbox } = { inbox: this.#inbox, outbox: this.#outbox };
		this.#inbox = [];
		this.#inboxBytes = 0;
		this.#outbox = [];
		this.#outboxBytes = 0;
		for (const frame of outbox) this.deliver(frame);
		for (const frame of inbox) this.receive(frame);
	}

	#hold(frame: Uint8Array): void {
		if (this.#behind) return;
		this.#outbox.push(frame);
		this.#outboxBytes += frame.length;
		if (this.#outboxBytes <= heldBytes) return;
		this.#outbox = [];
		this.#outboxBytes = 0;
		this.#fallBehind();
	}

	#handle(frame: Uint8Array): void {
		if (this.#socket.readyState !== this.#socket.OPEN) return;
		const now = performance.now();
		if (!this.#messages.take(1, now) || !this.#bytes.take(frame.length, now)) {
			this.#refuse('too_fast');
			return this.#close('tooSlow');
		}
		const message = readClientMessage(frame);
		if (!message) return this.#close('badFrame');
		if (message.type === 'step1') this.#answer(message.stateVector);
		else if (message.type === 'update') this.#take(message);
		else if (message.type === 'awareness') this.room.presence.receive(this, message.bytes);
		else this.room.presence.tell(this);
	}

	#answer(stateVector: Uint8Array): void {
		if (!this.#answers.take(1, performance.now())) return this.#close('tooSlow');
		if (!isStateVector(stateVector, this.room.clientCount)) return this.#close('badFrame');
		this.room.answer(this, stateVector);
	}

	#take(message: ClientMessage & { type: 'update' }): void {
		if (message.answersStep1) this.#askedForStep2 = false;
		const refusal = this.#judge(message.bytes);
		this.handled += 1;
		if (refusal) this.#refuse(refusal);
		if (refusal === 'missing_predecessor') this.#ask();
		if (refusal === 'malformed') this.#close('badFrame');
		this.room.acknowledge(this);
	}

	#judge(bytes: Uint8Array): PageRefusal | undefined {
		if (isEmpty(bytes)) return undefined;
		if (!atLeast(this.#standing.level, 'edit')) return 'read_only';
		return this.room.receive(bytes, this.memberId, this);
	}

	#ask(): void {
		if (this.#askedForStep2) return;
		this.#askedForStep2 = true;
		this.deliver(step1Frame(this.room.stateVector));
	}

	#refuse(reason: PageRefusal): void {
		this.refusedCount += 1;
		if (this.wantsSaved) this.#tellRefusal(reason);
	}

	/** Whether the frame went out. */
	#send(frame: Uint8Array): boolean {
		if (this.#behind || this.#socket.readyState !== this.#socket.OPEN) return false;
		const { bufferedAmount } = this.#socket;
		if (bufferedAmount > waiting.tooMuch) this.#close('tooSlow');
		else if (bufferedAmount > waiting.full) this.#fallBehind();
		else this.#write(frame);
		return bufferedAmount <= waiting.full;
	}

	#write(frame: Uint8Array): void {
		if (!this.#corked) {
			this.#corked = true;
			this.#deps.line.cork();
			process.nextTick(() => {
				this.#corked = false;
				this.#deps.line.uncork();
			});
		}
		this.#socket.send(frame, { binary: true, compress: false });
	}

	/** Stops sending; when everything has gone out the whole page is sent anew. */
	#fallBehind(): void {
		this.#behind = true;
		this.live = false;
		const since = performance.now();
		const check = setInterval(() => {
			if (this.#socket.readyState !== this.#socket.OPEN) return clearInterval(check);
			if (performance.now() - since > stalledMs) this.#close('tooSlow');
			if (this.#socket.bufferedAmount > waiting.drained || this.#deciding) return;
			clearInterval(check);
			this.#behind = false;
			this.#tellAnew();
			this.room.answer(this, undefined);
			this.room.presence.tell(this);
			this.room.acknowledge(this);
		}, drainCheckMs).unref();
	}

	/** Before *saved* counts them as dealt with: what was refused, and the question that may have been dropped. */
	#tellAnew(): void {
		const untold = this.#untold;
		this.#untold = new Set();
		for (const reason of untold) this.#tellRefusal(reason);
		this.#askedForStep2 = false;
		this.#ask();
	}

	#tellRefusal(reason: PageRefusal): void {
		if (!this.#send(refusedFrame(reason))) this.#untold.add(reason);
	}

	#close(reason: keyof typeof closeCodes): void {
		this.#socket.close(closeCodes[reason], reason);
		this.room.leave(this);
	}
}

/** An update with no structs and no deletions: what a client answers that has nothing to add. */
function isEmpty(bytes: Uint8Array): boolean {
	return bytes.length === 2 && bytes[0] === 0 && bytes[1] === 0;
}

/** A state vector far longer than the page has writers is a bomb. */
function isStateVector(bytes: Uint8Array, clientCount: number): boolean {
	try {
		const declared = decoding.readVarUint(decoding.createDecoder(bytes));
		if (declared > 4 * clientCount + 1_000) return false;
		Y.decodeStateVector(bytes);
		return true;
	} catch {
		// Not a state vector at all: the caller closes the socket.
		return false;
	}
}
