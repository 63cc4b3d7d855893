import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import BetterSqlite from 'better-sqlite3';
import { afterEach, beforeEach, expect, it } from 'vitest';
import * as Y from 'yjs';
import { startBareServer, type BareServer } from '../support/bare-server-process.ts';
import { PageClient } from '../support/page-client.ts';
import { settledBytes } from '../support/settled-bytes.ts';
import { seededRandom, sized } from '../support/size.ts';
import { openTestWorkspace, type Person } from '../support/test-workspace.ts';

const rounds = sized(6, 50);
/** Acknowledged edits that a round waits for at least, before the kill comes at a chance moment. */
const editsPerRound = 420;
const writers: Person[] = ['wulan', 'dimas', 'rara', 'yoga'];

let dataDir: string;
let pageIds: string[];
let headersOf: (person: Person) => Record<string, string>;

beforeEach(async () => {
	dataDir = mkdtempSync(join(tmpdir(), 'rapi-kill-'));
	const home = await openTestWorkspace(dataDir);
	const folderId = await home.folder('Dapur');
	pageIds = [await home.page('Buka toko', folderId), await home.page('Tutup toko', folderId)];
	headersOf = (person) => ({ authorization: `Bearer ${home.workspaceId} ${home.memberId(person)}` });
	await home.services.close();
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

/** One person who types as fast as the server confirms, and remembers what was confirmed. */
class Typist {
	readonly client: PageClient;
	readonly pageId: string;
	readonly person: Person;
	readonly #name: string;
	readonly #words: string[] = [];
	#line: Y.XmlText | undefined;
	#first = 0;

	constructor(port: number, pageId: string, person: Person, name: string) {
		this.client = new PageClient(`ws://127.0.0.1:${port}/sync/pages/${pageId}?saved=1`, headersOf(person));
		this.pageId = pageId;
		this.person = person;
		this.#name = name;
	}

	async begin(): Promise<void> {
		await this.client.untilSaved();
		const paragraph = new Y.XmlElement('paragraph');
		this.#line = new Y.XmlText();
		this.client.doc.transact(() => {
			paragraph.insert(0, [this.#line as Y.XmlText]);
			this.client.body.push([paragraph]);
		});
		this.#first = this.client.sent;
	}

	/** Types one word and mends a slip in it, as one update. */
	type(): void {
		const word = `${this.#name}w${this.#words.length};`;
		this.#words.push(word);
		const line = this.#line;
		this.client.doc.transact(() => {
			line?.insert(line.length, `${word}~`);
			line?.delete(line.length - 1, 1);
		});
	}

	get unconfirmed(): number {
		return this.client.sent - this.client.handled;
	}

	/** The words that the server has said are on disk. */
	get confirmed(): string[] {
		return this.#words.slice(0, Math.max(0, this.client.handled - this.#first));
	}

	/** What others typed and this person has seen: as good as promised. */
	get seen(): string[] {
		return wordsIn(this.client.text).filter((word) => !word.startsWith(`${this.#name}w`));
	}
}

async function typeUntil(typists: Typist[], stop: () => boolean): Promise<void> {
	while (!stop()) {
		for (const typist of typists) if (typist.unconfirmed < 40) typist.type();
		await new Promise((resolve) => setImmediate(resolve));
	}
}

function wordsIn(text: string): string[] {
	return text.match(/r\d+p\d+w\d+;/g) ?? [];
}

/** What a newcomer is given of both pages: words that are there, once each. */
async function readPages(port: number): Promise<Set<string>> {
	const found: string[] = [];
	for (const pageId of pageIds) {
		const reader = new PageClient(`ws://127.0.0.1:${port}/sync/pages/${pageId}`, headersOf('wulan'));
		await reader.untilSynced();
		found.push(...wordsIn(reader.text));
		reader.socket.terminate();
	}
	expect(new Set(found).size).toBe(found.length);
	return new Set(found);
}

/**
 * Everybody comes back with all that they wrote, confirmed or not, and sends what is missing: then
 * the documents of one page are the same bytes on every device and for a newcomer.
 */
async function expectSameBytes(port: number, typists: Typist[]): Promise<void> {
	for (const pageId of pageIds) {
		const url = `ws://127.0.0.1:${port}/sync/pages/${pageId}?saved=1`;
		const back = typists
			.filter((typist) => typist.pageId === pageId)
			.map(({ client, person }) => new PageClient(url, headersOf(person), client.doc));
		expect(back.length).toBeGreaterThan(1);
		back.push(new PageClient(url, headersOf('wulan')));
		for (const client of back) await client.untilSaved();
		const vectors = () => back.map(({ doc }) => Y.encodeStateVector(doc).toString());
		for (const client of back) await client.until(() => new Set(vectors()).size === 1);
		const [first = new Uint8Array(), ...others] = back.map(({ doc }) =>
			settledBytes(Y.encodeStateAsUpdate(doc))
		);
		for (const bytes of others) expect(Buffer.compare(bytes, first)).toBe(0);
		for (const client of back) client.socket.terminate();
	}
}

it(`keeps every confirmed edit through ${rounds} kills in the middle of writing`, async () => {
	const random = seededRandom(2026);
	const promised = new Set<string>();
	let server: BareServer = await startBareServer(dataDir);
	for (let round = 0; round < rounds; round++) {
		const typists = writers.map(
			(person, at) => new Typist(server.port, pageIds[at % 2] ?? '', person, `r${round}p${at}`)
		);
		await Promise.all(typists.map((typist) => typist.begin()));
		const count = () => typists.reduce((sum, typist) => sum + typist.confirmed.length, 0);
		await typeUntil(typists, () => count() >= editsPerRound);
		const killed = pause(random() * 120).then(() => server.end('SIGKILL'));
		let dead = false;
		void killed.then(() => (dead = true));
		await typeUntil(typists, () => dead);
		await killed;
		for (const typist of typists) {
			for (const word of [...typist.confirmed, ...typist.seen]) promised.add(word);
			typist.client.socket.terminate();
		}
		server = await startBareServer(dataDir);
		const there = await readPages(server.port);
		expect([...promised].filter((word) => !there.has(word))).toEqual([]);
		await expectSameBytes(server.port, typists);
	}
	await server.end('SIGTERM');
	const sqlite = new BetterSqlite(join(dataDir, 'rapi.db'), { readonly: true });
	expect(sqlite.pragma('integrity_check', { simple: true })).toBe('ok');
	sqlite.close();
	expect(promised.size).toBeGreaterThanOrEqual(rounds * editsPerRound - rounds);
	process.stdout.write(`kills: ${rounds}, edits confirmed or seen: ${promised.size}, lost: 0\n`);
}, 300_000);
