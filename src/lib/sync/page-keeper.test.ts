import { uuidv7 } from 'uuidv7';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RowOf } from '#domain/records/nouns.ts';
import { FakeDevice } from '../../../tests/support/device.ts';
import { ImageStore } from './image-store.ts';
import { LocalStore } from './local-store.ts';
import { keptAtMost, PageKeeper, type KeeperDeps } from './page-keeper.ts';
import { PageStore } from './page-store.ts';
import { RecordEngine } from './record-engine.ts';

const workspaceId = uuidv7();
const folderId = uuidv7();
let store: LocalStore;
let pages: PageStore;
let engine: RecordEngine;
let keeper: PageKeeper | undefined;
let images: ImageStore;
let asked: string[];
let kept: { pages: number; of: number };

beforeEach(async () => {
	store = new LocalStore(uuidv7(), new FakeDevice().ports());
	await store.open();
	pages = new PageStore(store);
	images = new ImageStore(store);
	engine = new RecordEngine({ id: uuidv7(), workspaceId, role: 'staff' }, () => 0);
	asked = [];
	kept = { pages: 0, of: 0 };
});
afterEach(async () => {
	keeper?.stop();
	await store.close();
});

describe('the keeper of pages', () => {
	it('brings the newest page first, and every page in the end', async () => {
		const old = await page({ editedAt: 1 });
		const fresh = await page({ editedAt: 2 });
		await keepUntil(2);
		expect(asked).toEqual([fresh.id, old.id]);
		expect((await pages.load(old.id)).updates).toEqual([bytesOf(old)]);
	});

	it('asks again when a page has moved on, and lets the new text take the place of the old', async () => {
		const first = await page({ contentSeq: 1 });
		await keepUntil(1);
		await engine.applyChange(change({ ...first, contentSeq: 2, version: 2 }));
		await until(async () => (await pages.load(first.id)).copy?.contentSeq === 2);
		expect((await pages.load(first.id)).updates).toHaveLength(1);
	});

	it('leaves text alone that the server has not confirmed: its own line brings both together', async () => {
		const edited = await page({ contentSeq: 3, editedAt: 2 });
		await pages.append(edited.id, new Uint8Array([7]), { unsent: 1 });
		const other = await page({ editedAt: 1 });
		await keepUntil(2);
		expect(asked).toEqual([other.id]);
		expect((await pages.load(edited.id)).updates).toEqual([new Uint8Array([7])]);
	});

	it('lets what was written while it asked stay', async () => {
		const asked = await page({ contentSeq: 1 });
		await keepUntil(1);
		await pages.append(asked.id, new Uint8Array([7]), { unsent: 1 });
		const { upToSeq } = await pages.load(asked.id);
		await pages.renew(asked.id, upToSeq, new Uint8Array([9]), { contentSeq: 2 });
		const { updates, copy } = await pages.load(asked.id);
		expect([updates.at(-1), copy?.contentSeq]).toEqual([new Uint8Array([7]), 1]);
	});

	it('goes on when the server does not give a page', async () => {
		const refused = await page({ editedAt: 2 });
		const given = await page({ editedAt: 1 });
		await keepUntil(1, refused.id);
		expect(asked).toEqual([refused.id, given.id]);
	});

	it('says what is kept before the server is there', async () => {
		const known = await page({});
		await page({});
		await pages.append(known.id, bytesOf(known), { contentSeq: 0 });
		keep({ isIdle: () => false });
		await until(() => kept.of === 2);
		expect(kept).toEqual({ pages: 1, of: 2 });
	});

	it('fetches nothing until the line is free, then goes on though no record has changed', async () => {
		const wanted = await page({});
		let [looks, idle] = [0, false];
		const isIdle = () => (looks++, idle);
		keep({ isIdle, ...serverWith(new Map()) });
		await until(() => looks === 1);
		keeper?.look();
		await until(() => looks === 2);
		expect(asked).toEqual([]);
		idle = true;
		keeper?.look();
		await until(() => asked.includes(wanted.id));
	});

	it('brings the pictures when all texts are here, of the newest page first, and each once', async () => {
		const [old, fresh] = [await page({ editedAt: 1 }), await page({ editedAt: 2 })];
		const shown = new Map([
			[old.id, [picture('a'), picture('b')]],
			[fresh.id, [picture('c')]]
		]);
		keep(serverWith(shown));
		await until(async () => (await images.held()).ids.size === 3);
		expect(asked).toEqual([fresh.id, old.id, picture('c'), picture('a'), picture('b')]);
		expect(await (await images.find(picture('a')))?.blob.text()).toBe('0123456789');
	});

	it('finds the pictures of a page that somebody wrote here', async () => {
		const written = await page({ contentSeq: 1 });
		const update = new TextEncoder().encode(`/images/${picture('a')}`);
		await pages.append(written.id, update, { contentSeq: 1, unsent: 0 });
		keep(serverWith(new Map([[written.id, [picture('a')]]])));
		await until(async () => (await images.held()).ids.size === 1);
		expect(asked).toEqual([picture('a')]);
	});

	it('keeps a picture with the page whose rights it has, and none of a page that is not here', async () => {
		const [shows, owns] = [await page({ editedAt: 2 }), await page({ editedAt: 1 })];
		const owners = new Map([
			[picture('a'), owns.id],
			[picture('b'), uuidv7()]
		]);
		keep({
			...serverWith(new Map([[shows.id, [...owners.keys()]]])),
			fetchImage: async (id) => {
				asked.push(id);
				return { id, pageId: owners.get(id) ?? '', blob: new Blob(['0123456789']) };
			}
		});
		await until(() => asked.includes(picture('b')));
		await until(async () => (await images.held()).ids.size === 1);
		expect([...(await images.held()).bytes]).toEqual([[owns.id, 10]]);
	});

	it('lets the oldest go above the budget, pictures before texts, and does not fetch them again', async () => {
		const rows = [await page({ editedAt: 1 }), await page({ editedAt: 2 }), await page({ editedAt: 3 })];
		const [a, b, c] = [picture('a'), picture('b'), picture('c')];
		const shown = new Map(rows.map(({ id }, index) => [id, [picture('abc'.charAt(index))]]));
		const textBytes = 3 * `"/images/${a}"`.length;
		keep({ ...serverWith(shown), atMost: { pages: 10, bytes: textBytes + 25 } });
		await until(async () => asked.includes(a) && (await images.held()).ids.size === 2);
		expect((await images.held()).ids).toEqual(new Set([b, c]));
		const made = await page({ editedAt: 4 });
		await until(() => asked.includes(made.id) && kept.pages === 4);
		expect(asked.filter((id) => id === a)).toHaveLength(1);
	});

	it('never lets go of text that the server does not have, or of a page that is open', async () => {
		const ids: string[] = [];
		for (const editedAt of [1, 2, 3, 4]) ids.push((await page({ editedAt })).id);
		const [unsent = '', open = '', old = '', fresh = ''] = ids;
		for (const id of ids) {
			await pages.append(id, new Uint8Array(10), { contentSeq: 0, unsent: id === unsent ? 1 : 0 });
		}
		await images.add({ id: picture('a'), pageId: old, blob: new Blob(['0123456789']) });
		keep({ isOpen: (id) => id === open, atMost: { pages: 10, bytes: 40 } });
		await until(() => kept.pages === 3);
		const left = (await pages.copies()).map(({ pageId }) => pageId);
		expect(left.sort()).toEqual([unsent, open, fresh].sort());
		expect((await images.held()).ids).toEqual(new Set([picture('a')]));
	});

	it('lets a text that was let go while another tab shows it be written whole', async () => {
		const { id } = await page({});
		await pages.append(id, new Uint8Array([1]), { contentSeq: 0 });
		expect(await pages.evict(id)).toBe(true);
		await pages.append(id, new Uint8Array([2]), { unsent: 1 }, () => new Uint8Array([1, 2]));
		expect((await pages.load(id)).updates).toEqual([new Uint8Array([1, 2])]);
	});
});

/** Starts the keeper; resolves when it says that it keeps so many pages. */
function keepUntil(count: number, refusedId?: string): Promise<void> {
	return new Promise((resolve) => {
		keep({
			fetchState: async (pageId) => {
				asked.push(pageId);
				const row = engine.copy.base.pages.get(pageId);
				return row && pageId !== refusedId ? bytesOf(row) : undefined;
			},
			onKept: ({ pages: kept }) => kept === count && resolve()
		});
	});
}

function keep(deps: Partial<KeeperDeps>): void {
	keeper = new PageKeeper({
		...{ engine, images, store: pages, atMost: keptAtMost },
		fetchState: async () => undefined,
		fetchImage: async () => undefined,
		isIdle: () => true,
		isOpen: () => false,
		now: () => 0,
		after: (_ms, work) => {
			queueMicrotask(work);
			return () => undefined;
		},
		onKept: (news) => (kept = news),
		...deps
	});
}

/** A server whose pages show these pictures; each has ten bytes. */
function serverWith(
	shown: ReadonlyMap<string, readonly string[]>
): Pick<KeeperDeps, 'fetchState' | 'fetchImage'> {
	return {
		fetchState: async (pageId) => {
			asked.push(pageId);
			const addresses = shown.get(pageId)?.map((id) => `"/images/${id}"`) ?? ['-'];
			return new TextEncoder().encode(addresses.join());
		},
		fetchImage: async (id) => {
			asked.push(id);
			const [pageId] = [...shown].find(([, ids]) => ids.includes(id)) ?? [];
			return pageId === undefined ? undefined : { id, pageId, blob: new Blob(['0123456789']) };
		}
	};
}

function picture(letter: string): string {
	return letter.repeat(32);
}

/** Waits for what the keeper does after it was told of a change. */
async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
	while (!(await holds())) await new Promise((resolve) => setImmediate(resolve));
	await store.idle();
}

function bytesOf({ id, contentSeq }: RowOf<'pages'>): Uint8Array {
	return new Uint8Array([...id].map((letter) => letter.charCodeAt(0)).concat(contentSeq));
}

function change(row: RowOf<'pages'>) {
	return {
		puts: [{ noun: 'pages' as const, row }],
		removes: [],
		cursors: {},
		lostFolders: [],
		lostPages: []
	};
}

async function page(facts: Partial<RowOf<'pages'>>): Promise<RowOf<'pages'>> {
	const row: RowOf<'pages'> = {
		...{ id: uuidv7(), workspaceId, folderId, title: 'Buka toko', kind: 'sop', orderKey: 'a0' },
		...{ archivedAt: null, trashedAt: null, createdBy: uuidv7(), createdAt: 0, editedAt: 0 },
		...{ contentSeq: 0, version: 1, deletedAt: null },
		...facts
	};
	await engine.applyChange(change(row));
	return row;
}
