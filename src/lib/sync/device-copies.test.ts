import { uuidv7 } from 'uuidv7';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FakeDevice } from '../../../tests/support/device.ts';
import { knownWorkspaces, openWorkspace } from './open-workspace.ts';
import type { Workspace } from './workspace.ts';

const folder = { parentId: null, name: 'Operasional', orderKey: 'a0' };
let device: FakeDevice;
let open: Workspace[];

beforeEach(() => {
	device = new FakeDevice({ hasTabs: true });
	signIn('rona', 'dapur');
	open = [];
});
afterEach(() => Promise.all(open.map((workspace) => workspace.close())));

describe('signing out of a device', () => {
	it('removes every workspace of the account, and of nobody else', async () => {
		signIn('kebun');
		const other = await start('kebun');
		await other.close();
		signIn('rona', 'dapur');
		await (await start('dapur')).close();
		const rona = await start('rona');
		expect(await rona.forgetDevice()).toBe(true);
		expect(await copies()).toEqual([`rapi-workspace-${other.me.id}`]);
		expect(await knownWorkspaces(device.ports())).toEqual([]);
	});

	it('counts the work of those that are not open, and removes nothing while there is some', async () => {
		const dapur = await start('dapur');
		await dapur.records.send('folders.create', { id: uuidv7(), grantId: uuidv7(), ...folder });
		await dapur.close();
		const rona = await start('rona');
		expect(await rona.unsentOnDevice()).toBe(1);
		expect(await rona.forgetDevice()).toBe(false);
		expect(await copies()).toHaveLength(2);
		expect(await rona.forgetDevice({ evenUnsent: true })).toBe(true);
		expect(await copies()).toEqual([]);
	});

	it('ends the other tabs of every workspace, and none of them brings a copy back', async () => {
		const [dapur, beside] = [await start('dapur'), await start('rona')];
		const rona = await start('rona');
		expect(await rona.forgetDevice()).toBe(true);
		await expect.poll(() => [dapur.ended, beside.ended]).toEqual(['forgotten', 'forgotten']);
		for (const workspace of [dapur, beside]) {
			await workspace.records.send('folders.create', { id: uuidv7(), grantId: uuidv7(), ...folder });
			await workspace.close();
		}
		expect(await copies()).toEqual([]);
	});
});

/** Signs a new account in on the device, with these workspaces. */
function signIn(...slugs: string[]): void {
	const accountId = uuidv7();
	device.account = accountId;
	const role = 'owner';
	const workspaces = slugs.map((slug) => ({ id: uuidv7(), slug, name: slug, memberId: uuidv7(), role }));
	device.fetch = () => Promise.resolve(Response.json({ ok: true, accountId, workspaces }));
}

async function start(slug: string): Promise<Workspace> {
	const workspace = await openWorkspace(slug, device.ports());
	open.push(workspace);
	return workspace;
}

async function copies(): Promise<string[]> {
	const names = (await device.indexedDB.databases()).map(({ name }) => name ?? '');
	return names.filter((name) => name.startsWith('rapi-workspace-'));
}
