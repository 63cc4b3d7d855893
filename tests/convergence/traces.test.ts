import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { PageClient } from '../support/page-client.ts';
import { openPageTest, type PageTest } from '../support/page-test.ts';

type Patch = [at: number, deleted: number, inserted: string];
interface Step {
	agent: 0 | 1;
	parents: number[];
	patches: Patch[];
}
interface Trace {
	txns: Step[];
	endContent: string;
}

let test: PageTest;
let pageId: string;
beforeEach(async () => {
	test = await openPageTest();
	pageId = await test.home.page('Cerita', await test.home.folder('Arsip'));
});
afterEach(() => test.close());

function readTrace(name: string): Trace {
	const file = join(import.meta.dirname, '..', 'fixtures', 'traces', `${name}.json.gz`);
	return JSON.parse(gunzipSync(readFileSync(file)).toString()) as Trace;
}

/** Two people in the page, with one line of text that both have. */
async function openTwo(): Promise<[PageClient, PageClient]> {
	const first = test.open('rara', pageId, docOf(1));
	await first.untilSaved();
	first.doc.transact(() => {
		first.body.delete(0, first.body.length);
		first.write('');
	});
	await first.untilSaved();
	const second = test.open('yoga', pageId, docOf(2));
	await second.untilSaved();
	return [first, second];
}

/** Of two who typed at the same place at once, the lower id stands first, as in the file. */
function docOf(clientId: number): Y.Doc {
	const doc = new Y.Doc();
	doc.clientID = clientId;
	return doc;
}

function lineOf(client: PageClient): Y.XmlText {
	return (client.body.get(0) as Y.XmlElement).get(0) as Y.XmlText;
}

/** Types one step; answers it as an update. */
function type(client: PageClient, patches: Patch[]): Uint8Array {
	const line = lineOf(client);
	let typed = new Uint8Array();
	client.doc.once('update', (update: Uint8Array) => (typed = new Uint8Array(update)));
	client.doc.transact(() => {
		for (const [at, deleted, inserted] of patches) {
			if (deleted > 0) line.delete(at, deleted);
			if (inserted !== '') line.insert(at, inserted);
		}
	});
	return typed;
}

it('ends a real day of two people, typed in turns, with the text of the file', async () => {
	const { txns, endContent } = readTrace('friendsforever_flat');
	const two = await openTwo();
	const turn = 1_000;
	for (let start = 0; start < txns.length; start += turn) {
		const at = (start / turn) % 2;
		const [writer, reader] = at === 0 ? two : [two[1], two[0]];
		for (const { patches } of txns.slice(start, start + turn)) type(writer, patches);
		await writer.untilSaved();
		await reader.until(() => lineOf(reader).toJSON() === lineOf(writer).toJSON());
	}
	await expectEnd(two, endContent);
}, 120_000);

it('ends a real day of two people, each seeing the other late as they did, with the text of the file', async () => {
	const { txns, endContent } = readTrace('friendsforever');
	const two = await openTwo();
	const plan = planMeetings(txns);
	/** The steps that the other has looked at, as updates. */
	const typed = new Map<number, Uint8Array>();
	for (const client of two) client.hold();
	for (const [index, { agent, patches }] of txns.entries()) {
		const writer = two[agent];
		const seen = typed.get(plan.seenBefore[index] ?? -1);
		if (seen) await writer.takeUntil(seen);
		const update = type(writer, patches);
		if (!plan.isSeenAlone.has(index)) continue;
		typed.set(index, update);
		await writer.untilSaved();
	}
	for (const client of two) client.letGo();
	await expectEnd(two, endContent);
}, 120_000);

async function expectEnd(two: [PageClient, PageClient], endContent: string): Promise<void> {
	await Promise.all(two.map((client) => client.untilSaved()));
	const late = test.open('dimas', pageId);
	await late.untilSynced();
	const states = () => [...two, late].map(({ doc }) => Y.encodeStateVector(doc).toString());
	for (const client of [...two, late]) await client.until(() => new Set(states()).size === 1);
	for (const client of [...two, late]) expect(lineOf(client).toJSON() === endContent).toBe(true);
	expect(two.flatMap(({ refusals }) => refusals)).toEqual([]);
}

interface Meetings {
	/** Step → the other's last step that its writer had newly seen; -1: none. */
	seenBefore: number[];
	/** Steps after which the other looked: nothing may be sent together with them. */
	isSeenAlone: Set<number>;
}

/** Reads from the parents what each had seen of the other, and when. */
function planMeetings(steps: Step[]): Meetings {
	const seenBefore: number[] = [];
	const isSeenAlone = new Set<number>();
	/** Step → the last step of each of the two that it builds on, itself included. */
	const known: [number, number][] = [];
	const latest: [number, number] = [-1, -1];
	for (const [index, { agent, parents }] of steps.entries()) {
		const mine: [number, number] = [-1, -1];
		for (const parent of parents) {
			const of = known[parent] ?? [-1, -1];
			mine[0] = Math.max(mine[0], of[0]);
			mine[1] = Math.max(mine[1], of[1]);
		}
		const other = agent === 0 ? 1 : 0;
		const news = mine[other] > latest[agent] ? mine[other] : -1;
		latest[agent] = Math.max(latest[agent], mine[other]);
		if (news >= 0) isSeenAlone.add(news);
		seenBefore.push(news);
		mine[agent] = index;
		known.push(mine);
	}
	return { seenBefore, isSeenAlone };
}
