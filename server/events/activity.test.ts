import { uuidv7 } from 'uuidv7';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { furnishWork, type Work } from '../../tests/support/furnish-work.ts';
import {
	assertDone,
	openTestWorkspace,
	type Person,
	type TestWorkspace
} from '../../tests/support/test-workspace.ts';
import type { ActivityPart } from './activity.ts';

let home: TestWorkspace;
let folder = '';
let work: Work;

beforeEach(async () => {
	home = await openTestWorkspace();
	folder = await home.folder('Pemasaran');
	work = await furnishWork(home, folder);
});
afterEach(() => home.close());

async function read(person: Person, part: Partial<ActivityPart> = {}) {
	const actor = await home.services.finders.actor(home.caller(person));
	if (!actor) throw new Error('no actor');
	return home.services.activity.read(actor, { limit: 200, ...part });
}

async function names(person: Person, part: Partial<ActivityPart> = {}) {
	return (await read(person, part)).lines.map(({ name }) => name);
}

const taskId = () => work.taskIds[0] ?? '';

describe('what happened', () => {
	it('tells old and new value of what somebody changed, and where', async () => {
		assertDone(await home.send('rara', 'tasks.rename', { id: taskId(), title: 'Foto produk' }));
		const [line] = (await read('yoga')).lines;
		expect(line).toMatchObject({
			actor: home.memberId('rara'),
			name: 'tasks.rename',
			subject: { noun: 'tasks', id: taskId() },
			folderId: folder,
			before: { title: 'Tugas 0' },
			after: { title: 'Foto produk' }
		});
	});

	it('narrows to a person, a noun, a folder with those below it, and a time', async () => {
		const below = await home.folder('Konten', folder);
		const beside = await home.folder('Gudang');
		home.clock.advance(60_000);
		const from = home.clock.now();
		await home.page('Catatan', below);
		await home.page('Stok', beside);
		assertDone(await home.send('rara', 'tasks.rename', { id: taskId(), title: 'Foto produk' }));
		expect(await names('yoga', { person: home.memberId('rara') })).toEqual(['tasks.rename']);
		expect(await names('yoga', { noun: 'pages' })).toEqual(['pages.create', 'pages.create']);
		expect(await names('yoga', { folder, from })).toEqual(['tasks.rename', 'pages.create']);
		expect(await names('yoga', { folder: beside, from })).toEqual(['pages.create']);
		expect(await names('yoga', { until: from })).not.toContain('tasks.rename');
	});

	it('comes in parts', async () => {
		const whole = (await read('yoga')).lines.map(({ seq }) => seq);
		const first = await read('yoga', { limit: 3 });
		const second = await read('yoga', { limit: 200, before: first.next ?? 0 });
		expect([...first.lines, ...second.lines].map(({ seq }) => seq)).toEqual(whole);
		expect(second.next).toBeNull();
	});

	it('is silent about a thing once it lies where the reader may not see it', async () => {
		assertDone(await home.send('rara', 'tasks.rename', { id: taskId(), title: 'Rencana harga' }));
		const closed = await home.folder('Keuangan', null, true);
		const secret = await furnishWork(home, closed);
		const to = { boardId: secret.boardId, columnId: secret.columns.todo, orderKey: 'a9' };
		expect(JSON.stringify(await read('yoga'))).toContain('Rencana harga');
		assertDone(await home.send('wulan', 'tasks.move', { id: taskId(), ...to }));
		expect(JSON.stringify(await read('yoga'))).not.toContain('Rencana harga');
		expect(JSON.stringify(await read('dimas'))).toContain('Rencana harga');
	});

	it('tells nothing of the time when a thing lay where the reader could not see it', async () => {
		const closed = await home.folder('Keuangan', null, true);
		const secret = await furnishWork(home, closed);
		const id = secret.taskIds[0] ?? '';
		assertDone(await home.send('wulan', 'tasks.rename', { id, title: 'Gaji dibahas' }));
		assertDone(await home.send('wulan', 'tasks.rename', { id, title: 'Rapat bulanan' }));
		const to = { boardId: work.boardId, columnId: work.columns.todo, orderKey: 'a9' };
		assertDone(await home.send('wulan', 'tasks.move', { id, ...to }));
		const told = (await read('yoga', { task: id })).lines;
		expect(told.map(({ name }) => name)).toEqual(['tasks.move']);
		expect(JSON.stringify(told)).not.toContain('Gaji');
	});

	it('tells people of the company who got which right, and outsiders nothing of it', async () => {
		const [id, memberId] = [uuidv7(), home.memberId('hendra')];
		const endsAt = home.clock.now() + 86_400_000;
		const grant = { id, folderId: folder, memberId, role: null, endsAt };
		assertDone(await home.send('wulan', 'grants.set', { ...grant, level: 'comment' }));
		assertDone(await home.send('wulan', 'grants.set', { ...grant, level: 'edit' }));
		assertDone(await home.send('wulan', 'grants.remove', { id }));
		assertDone(await home.send('wulan', 'grants.set', { ...grant, id: uuidv7(), level: 'view' }));
		const [again, removed, changed] = (await read('yoga')).lines;
		expect(again).toMatchObject({ name: 'grants.set', subject: { noun: 'folders', id: folder } });
		expect(removed).toMatchObject({ before: { level: 'edit' }, after: { memberId } });
		expect(changed).toMatchObject({ before: { level: 'comment' }, after: { level: 'edit', memberId } });
		expect(await names('yoga', { noun: 'folders' })).toContain('grants.remove');
		const told = await names('hendra');
		expect(told).toContain('tasks.create');
		expect(told.filter((name) => name.startsWith('grants.'))).toEqual([]);
	});

	it('keeps what somebody has read to themselves', async () => {
		const notice = await home.services.storage.db
			.selectFrom('notices')
			.select('id')
			.where('memberId', '=', home.memberId('rara'))
			.executeTakeFirstOrThrow();
		assertDone(await home.send('rara', 'notices.mark', { id: notice.id, read: true }));
		expect(await names('rara')).not.toContain('notices.mark');
	});
});
