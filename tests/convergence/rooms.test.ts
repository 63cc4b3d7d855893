import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as Y from 'yjs';
import { GroupCommit } from '#server/pages/group-commit.ts';
import { createPageLog, mergeStored, type PageLog } from '#server/pages/page-log.ts';
import { Room } from '#server/pages/room.ts';
import { editAtRandom } from '../support/random-edits.ts';
import { settledBytes } from '../support/settled-bytes.ts';
import { SimulatedEditor } from '../support/simulated-editor.ts';
import { seededRandom, sized } from '../support/size.ts';
import { openTestWorkspace, type TestWorkspace } from '../support/test-workspace.ts';

const runs = sized(10, 300);
const editors = 8;
const operations = 200;

let home: TestWorkspace;
let folderId: string;
beforeAll(async () => {
	// What survives a power cut is tested elsewhere; here the disk would only slow 60,000 commits down.
	const memory = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();
	home = await openTestWorkspace(mkdtempSync(join(memory, 'rapi-')));
	folderId = await home.folder('Gudang');
});
afterAll(() => home.close());

function fail(error: unknown): never {
	throw error;
}

async function openRoom() {
	const pageId = await home.page('Terima barang', folderId);
	const log = createPageLog(home.services.storage.db, home.clock);
	const commit = new GroupCommit(log, fail);
	const deps = { log, commit, onEdited: () => undefined, onClosed: () => Promise.resolve(), onError: fail };
	return { pageId, log, room: new Room(pageId, await log.load(pageId), deps) };
}

/** One moment of a bad day: somebody's line breaks or heals, a tab reloads, some frames get through. */
function disturb(all: SimulatedEditor[], random: () => number): void {
	const editor = all[Math.floor(random() * all.length)];
	const chance = random();
	if (chance < 0.04 && editor) editor.cutOff = true;
	else if (chance < 0.07 && editor) editor.reload();
	else if (chance < 0.1) {
		for (const one of all.filter(({ cutOff }) => cutOff)) {
			one.cutOff = false;
			if (random() < 0.5) one.connect();
		}
	}
	for (const one of all) one.carry(Math.floor(random() * 4), random);
}

async function heal(all: SimulatedEditor[], room: Room): Promise<void> {
	for (const editor of all) {
		editor.cutOff = false;
		editor.connect();
	}
	for (let moved = true; moved;) {
		moved = false;
		for (const editor of all) moved = editor.carryAll() || moved;
		await room.settled();
		moved = all.some(({ toClient, toServer }) => toClient.length + toServer.length > 0) || moved;
	}
}

async function run(seed: number): Promise<void> {
	const random = seededRandom(seed);
	const { pageId, log, room } = await openRoom();
	const people = ['rara', 'yoga', 'dimas', 'wulan'] as const;
	const all = Array.from(
		{ length: editors },
		(_, at) => new SimulatedEditor(room, home.memberId(people[at % people.length] ?? 'rara'))
	);
	for (let operation = 0; operation < operations; operation++) {
		for (const editor of all) editAtRandom(editor.doc, random);
		disturb(all, random);
		if (operation % 2 === 0) await new Promise((resolve) => setImmediate(resolve));
	}
	await heal(all, room);
	const expected = await storedBytes(log, pageId);
	for (const { doc, refusals } of all) {
		expect(Buffer.compare(settledBytes(Y.encodeStateAsUpdate(doc)), expected)).toBe(0);
		expect(refusals.filter((reason) => reason !== 'missing_predecessor')).toEqual([]);
	}
	for (const editor of all) editor.disconnect();
	await room.close();
	expect(Buffer.compare(await storedBytes(log, pageId), expected)).toBe(0);
}

async function storedBytes(log: PageLog, pageId: string): Promise<Uint8Array> {
	return settledBytes(mergeStored(await log.load(pageId)));
}

it(`ends ${runs} bad days of ${editors} editors with the same bytes everywhere, disk included`, async () => {
	const started = performance.now();
	for (let seed = 1; seed <= runs; seed++) await run(seed);
	const seconds = Math.round((performance.now() - started) / 1000);
	process.stdout.write(`convergence: ${runs} runs of ${editors} x ${operations} in ${seconds} s\n`);
}, 600_000);
