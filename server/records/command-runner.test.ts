import { uuidv7 } from 'uuidv7';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hashEvent } from '../events/event-log.ts';
import { openTestWorkspace, type TestWorkspace } from '../../tests/support/test-workspace.ts';

let home: TestWorkspace;
beforeEach(async () => {
	home = await openTestWorkspace();
});
afterEach(() => home.close());

describe('a command on the server', () => {
	it('is carried out once however often its id arrives', async () => {
		const folderId = await home.folder('Operasional');
		const id = uuidv7();
		const first = await home.send('rara', 'folders.rename', { id: folderId, name: 'Gudang' }, id);
		const again = await home.send('rara', 'folders.rename', { id: folderId, name: 'Gudang' }, id);
		expect(again).toEqual(first);
		const events = await home.services.storage.db
			.selectFrom('event')
			.select('cause')
			.where('cause', '=', id)
			.execute();
		expect(events).toHaveLength(1);
	});

	it('refuses an id that was used for something else, or by somebody else', async () => {
		const folderId = await home.folder('Operasional');
		const id = uuidv7();
		await home.send('rara', 'folders.rename', { id: folderId, name: 'Gudang' }, id);
		const other = await home.send('rara', 'folders.rename', { id: folderId, name: 'Toko' }, id);
		const stranger = await home.send('yoga', 'folders.rename', { id: folderId, name: 'Gudang' }, id);
		expect(other).toMatchObject({ ok: false, refusal: { refused: 'reused_id' } });
		expect(stranger).toMatchObject({ ok: false, refusal: { refused: 'reused_id' } });
	});

	it('gives missing and forbidden the same answer', async () => {
		const closed = await home.folder('Keuangan', null, true);
		const forbidden = await home.send('rara', 'folders.rename', { id: closed, name: 'Kas' });
		const missing = await home.send('rara', 'folders.rename', { id: uuidv7(), name: 'Kas' });
		expect(forbidden).toEqual(missing);
	});

	it('checks the folder it comes from and the folder it goes to', async () => {
		const open = await home.folder('Operasional');
		const closed = await home.folder('Keuangan', null, true);
		const pageId = await home.page('Rekap kas', open);
		const into = await home.send('rara', 'pages.move', { id: pageId, folderId: closed, orderKey: 'a0' });
		expect(into).toMatchObject({ ok: false, refusal: { refused: 'not_found', field: 'folderId' } });
		const secret = await home.page('Gaji', closed);
		const out = await home.send('rara', 'pages.move', { id: secret, folderId: open, orderKey: 'a0' });
		expect(out).toMatchObject({ ok: false, refusal: { refused: 'not_found', field: 'id' } });
	});

	it('leaves no trace when it is refused', async () => {
		const folderId = await home.folder('Operasional');
		const before = await versionNow();
		await home.send('hendra', 'folders.rename', { id: folderId, name: 'Milik saya' });
		expect(await versionNow()).toBe(before);
	});

	it('names the field of an input that cannot be read', async () => {
		const outcome = await home.services.commands.execute(home.caller('wulan'), {
			id: uuidv7(),
			name: 'folders.rename',
			input: { id: 'x', name: 'Toko' }
		});
		expect(outcome).toMatchObject({ ok: false, refusal: { refused: 'invalid', field: 'id' } });
	});

	it('takes an id that another workspace uses as taken, and changes nothing there', async () => {
		const id = await home.folder('Operasional');
		await home.services.storage.db
			.updateTable('folders')
			.set({ workspaceId: await otherWorkspace() })
			.where('id', '=', id)
			.execute();
		const outcome = await home.send('wulan', 'folders.create', {
			id,
			grantId: uuidv7(),
			parentId: null,
			name: 'Curian',
			orderKey: 'a0'
		});
		expect(outcome).toMatchObject({ ok: false, refusal: { refused: 'already_exists' } });
	});

	it('chains every event to the one before', async () => {
		await home.folder('Operasional');
		await home.folder('Pemasaran');
		const events = await home.services.storage.db.selectFrom('event').selectAll().orderBy('seq').execute();
		expect(events.length).toBeGreaterThan(1);
		events.forEach(({ hash, ...row }, index) => {
			expect(hash).toBe(hashEvent(row));
			expect(row.prevHash).toBe(events[index - 1]?.hash ?? '');
		});
	});

	it('takes nothing from somebody who was deactivated', async () => {
		const folderId = await home.folder('Operasional');
		await home.send('wulan', 'members.deactivate', { id: home.memberId('rizky') });
		const outcome = await home.send('rizky', 'folders.rename', { id: folderId, name: 'Masih di sini' });
		expect(outcome).toMatchObject({ ok: false, refusal: { refused: 'not_found' } });
	});
});

async function versionNow(): Promise<number> {
	const row = await home.services.storage.db
		.selectFrom('workspaces')
		.select('version')
		.where('id', '=', home.workspaceId)
		.executeTakeFirstOrThrow();
	return row.version;
}

async function otherWorkspace(): Promise<string> {
	const id = uuidv7();
	await home.services.storage.db
		.insertInto('workspaces')
		.values({ id, name: 'Toko lain', slug: id, version: 0, accessEpoch: 0, settings: '{}', createdAt: 0 })
		.execute();
	return id;
}
