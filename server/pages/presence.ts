import { createHash, randomInt } from 'node:crypto';
import * as decoding from 'lib0/decoding';
import { readCaret, type Caret } from '#domain/pages/caret.ts';
import { awarenessFrame, type PresenceState } from './frames.ts';

/** Somebody in a room whose place the others may see. */
export interface Present {
	readonly memberId: string;
	readonly name: string;
	deliver(frame: Uint8Array): void;
}

/** How many colours carets have (tokens.css: --person-1 …). */
const colours = 8;
const most = { messageBytes: 64 * 1024, states: 256, stateBytes: 2_048 } as const;
/** Shortest time between two states of one person, in milliseconds. */
const pauseMs = 100;

/** All that the others learn from a client itself: where its caret stands. Never text. */
interface Told {
	cursor: Caret | null;
}

interface Seat extends PresenceState {
	/** The id that the client itself uses; chosen by it, so nobody else hears of it. */
	ownId: number | undefined;
	sentAt: number;
	timer: NodeJS.Timeout | undefined;
}

/**
 * Who is in a room and where their carets are. The server decides who somebody is and by which id
 * the others know them; a client only says where its own caret stands.
 */
export class Presence<P extends Present> {
	readonly #seats = new Map<P, Seat>();

	join(person: P): void {
		const id = randomInt(1, 2 ** 32);
		this.#seats.set(person, {
			id,
			clock: 0,
			state: null,
			ownId: undefined,
			sentAt: 0,
			timer: undefined
		});
	}

	leave(person: P): void {
		const seat = this.#seats.get(person);
		if (!seat) return;
		clearTimeout(seat.timer);
		this.#seats.delete(person);
		if (seat.state === null) return;
		const gone = awarenessFrame([{ id: seat.id, clock: seat.clock + 1, state: null }]);
		for (const other of this.#seats.keys()) other.deliver(gone);
	}

	/** The client id that somebody's editor announced, if it is not the asker's own. */
	isLiveIdOfOther(clientId: number, memberId: string): boolean {
		for (const [person, { ownId }] of this.#seats) {
			if (ownId === clientId && person.memberId !== memberId) return true;
		}
		return false;
	}

	/** Tells one person where all the others are. Answers even an empty room, as a sign of life. */
	tell(person: P): void {
		const others = [...this.#seats].filter(([other, { state }]) => other !== person && state !== null);
		person.deliver(awarenessFrame(others.map(([, seat]) => seat)));
	}

	/** Takes a client's awareness message; what is not its own state is passed over. */
	receive(person: P, bytes: Uint8Array): void {
		const seat = this.#seats.get(person);
		const own = seat && this.#findOwn(bytes);
		if (!own) return;
		seat.ownId = own.id;
		seat.state = own.state && { ...own.state, user: describe(person) };
		seat.clock += 1;
		// Clients of y-websocket reconnect when they hear nothing for 30 s, however alone they are.
		person.deliver(awarenessFrame([]));
		this.#spread(person, seat);
	}

	/** The one state in a message that is not an echo of what the server has sent. */
	#findOwn(bytes: Uint8Array): { id: number; state: Told | null } | undefined {
		const given = new Set([...this.#seats.values()].map(({ id }) => id));
		const own = readStates(bytes).find(({ id }) => !given.has(id));
		if (!own || own.json.length > most.stateBytes) return undefined;
		const value = readJson(own.json);
		if (value === undefined) return undefined;
		return { id: own.id, state: readTold(value) };
	}

	#spread(person: P, seat: Seat): void {
		if (seat.timer) return;
		const wait = seat.sentAt + pauseMs - performance.now();
		if (wait <= 0) return this.#send(person, seat);
		seat.timer = setTimeout(() => {
			seat.timer = undefined;
			this.#send(person, seat);
		}, wait).unref();
	}

	#send(person: P, seat: Seat): void {
		seat.sentAt = performance.now();
		const frame = awarenessFrame([seat]);
		for (const other of this.#seats.keys()) if (other !== person) other.deliver(frame);
	}
}

function readStates(bytes: Uint8Array): { id: number; json: string }[] {
	if (bytes.length > most.messageBytes) return [];
	try {
		const decoder = decoding.createDecoder(bytes);
		const count = decoding.readVarUint(decoder);
		if (count > most.states) return [];
		return Array.from({ length: count }, () => {
			const id = decoding.readVarUint(decoder);
			decoding.readVarUint(decoder);
			return { id, json: decoding.readVarString(decoder) };
		});
	} catch {
		// Not an awareness update: nobody's place changes.
		return [];
	}
}

function readJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		// Not JSON: passed over like everything else that is not a state.
		return undefined;
	}
}

function readTold(value: unknown): Told | null {
	if (value === null) return null;
	return { cursor: readCaret((value as { cursor?: unknown }).cursor) };
}

function describe({ memberId, name }: Present) {
	return { memberId, name, color: colourOf(memberId) };
}

/** The same person has the same colour everywhere: a number from 0. */
export function colourOf(memberId: string): number {
	return createHash('sha256').update(memberId).digest().readUInt32BE(0) % colours;
}
