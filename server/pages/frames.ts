import { deflateRawSync } from 'node:zlib';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { pageMessages, type PageRefusal } from '#domain/wire/protocol.ts';

/** Kinds of y-protocols' sync message. */
const syncKinds = { step1: 0, step2: 1, update: 2 } as const;

/** One message of a client, read but not yet believed. */
export type ClientMessage =
	| { type: 'step1'; stateVector: Uint8Array }
	| { type: 'update'; bytes: Uint8Array; answersStep1: boolean }
	| { type: 'awareness'; bytes: Uint8Array }
	| { type: 'queryAwareness' };

/** Reads one frame; undefined when it is none of the messages that a client may send. */
export function readClientMessage(frame: Uint8Array): ClientMessage | undefined {
	try {
		return readMessage(decoding.createDecoder(frame));
	} catch {
		// lib0 throws where the bytes end too early; such a frame is refused like any unknown one.
		return undefined;
	}
}

function readMessage(decoder: decoding.Decoder): ClientMessage | undefined {
	const type = decoding.readVarUint(decoder);
	if (type === pageMessages.queryAwareness) return { type: 'queryAwareness' };
	if (type === pageMessages.awareness)
		return { type: 'awareness', bytes: decoding.readVarUint8Array(decoder) };
	if (type !== pageMessages.sync) return undefined;
	const kind = decoding.readVarUint(decoder);
	const bytes = decoding.readVarUint8Array(decoder);
	if (kind === syncKinds.step1) return { type: 'step1', stateVector: bytes };
	if (kind !== syncKinds.step2 && kind !== syncKinds.update) return undefined;
	return { type: 'update', bytes, answersStep1: kind === syncKinds.step2 };
}

/** Asks the client for what the server lacks. */
export function step1Frame(stateVector: Uint8Array): Uint8Array {
	return syncFrame(syncKinds.step1, stateVector);
}

/** Answers a client's step 1 with what it lacks. */
export function step2Frame(update: Uint8Array): Uint8Array {
	return syncFrame(syncKinds.step2, update);
}

/** What packing is worth its time for: little saves nothing, much would hold up everybody else. */
const packs = { from: 1_024, upTo: 1024 * 1024, level: 3 } as const;

/** The frame packed, where that is worth it; a text goes over a phone's network at a third of its size. */
export function packFrame(frame: Uint8Array): Uint8Array {
	if (frame.length < packs.from || frame.length > packs.upTo) return frame;
	return build((encoder) => {
		encoding.writeVarUint(encoder, pageMessages.packed);
		encoding.writeVarUint8Array(encoder, deflateRawSync(frame, { level: packs.level }));
	});
}

export function updateFrame(update: Uint8Array): Uint8Array {
	return syncFrame(syncKinds.update, update);
}

function syncFrame(kind: number, bytes: Uint8Array): Uint8Array {
	return build((encoder) => {
		encoding.writeVarUint(encoder, pageMessages.sync);
		encoding.writeVarUint(encoder, kind);
		encoding.writeVarUint8Array(encoder, bytes);
	});
}

/**
 * What is on disk: the state vector, and how many of this socket's updates (steps 2 included) have
 * been written down or refused. The count covers deletions, which no state vector shows.
 */
export function savedFrame(stateVector: Uint8Array, handled: number): Uint8Array {
	return build((encoder) => {
		encoding.writeVarUint(encoder, pageMessages.saved);
		encoding.writeVarUint8Array(encoder, stateVector);
		encoding.writeVarUint(encoder, handled);
	});
}

export function refusedFrame(reason: PageRefusal): Uint8Array {
	return build((encoder) => {
		encoding.writeVarUint(encoder, pageMessages.refused);
		encoding.writeVarString(encoder, reason);
	});
}

/** One person's place in a page, as the others are told; null when they have left. */
export interface PresenceState {
	id: number;
	clock: number;
	state: unknown;
}

export function awarenessFrame(states: readonly PresenceState[]): Uint8Array {
	const body = build((encoder) => {
		encoding.writeVarUint(encoder, states.length);
		for (const { id, clock, state } of states) {
			encoding.writeVarUint(encoder, id);
			encoding.writeVarUint(encoder, clock);
			encoding.writeVarString(encoder, JSON.stringify(state));
		}
	});
	return build((encoder) => {
		encoding.writeVarUint(encoder, pageMessages.awareness);
		encoding.writeVarUint8Array(encoder, body);
	});
}

function build(write: (encoder: encoding.Encoder) => void): Uint8Array {
	const encoder = encoding.createEncoder();
	write(encoder);
	return encoding.toUint8Array(encoder);
}
