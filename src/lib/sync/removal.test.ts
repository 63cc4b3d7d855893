import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { accountOf } from '../../../tests/support/sign-in.ts';
import { openSyncHome, type OnlineDevice, type SyncHome } from '../../../tests/support/sync-home.ts';
import { databaseName, LocalDatabase } from './local-database.ts';
import { knownWorkspaces, openWorkspace } from './open-workspace.ts';
import type { Workspace } from './workspace.ts';

let sync: SyncHome;
let device: OnlineDevice;
let open: Workspace[];
let accountId: string;

beforeEach(async () => {
	sync = await openSyncHome();
	device = sync.device('rara');
	open = [];
	accountId = (await accountOf(sync.home, 'rara')).id;
	device.account = accountId;
	listOf('rara');
});
afterEach(async () => {
	await Promise.all(open.map((workspace) => workspace.close()));
	await sync.close();
});

describe('a device whose person is no member any more', () => {
	it('keeps nothing of the workspace, and forgets that there was one', async () => {
		await sync.home.page('Buka toko', await sync.home.folder('Operasional'));
		const rara = await start();
		await deactivate();
		await expect.poll(() => rara.ended).toBe('removed');
		await expect.poll(databases).not.toContain(databaseName(rara.me.id));
		await expect.poll(() => knownWorkspaces(device.ports())).toEqual([]);
		listOf(undefined);
		await expect(start()).rejects.toMatchObject({ problem: 'notFound' });
	});

	it('learns of it when it was away, and keeps apart what its person could not send', async () => {
		const folderId = await sync.home.folder('Operasional');
		const pageId = await sync.home.page('Buka toko', folderId);
		const rara = await start();
		const page = await rara.pages.open(pageId);
		await expect.poll(() => page.state.loaded).toBe(true);
		device.goOffline();
		page.doc.getMap('test').set('written by', 'Rara');
		await rara.records.send('folders.rename', { id: folderId, name: 'Gudang' });
		await expect.poll(() => page.state.stored).toBe('yes');
		await deactivate();
		device.goOnline();
		await expect.poll(() => rara.lateEdits.map(({ title }) => title)).toEqual(['Buka toko']);
		expect(rara.ended).toBe('removed');
		expect(await knownWorkspaces(device.ports())).toEqual([]);
		const db = new LocalDatabase(rara.me.id, device.ports());
		await db.open();
		for (const table of [db.rows, db.outbox, db.cursors, db.pageUpdates, db.pageCopies, db.meta]) {
			expect(await table.count(), table.name).toBe(0);
		}
		db.close();
		await rara.close();
		device.goOffline();
		device.fetch = () => Promise.reject(new TypeError('no network'));
		const again = await openWorkspace('rona', device.ports());
		open.push(again);
		expect([again.ended, again.lateEdits.length]).toEqual(['removed', 1]);
	});

	it('learns of it from the list of workspaces too', async () => {
		const rara = await start();
		await rara.close();
		device.goOffline();
		listOf(undefined);
		const again = await openWorkspace('rona', device.ports());
		open.push(again);
		await expect.poll(() => again.ended).toBe('removed');
		await expect.poll(databases).not.toContain(databaseName(rara.me.id));
	});

	it('is not one on which somebody else has signed in', async () => {
		const rara = await start();
		await rara.close();
		device.account = (await accountOf(sync.home, 'yoga')).id;
		listOf(undefined);
		await expect(start()).rejects.toMatchObject({ problem: 'notFound' });
		expect(await databases()).toContain(databaseName(rara.me.id));
	});
});

/** Opens the workspace and waits until it is in step with the server. */
async function start(): Promise<Workspace> {
	const workspace = await openWorkspace('rona', device.ports());
	open.push(workspace);
	await expect.poll(() => workspace.status.bootstrapped).toBe(true);
	return workspace;
}

function deactivate() {
	return sync.home.send('wulan', 'members.deactivate', { id: sync.home.memberId('rara') });
}

/** What the server says from now on to whoever is signed in on the device: that one workspace, or none. */
function listOf(person: 'rara' | undefined): void {
	const { workspaceId: id } = sync.home;
	const memberId = person && sync.home.memberId(person);
	const workspaces = person ? [{ id, slug: 'rona', name: 'Selasar Rona', memberId, role: 'staff' }] : [];
	const answer = { ok: true, accountId: device.account, workspaces };
	device.fetch = () => Promise.resolve(Response.json(answer));
}

async function databases(): Promise<(string | undefined)[]> {
	return (await device.indexedDB.databases()).map(({ name }) => name);
}
