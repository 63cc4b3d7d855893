import { createHash } from 'node:crypto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { WebSocket } from 'ws';
import * as Y from 'yjs';
import { closeCodes } from '#domain/wire/protocol.ts';
import { GroupCommit } from '#server/pages/group-commit.ts';
import { createPageLog } from '#server/pages/page-log.ts';
import { PagePeer } from '#server/pages/page-peer.ts';
import { Room } from '#server/pages/room.ts';
import { editAtRandom } from '../support/random-edits.ts';
import { seededRandom, sized } from '../support/size.ts';
import { openTestWorkspace, type TestWorkspace } from '../support/test-workspace.ts';

const frames = sized(20_000, 200_000);
const framesPerTurn = 25;
/** So often a new editor with new honest frames takes over, from the page as it then is. */
const framesPerEditor = 100;
/** What gets through makes the page grow; a new page keeps the pace. */
const framesPerRoom = 5_000;
/** Longest time that one frame may hold everybody else up, in milliseconds. */
const longestMs = 50;

let home: TestWorkspace;
let folderId: string;
let room: Room;
const faults: unknown[] = [];

beforeEach(async () => {
	home = await openTestWorkspace();
	folderId = await home.folder('Gudang');
});
afterEach(() => home.close());

async function openRoom(): Promise<void> {
	const pageId = await home.page('Sasaran', folderId);
	const log = createPageLog(home.services.storage.db, home.clock);
	const onError = (error: unknown) => void faults.push(error);
	const commit = new GroupCommit(log, onError);
	const deps = { log, commit, onEdited: () => undefined, onClosed: () => Promise.resolve(), onError };
	room = new Room(pageId, await log.load(pageId), deps);
}

interface Attacker {
	peer: PagePeer;
	/** Close codes that the server has sent. */
	closed: number[];
}

function connect(): Attacker {
	const closed: number[] = [];
	const socket = {
		readyState: 1,
		OPEN: 1,
		bufferedAmount: 0,
		send: () => undefined,
		close(code: number) {
			closed.push(code);
			socket.readyState = 2;
		}
	};
	const standing = { memberId: 'm', name: '', level: 'edit', validUntil: Infinity } as const;
	const peer = new PagePeer(socket as unknown as WebSocket, room, standing, true, {
		now: () => 0,
		decide: () => Promise.resolve(standing),
		onError: (error) => void faults.push(error)
	});
	peer.start();
	return { peer, closed };
}

/** Frames that a real editor of this page sends: small updates, steps 1 and 2, a caret. */
function honestFrames(clientId: number, random: () => number): Uint8Array[] {
	const doc = new Y.Doc();
	Y.applyUpdate(doc, room.state);
	doc.clientID = clientId;
	const updates: Uint8Array[] = [];
	doc.on('update', (update: Uint8Array) => updates.push(update));
	for (let i = 0; i < 12; i++) editAtRandom(doc, random);
	const sync = (kind: number, bytes: Uint8Array) =>
		new Uint8Array([0, kind, ...varUint(bytes.length), ...bytes]);
	const caret = Buffer.from('{"cursor":{"anchor":{"tname":"body"},"head":{"tname":"body"}}}');
	const presence = new Uint8Array([1, 7, 1, caret.length, ...caret]);
	return [
		...updates.map((update) => sync(2, update)),
		sync(1, Y.encodeStateAsUpdate(doc)),
		sync(0, Y.encodeStateVector(doc)),
		new Uint8Array([1, ...varUint(presence.length), ...presence]),
		new Uint8Array([3])
	];
}

function varUint(value: number): number[] {
	return value < 128 ? [value] : [(value & 127) | 128, ...varUint(value >>> 7)];
}

/** Damages a frame: bytes changed, cut out, doubled, put in, or two frames grown together. */
function mutate(frame: Uint8Array, other: Uint8Array, random: () => number): Uint8Array {
	const bytes = [...frame];
	const damages = 1 + Math.floor(random() * 3);
	for (let i = 0; i < damages; i++) {
		const at = Math.floor(random() * (bytes.length + 1));
		const chance = random();
		if (chance < 0.5) bytes[Math.min(at, bytes.length - 1)] = Math.floor(random() * 256);
		else if (chance < 0.65) bytes.splice(at, 1 + Math.floor(random() * 4));
		else if (chance < 0.8) bytes.splice(at, 0, ...varUint(Math.floor(2 ** (random() * 31))));
		else if (chance < 0.9) bytes.splice(at, 0, ...bytes.slice(at, at + 16));
		else bytes.splice(at, bytes.length, ...other.subarray(Math.floor(random() * other.length)));
	}
	return new Uint8Array(bytes);
}

function fingerprint(): string {
	return createHash('sha256').update(room.state).digest('hex');
}

/** Milliseconds that the work takes, without the time in which the machine was busy elsewhere. */
function timeOf(work: () => void): number {
	const [cpu, began] = [process.cpuUsage(), performance.now()];
	work();
	const { user, system } = process.cpuUsage(cpu);
	return Math.min(performance.now() - began, (user + system) / 1000);
}

it(`survives ${frames} damaged frames: nothing refused leaves a trace, nobody waits`, async () => {
	const random = seededRandom(99);
	let honest: Uint8Array[] = [];
	const pick = () => honest[Math.floor(random() * honest.length)] as Uint8Array;
	await openRoom();
	let attacker = connect();
	let refused = 0;
	let longest = 0;
	let checked = 0;
	const started = performance.now();
	for (let count = 0; count < frames; count++) {
		if (count % framesPerRoom === framesPerRoom - 1) {
			await room.settled();
			expect([room.ended, faults]).toEqual([undefined, []]);
			await openRoom();
			attacker = connect();
		}
		if (count % framesPerEditor === 0) honest = honestFrames(1_000 + count, random);
		const frame = mutate(pick(), pick(), random);
		const isChecked = count % 20 === 0;
		const before = isChecked ? fingerprint() : '';
		const handled = attacker.peer.refusedCount;
		longest = Math.max(
			longest,
			timeOf(() => attacker.peer.receive(frame))
		);
		const wasRefused = attacker.closed.length > 0 || attacker.peer.refusedCount > handled;
		if (wasRefused) refused += 1;
		if (wasRefused && isChecked) {
			checked += 1;
			expect(fingerprint()).toBe(before);
		}
		if (attacker.closed.length > 0) {
			expect(attacker.closed[0]).toBe(closeCodes.badFrame);
			attacker = connect();
		}
		if (count % framesPerTurn === 0) await new Promise((resolve) => setImmediate(resolve));
	}
	const seconds = (performance.now() - started) / 1000;
	await room.settled();
	expect([room.ended, faults]).toEqual([undefined, []]);
	expect(longest).toBeLessThan(longestMs);
	process.stdout.write(
		`damaged frames: ${frames}, ${Math.round(frames / seconds)}/s, refused ${refused} ` +
			`(${checked} compared), longest ${longest.toFixed(1)} ms\n`
	);
}, 300_000);
