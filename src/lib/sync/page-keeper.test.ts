import { uuidv7 } from 'uuidv7';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RowOf } from '#domain/records/nouns.ts';
import { FakeDevice } from '../../../tests/support/device.ts';
import { LocalStore } from './local-store.ts';
import { PageKeeper } from './page-keeper.ts';
import { PageStore } from './page-store.ts';
import { RecordEngine } from './record-engine.ts';

const workspaceId = uuidv7();
const folderId = uuidv7();
let store: LocalStore;
let pages: PageStore;
let engine: RecordEngine;
let keeper: PageKeeper | undefined;
let asked: string[];

beforeEach(async () => {
	store = new LocalStore(uuidv7(), new FakeDevice().ports());
	await store.open();
	pages = new PageStore(store);
	engine = new RecordEngine({ id: uuidv7(), workspaceId, role: 'staff' }, () => 0);
	asked = [];
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

	it('goes on when the server does not give a page', async () => {
		const refused = await page({ editedAt: 2 });
		const given = await page({ editedAt: 1 });
		await keepUntil(1, refused.id);
		expect(asked).toEqual([refused.id, given.id]);
	});
});

/** Starts the keeper; resolves when it says that it keeps so many pages. */
function keepUntil(count: number, refusedId?: string): Promise<void> {
	return new Promise((resolve) => {
		keeper = new PageKeeper({
			engine,
			store: pages,
			fetchState: async (pageId) => {
				asked.push(pageId);
				const row = engine.copy.base.pages.get(pageId);
				return row && pageId !== refusedId ? bytesOf(row) : undefined;
			},
			isIdle: () => true,
			isOpen: () => false,
			now: () => 0,
			after: (_ms, work) => {
				queueMicrotask(work);
				return () => undefined;
			},
			onKept: ({ pages: kept }) => kept === count && resolve()
		});
	});
}

/** Waits for what the keeper writes after it was told of a change. */
async function until(holds: () => Promise<boolean>): Promise<void> {
	while (!(await holds())) await store.idle();
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
