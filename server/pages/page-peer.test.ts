import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { WebSocket } from 'ws';
import * as Y from 'yjs';
import { closeCodes, pageMessages } from '#domain/wire/protocol.ts';
import { savedFrame } from './frames.ts';
import { PagePeer } from './page-peer.ts';
import type { Room } from './room.ts';

const mebibyte = 1024 * 1024;
const seen = { wantsSaved: true, takesPacked: false };
const standing = { memberId: 'm', name: '', level: 'edit', validUntil: Infinity } as const;

/** A socket whose buffer is as full as a test says, and a room that confirms at once. */
function openPeer() {
	const sent: Uint8Array[] = [];
	const line = { cork: vi.fn(), uncork: vi.fn() };
	const socket = {
		readyState: 1,
		OPEN: 1,
		bufferedAmount: 0,
		closed: 0,
		send: (frame: Uint8Array) => sent.push(frame),
		close(code: number) {
			socket.closed = code;
			socket.readyState = 2;
		}
	};
	const room = {
		pageId: 'p',
		stateVector: Y.encodeStateVector(new Y.Doc()),
		clientCount: 0,
		presence: { tell: () => undefined },
		join: () => undefined,
		leave: () => undefined,
		receive: () => 'schema',
		answer: () => undefined,
		acknowledge: (peer: PagePeer) => peer.deliver(savedFrame(room.stateVector, peer.handled))
	};
	const peer = new PagePeer(socket as unknown as WebSocket, room as unknown as Room, standing, seen, {
		line,
		now: () => 0,
		decide: () => Promise.resolve(standing),
		onError: (error) => {
			throw error;
		}
	});
	peer.start();
	return { peer, socket, line, told: () => sent.splice(0).map(nameOf) };
}

function nameOf(frame: Uint8Array): string {
	const decoder = decoding.createDecoder(frame);
	const type = decoding.readVarUint(decoder);
	if (type === pageMessages.refused) return `refused ${decoding.readVarString(decoder)}`;
	if (type === pageMessages.saved) return 'saved';
	return type === pageMessages.sync && decoding.readVarUint(decoder) === 0 ? 'step 1' : 'other';
}

function updateOf(bytes: Uint8Array, kind = 2): Uint8Array {
	const frame = encoding.createEncoder();
	for (const number of [pageMessages.sync, kind]) encoding.writeVarUint(frame, number);
	encoding.writeVarUint8Array(frame, bytes);
	return encoding.toUint8Array(frame);
}

beforeEach(() => void vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] }));
afterEach(() => void vi.useRealTimers());

it('tells a refusal and asks anew, before saved, when a slow socket has drained', () => {
	const { peer, socket, told } = openPeer();
	expect(told()).toEqual(['step 1']);
	socket.bufferedAmount = 2 * mebibyte;
	peer.receive(updateOf(new Uint8Array([9])));
	expect(told()).toEqual([]);
	socket.bufferedAmount = 0;
	vi.advanceTimersByTime(50);
	expect(told()).toEqual(['refused schema', 'step 1', 'saved']);
	vi.advanceTimersByTime(1_000);
	expect(told()).toEqual([]);
});

it('sends nothing to a slow socket until it has drained', () => {
	const { peer, socket, told } = openPeer();
	told();
	socket.bufferedAmount = 2 * mebibyte;
	peer.deliver(updateOf(new Uint8Array([1])));
	socket.bufferedAmount = mebibyte / 2;
	vi.advanceTimersByTime(200);
	peer.deliver(updateOf(new Uint8Array([2])));
	expect(told()).toEqual([]);
	expect(peer.live).toBe(false);
});

it('closes a socket that takes nothing for a minute, and one that is far behind', () => {
	const stalled = openPeer();
	stalled.socket.bufferedAmount = 2 * mebibyte;
	stalled.peer.deliver(updateOf(new Uint8Array([1])));
	vi.advanceTimersByTime(61_000);
	expect(stalled.socket.closed).toBe(closeCodes.tooSlow);
	const full = openPeer();
	full.socket.bufferedAmount = 9 * mebibyte;
	full.peer.deliver(updateOf(new Uint8Array([1])));
	expect(full.socket.closed).toBe(closeCodes.tooSlow);
});

it('closes a socket that asks for the whole page again and again', () => {
	const { peer, socket } = openPeer();
	const step1 = updateOf(Y.encodeStateVector(new Y.Doc()), 0);
	for (let asked = 0; asked < 50; asked++) peer.receive(step1);
	expect(socket.closed).toBe(0);
	peer.receive(step1);
	expect(socket.closed).toBe(closeCodes.tooSlow);
});

it('lets what one turn of the loop sends leave together', async () => {
	const { peer, line } = openPeer();
	peer.deliver(updateOf(new Uint8Array([1])));
	peer.deliver(updateOf(new Uint8Array([2])));
	expect([line.cork.mock.calls.length, line.uncork.mock.calls.length]).toEqual([1, 0]);
	await new Promise((resolve) => process.nextTick(resolve));
	expect(line.uncork).toHaveBeenCalledTimes(1);
	peer.deliver(updateOf(new Uint8Array([3])));
	expect(line.cork).toHaveBeenCalledTimes(2);
});
