import { zipSync } from 'fflate';
import * as encoding from 'lib0/encoding';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { mergeStored } from '#server/pages/page-log.ts';
import { importLimits, readZip } from '#server/import/source-files.ts';
import { openAttackedRoom, type AttackedRoom, type Attacker } from '../support/attacked-room.ts';
import { settledBytes } from '../support/settled-bytes.ts';
import { openTestWorkspace, type TestWorkspace } from '../support/test-workspace.ts';

/** Longest that one bomb may hold everybody else up, in milliseconds. */
const longestMs = 5;
/** Longest that anything may, in milliseconds. */
const longestStallMs = 50;

let home: TestWorkspace;
let folderId: string;
let target: AttackedRoom;
beforeEach(async () => {
	home = await openTestWorkspace();
	folderId = await home.folder('Gudang');
	target = await openAttackedRoom(home, folderId);
	await target.room.settled();
});
afterEach(() => home.close());

/** A frame of y-websocket: message type, then whatever follows. */
function frameOf(write: (encoder: encoding.Encoder) => void): Uint8Array {
	const encoder = encoding.createEncoder();
	write(encoder);
	return encoding.toUint8Array(encoder);
}

function updateFrame(update: Uint8Array): Uint8Array {
	return frameOf((e) => {
		for (const number of [0, 2]) encoding.writeVarUint(e, number);
		encoding.writeVarUint8Array(e, update);
	});
}

/** A message that says of so many clients where their carets are. */
function presenceFrame(declared: number, written: number): Uint8Array {
	const body = frameOf((e) => {
		encoding.writeVarUint(e, declared);
		for (let client = 1; client <= written; client++) {
			for (const number of [client, 1]) encoding.writeVarUint(e, number);
			encoding.writeVarString(e, '{}');
		}
	});
	return frameOf((e) => {
		encoding.writeVarUint(e, 1);
		encoding.writeVarUint8Array(e, body);
	});
}

function docWithLine() {
	const doc = new Y.Doc();
	const paragraph = new Y.XmlElement('paragraph');
	const line = new Y.XmlText();
	paragraph.insert(0, [line]);
	doc.getXmlFragment('body').insert(0, [paragraph]);
	return { doc, line };
}

/** Updates of one keystroke each, of an author whose first update never comes. */
function orphans(count: number): Uint8Array[] {
	const { doc, line } = docWithLine();
	const updates: Uint8Array[] = [];
	doc.on('update', (update: Uint8Array) => updates.push(update));
	for (let i = 0; i < count; i++) line.insert(0, 'x');
	return updates;
}

/** The same as one update: a step 2 for somebody who has the first update. */
function orphansInOne(count: number): Uint8Array {
	const { doc, line } = docWithLine();
	const first = Y.encodeStateVector(doc);
	for (let i = 0; i < count; i++) line.insert(0, 'x');
	return Y.encodeStateAsUpdate(doc, first);
}

/** Milliseconds of work at best of some tries: the others tell how busy the machine was. */
function quickest(tries: number, work: () => void): number {
	let best = Infinity;
	for (let i = 0; i < tries; i++) {
		const started = performance.now();
		work();
		best = Math.min(best, performance.now() - started);
	}
	return best;
}

async function storedState(): Promise<Buffer> {
	await target.room.settled();
	return Buffer.from(settledBytes(mergeStored(await target.log.load(target.pageId))));
}

/** Frames that tell of documents or carets, the empty sign of life left out. */
function news({ heard }: Attacker): Uint8Array[] {
	return heard.filter((frame) => frame[0] === 1 && frame.length > 3);
}

describe('a bomb', () => {
	it('of 20,000 updates that build on what is missing is refused one by one and kept nowhere', async () => {
		const attacker = target.connect();
		const before = [await storedState(), Buffer.from(target.room.state)];
		const frames = orphans(20_000).map(updateFrame);
		const whole = quickest(1, () => {
			for (const frame of frames) attacker.peer.receive(frame);
		});
		expect(attacker.peer.refusedCount).toBe(20_000);
		expect(whole / frames.length).toBeLessThan(longestMs / 10);
		expect([await storedState(), Buffer.from(target.room.state)]).toEqual(before);
		expect([target.room.ended, target.faults, attacker.closed]).toEqual([undefined, [], []]);
		const questions = attacker.heard.filter((frame) => frame[0] === 0 && frame[1] === 0);
		expect(questions, 'asks once for what is missing').toHaveLength(1);
	});

	it('of 20,000 such updates in one is refused whole', async () => {
		const attacker = target.connect();
		const before = [await storedState(), Buffer.from(target.room.state)];
		const frame = updateFrame(orphansInOne(20_000));
		const ms = quickest(10, () => attacker.peer.receive(frame));
		expect(attacker.peer.refusedCount).toBe(10);
		expect(ms, 'reading it takes its time, and no more').toBeLessThan(longestStallMs);
		expect([await storedState(), Buffer.from(target.room.state)]).toEqual(before);
	});

	it.each([
		['all written out', 100_000],
		['declared only', 3]
	])('of 100,000 carets in one frame, %s, reaches nobody', async (_title, written) => {
		const [attacker, reader] = [target.connect(), target.connect('reader')];
		const before = await storedState();
		const frame = presenceFrame(100_000, written);
		expect(quickest(5, () => attacker.peer.receive(frame))).toBeLessThan(longestMs);
		expect(await storedState()).toEqual(before);
		expect(news(reader)).toEqual([]);
		attacker.peer.receive(presenceFrame(1, 1));
		expect(news(reader), 'an honest caret does reach the reader').toHaveLength(1);
	});

	it('of a zip with too many entries is refused before anything is made of it', async () => {
		const zip = zipOf(importLimits.entries + 1);
		const started = performance.now();
		expect(await importOf(zip)).toMatchObject({ state: 'refused', refusal: 'zip_entries' });
		expect(performance.now() - started).toBeLessThan(5_000);
		const { db } = home.services.storage;
		const pages = await db.selectFrom('pages').select('id').where('id', '!=', target.pageId).execute();
		const folders = await db.selectFrom('folders').select('id').where('id', '!=', folderId).execute();
		expect([pages, folders]).toEqual([[], []]);
		expect(await readZip(inPieces(zipOf(importLimits.entries)))).toHaveLength(importLimits.entries);
	});
});

function zipOf(entries: number): Uint8Array {
	const text = new TextEncoder().encode('isi');
	const files = Array.from({ length: entries }, (_, index) => [`${index}.md`, text] as const);
	return zipSync(Object.fromEntries(files), { level: 0 });
}

/** As a file is read. */
async function* inPieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
	for (let start = 0; start < bytes.length; start += 65_536) {
		yield await Promise.resolve(bytes.subarray(start, start + 65_536));
	}
}

async function importOf(zip: Uint8Array) {
	const { imports } = home.services;
	const caller = home.caller('wulan');
	const begun = await imports.begin(caller, folderId, inPieces(zip));
	if (typeof begun === 'string') throw new Error(begun);
	await expect.poll(() => imports.find(caller, begun.id)?.state, { timeout: 15_000 }).not.toBe('running');
	return imports.find(caller, begun.id);
}
