import { uuidv7 } from 'uuidv7';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FakeDevice } from '../../../tests/support/device.ts';
import { knownWorkspaces, openWorkspace } from './open-workspace.ts';
import type { Workspace } from './workspace.ts';

const workspaceId = uuidv7();
const memberId = uuidv7();
let device: FakeDevice;
let open: Workspace[];

beforeEach(() => {
	device = new FakeDevice();
	device.fetch = answer(200, {
		ok: true,
		workspaces: [
			{
				id: workspaceId,
				slug: 'rona',
				name: 'Selasar Rona',
				memberId,
				role: 'staff'
			}
		]
	});
	open = [];
});
afterEach(() => Promise.all(open.map((workspace) => workspace.close())));

describe('opening a workspace', () => {
	it('asks the server the first time and never again', async () => {
		await start();
		device.fetch = () => Promise.reject(new TypeError('no network'));
		const again = await start();
		expect(again).toMatchObject({ id: workspaceId, name: 'Selasar Rona' });
		expect(again.me).toMatchObject({ id: memberId, role: 'staff' });
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

async function start(slug = 'rona'): Promise<Workspace> {
	const workspace = await openWorkspace(slug, device.ports());
	open.push(workspace);
	return workspace;
}

function answer(status: number, body: unknown): typeof fetch {
	return () => Promise.resolve(Response.json(body, { status }));
}
