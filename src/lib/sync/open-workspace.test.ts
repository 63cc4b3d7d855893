import { uuidv7 } from 'uuidv7';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FakeDevice } from '../../../tests/support/device.ts';
import { knownWorkspaces, openWorkspace } from './open-workspace.ts';
import type { Workspace } from './workspace.ts';

const workspaceId = uuidv7();
const rara = { accountId: uuidv7(), memberId: uuidv7(), role: 'staff' };
const wulan = { accountId: uuidv7(), memberId: uuidv7(), role: 'owner' };
let device: FakeDevice;
let open: Workspace[];

beforeEach(() => {
	device = new FakeDevice();
	signIn(rara);
	open = [];
});
afterEach(() => Promise.all(open.map((workspace) => workspace.close())));

describe('opening a workspace', () => {
	it('asks the server the first time and never again', async () => {
		await start();
		device.fetch = () => Promise.reject(new TypeError('no network'));
		const again = await start();
		expect(again).toMatchObject({ id: workspaceId, name: 'Selasar Rona' });
		expect(again.me).toMatchObject({ id: rara.memberId, role: 'staff' });
		expect(await knownWorkspaces(device.ports())).toMatchObject([{ slug: 'rona' }]);
	});

	it('says why it cannot be opened', async () => {
		await expect(start('lain')).rejects.toMatchObject({ problem: 'notFound' });
		device.fetch = answer(401, {});
		await expect(start('lain')).rejects.toMatchObject({ problem: 'signedOut' });
		device.fetch = () => Promise.reject(new TypeError('no network'));
		await expect(start('lain')).rejects.toMatchObject({ problem: 'unreachable' });
	});

	it('finds work again that was sent without a network before the tab was killed', async () => {
		const first = await start();
		const folderId = uuidv7();
		const input = { id: folderId, grantId: uuidv7(), parentId: null, name: 'Operasional', orderKey: 'a0' };
		await first.records.send('folders.create', input);
		await first.records.send('folders.rename', { id: folderId, name: 'Gudang' });
		const second = await start();
		expect(second.records.get('folders', folderId)?.name).toBe('Gudang');
		expect(second.records.isPending('folders', folderId)).toBe(true);
		expect(second.status.unsent).toBe(2);
		expect(second.can('manage', folderId)).toBe(true);
	});

	it('is not forgotten unasked while a picture waits on this device', async () => {
		const first = await start();
		await first.images.add({ id: 'a'.repeat(32), pageId: uuidv7(), blob: new Blob(['picture']) });
		const second = await start();
		expect(second.status.unsent).toBe(1);
		expect(await second.forgetDevice()).toBe(false);
		expect(await (await second.images.find('a'.repeat(32)))?.text()).toBe('picture');
	});
});

describe('a browser on which somebody else signs in', () => {
	it('never opens the copy of the one before by its name, with no network at all', async () => {
		signIn(wulan);
		await (await start()).close();
		signIn(rara);
		device.fetch = offline;
		await expect(start()).rejects.toMatchObject({ problem: 'unreachable' });
		expect(await knownWorkspaces(device.ports())).toEqual([]);
	});

	it('opens a copy of their own, and the one before finds theirs again', async () => {
		signIn(wulan);
		await (await start()).close();
		signIn(rara);
		expect((await start()).me.id).toBe(rara.memberId);
		signIn(wulan);
		device.fetch = offline;
		expect((await start()).me.id).toBe(wulan.memberId);
	});

	it('asks the server who opens it when nobody is known to be signed in', async () => {
		await (await start()).close();
		device.account = undefined;
		device.fetch = answer(401, {});
		await expect(start()).rejects.toMatchObject({ problem: 'signedOut' });
	});

	it('is told by the server, once it answers, that the open copy is another person’s', async () => {
		signIn(wulan);
		await (await start()).close();
		signIn(rara);
		device.account = wulan.accountId;
		const opened = await openWorkspace('rona', device.ports());
		open.push(opened);
		await expect.poll(() => opened.ended).toBe('otherPerson');
		const right = await openWorkspace('rona', device.ports(), { askFirst: true });
		open.push(right);
		expect(right.me.id).toBe(rara.memberId);
	});
});

const offline = () => Promise.reject(new TypeError('no network'));

/** Signs somebody in on the device, in the place of whoever was. */
function signIn({ accountId, ...member }: typeof rara): void {
	device.account = accountId;
	const workspaces = [{ id: workspaceId, slug: 'rona', name: 'Selasar Rona', ...member }];
	device.fetch = answer(200, { ok: true, accountId, workspaces });
}

async function start(slug = 'rona'): Promise<Workspace> {
	const workspace = await openWorkspace(slug, device.ports());
	open.push(workspace);
	return workspace;
}

function answer(status: number, body: unknown): typeof fetch {
	return () => Promise.resolve(Response.json(body, { status }));
}
