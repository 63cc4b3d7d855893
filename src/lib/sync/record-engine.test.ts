import { uuidv7 } from 'uuidv7';
import { beforeEach, describe, expect, it } from 'vitest';
import { isRefusal } from '#domain/kernel/refusal.ts';
import type { RowOf } from '#domain/records/nouns.ts';
import { RecordEngine, type PendingCommand } from './record-engine.ts';
import type { BaseChange } from './record-store.ts';

const now = Date.UTC(2026, 10, 23);
const workspaceId = uuidv7();
const memberId = uuidv7();
const nothing: BaseChange = { puts: [], removes: [], cursors: {}, lostFolders: [], lostPages: [] };
let engine: RecordEngine;

beforeEach(() => {
	engine = new RecordEngine({ id: memberId, workspaceId, role: 'staff' }, () => now);
});

describe('the record engine', () => {
	it('shows a command before anything is written down or answered', async () => {
		const id = await createFolder('Operasional');
		expect(engine.copy.get('folders', id)?.name).toBe('Operasional');
		expect(engine.pending).toHaveLength(1);
		expect(engine.pending[0]?.seq).toBeNull();
	});

	it('changes nothing when the rule refuses here', async () => {
		const refusal = await begin('folders.rename', { id: uuidv7(), name: 'Gudang' });
		expect(refusal).toMatchObject({ refused: 'not_found' });
		expect(engine.pending).toHaveLength(0);
	});

	it('lays pending commands over what the server sends meanwhile', async () => {
		const folder = await confirmedFolder('Operasional', 1);
		await begin('folders.rename', { id: folder.id, name: 'Gudang' });
		await put({ ...folder, orderKey: 'b0', version: 2 });
		expect(engine.copy.get('folders', folder.id)).toMatchObject({ name: 'Gudang', orderKey: 'b0' });
	});

	it('gives up the overlay of a receipt without a moment of the old row', async () => {
		const folder = await confirmedFolder('Operasional', 1);
		const command = await begin('folders.rename', { id: folder.id, name: 'Gudang' });
		const seen: string[] = [];
		engine.changed.listen(() => seen.push(engine.copy.get('folders', folder.id)?.name ?? ''));
		await put({ ...folder, name: 'Gudang', version: 2 });
		await engine.receipt((command as PendingCommand).id);
		expect(new Set(seen)).toEqual(new Set(['Gudang']));
		expect(engine.copy.overlayHas('folders', folder.id)).toBe(false);
	});

	it('rolls a refused command back with what was built on it, and keeps all of it until it is answered', async () => {
		const folderId = uuidv7();
		const made = await begin('folders.create', newFolder(folderId, 'Operasional'));
		const pageId = uuidv7();
		await begin('pages.create', { id: pageId, folderId, title: 'Buka toko', kind: 'sop', orderKey: 'a0' });
		const told = await engine.refuse((made as PendingCommand).id, { refused: 'too_deep' });
		expect(told).toMatchObject({ name: 'folders.create', refusal: { refused: 'too_deep' } });
		expect(engine.copy.get('pages', pageId)).toBeUndefined();
		expect(engine.pending.map(({ name }) => name)).toEqual(['pages.create']);
		expect(engine.refusals).toHaveLength(1);
	});

	it('puts commands of two tabs into the order of the outbox', async () => {
		const folder = await confirmedFolder('Operasional', 1);
		const mine = (await begin('folders.rename', { id: folder.id, name: 'Punyaku' })) as PendingCommand;
		await engine.place({
			seq: 1,
			ready: true,
			id: uuidv7(),
			name: 'folders.rename',
			input: { id: folder.id, name: 'Punya tab lain' },
			at: now
		});
		await engine.place({ ...mine, seq: 2 });
		expect(engine.pending.map(({ seq }) => seq)).toEqual([1, 2]);
		expect(engine.copy.get('folders', folder.id)?.name).toBe('Punyaku');
	});

	it('keeps the same list while nothing of that noun changed', async () => {
		await confirmedFolder('Operasional', 1);
		const folders = engine.copy.list('folders');
		const pages = engine.copy.list('pages');
		await createFolder('Gudang');
		expect(engine.copy.list('pages')).toBe(pages);
		expect(engine.copy.list('folders')).not.toBe(folders);
	});

	it('never replaces a row by an older one', async () => {
		const folder = await confirmedFolder('Operasional', 5);
		await put({ ...folder, name: 'Lama', version: 3 });
		expect(engine.copy.get('folders', folder.id)?.name).toBe('Operasional');
	});
});

type Begin = Parameters<RecordEngine['begin']>;

function begin(name: Begin[1], input: unknown) {
	return engine.begin(uuidv7(), name, input);
}

function newFolder(id: string, name: string) {
	return { id, grantId: uuidv7(), parentId: null, name, orderKey: 'a0' };
}

async function createFolder(name: string): Promise<string> {
	const id = uuidv7();
	expect(isRefusal(await begin('folders.create', newFolder(id, name)))).toBe(false);
	return id;
}

async function put(row: RowOf<'folders'>): Promise<void> {
	await engine.applyChange({ ...nothing, puts: [{ noun: 'folders', row }] });
}

async function confirmedFolder(name: string, version: number): Promise<RowOf<'folders'>> {
	const id = uuidv7();
	const folder: RowOf<'folders'> = {
		...{ id, workspaceId, parentId: null, name, orderKey: 'a0', restrictedAt: null, archivedAt: null },
		...{ trashedAt: null, createdBy: memberId, createdAt: now, version, deletedAt: null }
	};
	const grant: RowOf<'grants'> = {
		...{ id: uuidv7(), workspaceId, folderId: id, memberId, role: null, level: 'manage', givenBy: memberId },
		...{ givenAt: now, endsAt: null, version, deletedAt: null }
	};
	const puts: BaseChange['puts'] = [
		{ noun: 'folders', row: folder },
		{ noun: 'grants', row: grant }
	];
	await engine.applyChange({ ...nothing, puts, cursors: { [id]: version } });
	return folder;
}
