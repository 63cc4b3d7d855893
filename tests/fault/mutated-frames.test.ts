import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { closeCodes } from '#domain/wire/protocol.ts';
import { mergeStored } from '#server/pages/page-log.ts';
import { openAttackedRoom, type AttackedRoom } from '../support/attacked-room.ts';
import { damage, varUint } from '../support/damage.ts';
import { watchLoop } from '../support/loop-watch.ts';
import { editAtRandom } from '../support/random-edits.ts';
import { settledBytes } from '../support/settled-bytes.ts';
import { seededRandom, sized } from '../support/size.ts';
import { openTestWorkspace, type TestWorkspace } from '../support/test-workspace.ts';

/** With the 8,000 of the feed's test these are the 200,000 frames of a full run. */
const frames = sized(19_000, 192_000);
const framesPerTurn = 25;
/** So often a new editor with new honest frames takes over, from the page as it then is. */
const framesPerEditor = 100;
/** What gets through makes the page grow; a new page keeps the pace. */
const framesPerRoom = 1_000;
/** One in so many arrives as it was sent: without those the damaged ones would soon build on nothing. */
const whole = 25;
/** Longest that the server's loop may stand still, in milliseconds. */
const longestMs = 50;
/** The first frames pay for compiling the code that they meet. */
const warmUp = 100;

let home: TestWorkspace;
let folderId: string;
beforeEach(async () => {
	home = await openTestWorkspace();
	folderId = await home.folder('Gudang');
});
afterEach(() => home.close());

/** Frames that a real editor of this page sends: small updates, steps 1 and 2, a caret. */
function honestFrames(state: Uint8Array, clientId: number, random: () => number): Uint8Array[] {
	const doc = new Y.Doc();
	Y.applyUpdate(doc, state);
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

const isEqual = (a: Uint8Array, b: Uint8Array) => Buffer.compare(a, b) === 0;

/** Closes the room, which folds its log: it has not failed, and the disk holds what it held. */
async function closeWhole({ room, log, pageId, faults }: AttackedRoom): Promise<void> {
	const held = settledBytes(room.state);
	await room.close();
	expect([room.ended, faults]).toEqual([undefined, []]);
	const stored = await log.load(pageId);
	expect(stored.tail.rows).toBe(0);
	expect(isEqual(settledBytes(mergeStored(stored)), held)).toBe(true);
}

describe('damaged frames of a page', () => {
	it(`${frames} of them: nothing refused leaves a trace, nobody waits`, async () => {
		const random = seededRandom(99);
		let honest: Uint8Array[] = [];
		const pick = () => honest[Math.floor(random() * honest.length)] as Uint8Array;
		let target = await openAttackedRoom(home, folderId);
		let attacker = target.connect();
		let before = target.room.state;
		const counts = { refused: 0, passedOver: 0, taken: 0 };
		const loop = watchLoop();
		let longest = 0;
		const look = () => (longest = Math.max(longest, loop.look()));
		const started = performance.now();
		for (let count = 0; count < frames; count++) {
			if (count % framesPerRoom === framesPerRoom - 1) {
				await closeWhole(target);
				look();
				target = await openAttackedRoom(home, folderId);
				attacker = target.connect();
				before = target.room.state;
				loop.skip();
			}
			if (count % framesPerEditor === 0) honest = honestFrames(before, 1_000 + count, random);
			const { peer, closed } = attacker;
			const [handled, refusedBefore] = [peer.handled, peer.refusedCount];
			peer.receive(count % whole === 0 ? pick() : damage(pick(), pick(), random));
			const after = target.room.state;
			if (closed.length > 0 || peer.refusedCount > refusedBefore) counts.refused += 1;
			else if (peer.handled === handled) counts.passedOver += 1;
			else {
				counts.taken += 1;
				before = after;
			}
			if (!isEqual(before, after)) expect.fail(`frame ${count} was not taken and changed the page`);
			if (closed.length > 0) {
				expect(closed[0]).toBe(closeCodes.badFrame);
				attacker = target.connect();
			}
			if (count % framesPerTurn > 0) continue;
			await new Promise((resolve) => setImmediate(resolve));
			if (count < warmUp) loop.skip();
			else look();
		}
		await closeWhole(target);
		look();
		loop.stop();
		const seconds = (performance.now() - started) / 1000;
		process.stdout.write(
			`damaged frames: ${frames}, ${Math.round(frames / seconds)}/s, ${JSON.stringify(counts)}, ` +
				`longest stall ${longest.toFixed(1)} ms\n`
		);
		expect(counts.refused).toBeGreaterThan(frames / 4);
		expect(counts.taken).toBeGreaterThan(frames / 50);
		expect(longest).toBeGreaterThan(0);
		expect(longest).toBeLessThan(longestMs);
	}, 600_000);
});
