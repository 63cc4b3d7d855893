import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { uuidv7 } from 'uuidv7';
import type { CommandInput, CommandName } from '#domain/commands/commands.ts';
import type { CastName } from '#server/demo/cast.ts';
import { cast } from '#server/demo/cast.ts';
import { startDemoServer, type DemoServer } from './demo-server.ts';
import { startServerProcess } from './server-process.ts';

/** Where every screen can be shown: the demo with a little more in it, and a server without an owner. */
export interface Stage {
	demo: DemoServer;
	/** Has no owner yet. */
	bare: { url: string; token: string };
	/** Of an invitation that waits to be accepted. */
	invitation: string;
	memberIds: Record<CastName, string>;
	/** Of the demo's tasks, by title. */
	taskIds: Record<string, string>;
	close(): Promise<void>;
}

export async function startStage(): Promise<Stage> {
	const demo = await startDemoServer();
	const bareData = mkdtempSync(join(tmpdir(), 'rapi-bare-'));
	const bare = await startServerProcess({ RAPI_DATA: bareData });
	const ask = await askAs(demo, 'wulan');
	const { items } = await ask<{ items: { id: string; name: string }[] }>(
		'GET',
		`w/${demo.demo.slug}/members?limit=50`
	);
	const { items: tasks } = await ask<{ items: TaskPlace[] }>('GET', `w/${demo.demo.slug}/tasks?limit=200`);
	const { link } = await ask<{ link: string }>('POST', `workspaces/${demo.demo.slug}/invitations`, {
		email: 'fajar.baru@lab-derma.example',
		role: 'vendor',
		grants: [
			{
				folderId: demo.demo.folderIds['Produksi & Vendor'],
				level: 'view',
				endsAt: Date.now() + 30 * 24 * 60 * 60 * 1000
			}
		]
	});
	await ask('POST', `workspaces/${demo.demo.slug}/keys`, {
		name: 'Rekap pesanan ke spreadsheet',
		cap: 'view',
		endsAt: null
	});
	await fillTrash(demo, ask);
	const taskIds = Object.fromEntries(tasks.map(({ id, title }) => [title, id]));
	await fillBoard(demo, ask, taskIds['Konfirmasi slot pickup kurir untuk hari rilis'] ?? '');
	const [first] = tasks.filter(({ boardId }) => boardId === demo.demo.boardIds['Rilis koleksi Senja']);
	if (first) await archiveOne(demo, ask, first);
	return {
		demo,
		bare: { url: bare.url, token: /token=(\S+)/.exec(bare.output())?.[1] ?? '' },
		invitation: new URL(link).pathname.split('/').at(-1) ?? '',
		memberIds: Object.fromEntries(
			Object.entries(cast).map(([key, { name }]) => [key, items.find((one) => one.name === name)?.id ?? ''])
		) as Record<CastName, string>,
		taskIds,
		async close() {
			await Promise.all([demo.close(), bare.end('SIGTERM')]);
			rmSync(bareData, { recursive: true, force: true });
		}
	};
}

type TaskPlace = Record<'id' | 'title' | 'boardId' | 'columnId', string>;
type Ask = <T>(method: 'GET' | 'POST', path: string, body?: unknown) => Promise<T>;

/** Asks the API as somebody of the cast; throws when it refuses. */
async function askAs(server: DemoServer, name: CastName): Promise<Ask> {
	const { url } = server;
	const headers = { origin: url, 'content-type': 'application/json' };
	const entered = await fetch(`${url}/api/v1/sessions`, {
		method: 'POST',
		headers,
		body: JSON.stringify(server.signIn(name))
	});
	const cookie = entered.headers
		.getSetCookie()
		.map((line) => line.split(';')[0])
		.join('; ');
	return async <T>(method: 'GET' | 'POST', path: string, body?: unknown): Promise<T> => {
		const response = await fetch(`${url}/api/v1/${path}`, {
			method,
			headers: { ...headers, cookie },
			...(body !== undefined && { body: JSON.stringify(body) })
		});
		if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
		return (await response.json()) as T;
	};
}

/** A page, a folder, a board and a task in the trash, and an archived SOP. */
async function fillTrash({ demo }: DemoServer, ask: Ask): Promise<void> {
	const send = <N extends CommandName>(name: N, input: CommandInput<N>) =>
		ask('POST', `w/${demo.slug}/commands/${name}`, input);
	const folderId = demo.folderIds['Keuangan'] ?? '';
	const page = {
		id: uuidv7(),
		folderId,
		title: 'Daftar harga Lebaran lama',
		kind: 'doc' as const,
		orderKey: 'b0V'
	};
	const folder = { id: uuidv7(), grantId: uuidv7(), parentId: folderId, name: 'Nota 2025', orderKey: 'b1V' };
	await send('pages.create', page);
	await send('pages.trash', { id: page.id });
	await send('folders.create', folder);
	await send('folders.trash', { id: folder.id });
	const column = (name: string) => ({ id: uuidv7(), name, kind: 'todo' as const, limit: null });
	const [closing, counting] = ['Tutup buku bulanan', 'Stok opname 2025'].map((name, at) => ({
		...{ id: uuidv7(), folderId, name, orderKey: `b${at}V`, columns: [column('Belum mulai')] }
	}));
	if (!closing || !counting) return;
	await send('boards.create', closing);
	await send('boards.create', counting);
	const place = { boardId: closing.id, columnId: closing.columns[0]?.id ?? '', orderKey: 'a0' };
	const task = { id: uuidv7(), title: 'Cocokkan mutasi rekening Oktober', ...place };
	await send('tasks.create', task);
	await send('tasks.trash', { id: task.id });
	await send('boards.trash', { id: counting.id });
	await send('pages.archive', { id: demo.pageIds['Balas chat dalam 10 menit'] ?? '' });
}

/** A task in the archive of its board. */
async function archiveOne({ demo }: DemoServer, ask: Ask, { boardId, columnId }: TaskPlace): Promise<void> {
	const address = (name: CommandName) => `w/${demo.slug}/commands/${name}`;
	const task = { id: uuidv7(), title: 'Foto teaser koleksi Fajar', boardId, columnId, orderKey: 'a0' };
	await ask('POST', address('tasks.create'), task);
	await ask('POST', address('tasks.archive'), { id: task.id });
}

/** A saved filter, and a priority of Dimas that Wulan replaced without having seen it. */
async function fillBoard(server: DemoServer, ask: Ask, taskId: string): Promise<void> {
	const { demo } = server;
	const address = (name: CommandName) => `w/${demo.slug}/commands/${name}`;
	const filter = { boardId: demo.boardIds['Rilis koleksi Senja'], name: 'Sedang jalan', orderKey: 'a0' };
	await ask('POST', address('filters.save'), { id: uuidv7(), ...filter, query: 'view=list&status=doing' });
	const set = (priority: string) => ({ id: taskId, facts: { priority }, seen: { priority: 'normal' } });
	await (
		await askAs(server, 'dimas')
	)('POST', address('tasks.set'), set('urgent'));
	await ask('POST', address('tasks.set'), set('low'));
}
