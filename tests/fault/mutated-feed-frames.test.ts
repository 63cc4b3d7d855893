import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { commandNames, type CommandName } from '#domain/commands/commands.ts';
import { parseJson } from '#domain/kernel/json.ts';
import { parse } from '#domain/kernel/schema.ts';
import type { NounName, RowOf } from '#domain/records/nouns.ts';
import { clientFrameSchema, type ClientFrame } from '#domain/wire/feed.ts';
import { closeCodes, feedProtocol } from '#domain/wire/protocol.ts';
import { commandGenerators } from '../convergence/command-generators.ts';
import type { Scene } from '../convergence/scene.ts';
import { openAttackedFeed, type AttackedFeed, type FeedAttacker } from '../support/attacked-feed.ts';
import { damage, damageJson } from '../support/damage.ts';
import { DeviceCopy } from '../support/feed-client.ts';
import { watchLoop } from '../support/loop-watch.ts';
import { createRandom, type Random } from '../support/random.ts';
import { sized } from '../support/size.ts';
import { openTestWorkspace, type TestWorkspace } from '../support/test-workspace.ts';

const frames = sized(1_000, 8_000);
/** What gets through makes the workspace grow; a new one keeps the pace. */
const framesPerWorkspace = 1_000;
const longestMs = 50;
/** The first frames pay for compiling the code that they meet. */
const warmUp = 100;
const codes: number[] = [closeCodes.badFrame, closeCodes.tooOld];

let home: TestWorkspace;
let feed: AttackedFeed;
/** What the attacker's device holds: its frames name real things. */
let copy: DeviceCopy;
beforeEach(open);
afterEach(close);

async function open(): Promise<void> {
	home = await openTestWorkspace();
	feed = openAttackedFeed(home);
	const folderId = await home.folder('Gudang');
	for (const title of ['Buka', 'Tutup']) await home.page(title, folderId);
}

async function close(): Promise<void> {
	feed.close();
	await home.close();
}

function sceneOf(random: Random): Scene {
	return {
		random,
		now: home.clock.now(),
		one: (noun) => random.pick(copy.of(noun))?.row.id ?? randomUUID(),
		row: <N extends NounName>(noun: N, id: string) =>
			copy.rows.get(`${noun}:${id}`)?.row as RowOf<N> | undefined
	};
}

/** The workspace's counter: every change of a row raises it, and nothing else. */
async function versionNow(): Promise<number> {
	const { version } = await home.services.storage.db
		.selectFrom('workspaces')
		.select('version')
		.executeTakeFirstOrThrow();
	return version;
}

const hello = { type: 'hello', protocol: feedProtocol, cursors: {}, people: {}, audience: null };

/** The frames that a real device sends. */
function honestFrame(scene: Scene): ClientFrame {
	const dice = scene.random.upTo(10);
	if (dice === 0) return { ...hello, type: 'hello' };
	if (dice === 1) return { type: 'presence', pageId: scene.one('pages') };
	const name: CommandName = scene.random.pick(commandNames);
	return { type: 'push', id: randomUUID(), name, input: commandGenerators[name](scene) };
}

async function greet(): Promise<FeedAttacker> {
	const attacker = feed.connect('wulan');
	const caughtUp = attacker.until(({ type }) => type === 'caughtUp');
	attacker.send(Buffer.from(JSON.stringify(hello)));
	await caughtUp;
	copy = new DeviceCopy();
	for (const frame of attacker.heard) copy.apply(frame);
	return attacker;
}

/** Sends one frame and waits for what has to come of it: an answer to a push, or the end. */
async function sendAndWait(attacker: FeedAttacker, bytes: Uint8Array): Promise<void> {
	const json = parseJson(Buffer.from(bytes).toString());
	const read = json.ok ? parse(clientFrameSchema, json.value) : json;
	if (!read.ok || read.value.type !== 'push') return attacker.send(bytes);
	const { id } = read.value;
	const answered = attacker.until(
		(frame) => (frame.type === 'receipt' || frame.type === 'refusal') && frame.id === id
	);
	attacker.send(bytes);
	await answered;
}

/** Once may be the collection of garbage, the test's own most of all: a bad frame does it again. */
async function stallAgain(bytes: Uint8Array): Promise<number> {
	const attacker = await greet();
	const loop = watchLoop();
	// A delay lies between two ticks of the watch: one has to come before the frame, and one behind it.
	const ticks = () => new Promise((resolve) => setTimeout(resolve, 5));
	await ticks();
	loop.skip();
	await sendAndWait(attacker, bytes);
	await ticks();
	const stall = loop.look();
	loop.stop();
	attacker.leave();
	return stall;
}

describe('damaged frames of the feed', () => {
	it(`${frames} of them: nothing refused leaves a trace, nobody waits`, async () => {
		const random = createRandom(7);
		const chance = () => random.upTo(2 ** 30) / 2 ** 30;
		const bytesOf = () => Buffer.from(JSON.stringify(honestFrame(sceneOf(random))));
		let attacker = await greet();
		const counts = { closed: 0, refused: 0, passedOver: 0, carriedOut: 0 };
		const loop = watchLoop();
		let longest = 0;
		const started = performance.now();
		for (let count = 0; count < frames; count++) {
			const isOut = attacker.closed.includes(closeCodes.noMember);
			if (isOut || count % framesPerWorkspace === framesPerWorkspace - 1) {
				expect(feed.faults).toEqual([]);
				await close();
				await open();
				attacker = await greet();
				loop.skip();
			}
			const frame = bytesOf();
			const bytes =
				random.upTo(4) === 0
					? Buffer.from(damage(frame, bytesOf(), chance))
					: Buffer.from(damageJson(frame.toString(), chance));
			const before = await versionNow();
			const heard = attacker.heard.length;
			await sendAndWait(attacker, bytes);
			const answers = attacker.heard.slice(heard).map(({ type }) => type);
			// Who shuts themselves out is gone before the receipt comes.
			const leftAfterwards = attacker.closed.includes(closeCodes.noMember);
			if (answers.includes('receipt') || leftAfterwards) counts.carriedOut += 1;
			else if ((await versionNow()) !== before)
				expect.fail(`was not taken and changed rows: ${bytes.toString()}`);
			else if (attacker.closed.length > 0) counts.closed += 1;
			else if (answers.includes('refusal')) counts.refused += 1;
			else counts.passedOver += 1;
			if (attacker.closed.length > 0 && !leftAfterwards) {
				expect(codes).toContain(attacker.closed[0]);
				attacker.leave();
				attacker = await greet();
			}
			await new Promise((resolve) => setImmediate(resolve));
			const stall = loop.look();
			if (count >= warmUp) longest = Math.max(longest, stall < longestMs ? stall : await stallAgain(bytes));
		}
		loop.stop();
		const seconds = (performance.now() - started) / 1000;
		process.stdout.write(
			`damaged feed frames: ${frames}, ${Math.round(frames / seconds)}/s, ${JSON.stringify(counts)}, ` +
				`longest stall ${longest.toFixed(1)} ms\n`
		);
		expect(feed.faults).toEqual([]);
		expect(Object.keys(Object.prototype)).toEqual([]);
		expect(counts.closed).toBeGreaterThan(frames / 10);
		expect(counts.refused).toBeGreaterThan(frames / 50);
		expect(counts.carriedOut).toBeGreaterThan(frames / 100);
		expect(longest).toBeLessThan(longestMs);
	}, 600_000);
});
