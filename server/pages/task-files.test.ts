import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { descriptionIdOf } from '#domain/tasks/describe-task.ts';
import { GET, PUT } from '../../src/routes/images/[id]/+server.ts';
import { callRoute } from '../../tests/support/call-route.ts';
import { furnishWork, type Work } from '../../tests/support/furnish-work.ts';
import { startSession } from '../../tests/support/sign-in.ts';
import {
	assertDone,
	openTestWorkspace,
	type Person,
	type TestWorkspace
} from '../../tests/support/test-workspace.ts';

const dayMs = 24 * 60 * 60 * 1000;
const id = '0123456789abcdef0123456789abcdef';
const program = '<script>alert(document.cookie)</script>';
let home: TestWorkspace;
let work: Work;
let taskId = '';

beforeEach(async () => {
	home = await openTestWorkspace();
	work = await furnishWork(home, await home.folder('Toko'));
	taskId = work.taskIds[0] ?? '';
	assertDone(await home.send('rara', 'tasks.describe', { id: taskId }));
	const attachment = { id, name: 'Nota “Oktober”.html', size: program.length };
	assertDone(await home.send('rara', 'tasks.attach', { id: taskId, attachment }));
});
afterEach(() => home.close());

async function put(person: Person, name = 'Nota “Oktober”.html') {
	const { identity } = await startSession(home, person);
	const query = `?page=${descriptionIdOf(taskId)}&name=${encodeURIComponent(name)}`;
	return callRoute(home, PUT, { identity, params: { id }, query, method: 'PUT', body: program });
}

async function read(person: Person) {
	const { identity } = await startSession(home, person);
	return callRoute(home, GET, { identity, params: { id } });
}

const onDisk = () => readdir(join(home.dataDir, 'images', descriptionIdOf(taskId))).catch(() => []);

describe('a file of a task', () => {
	it('is saved under its name and never shown as a page of this site', async () => {
		expect((await put('rara')).status).toBe(201);
		const { status, text, headers } = await read('yoga');
		expect([status, text]).toEqual([200, program]);
		expect(headers.get('content-type')).toBe('application/octet-stream');
		expect(headers.get('content-disposition')).toBe(
			`attachment; filename="Nota _Oktober_.html"; filename*=UTF-8''Nota%20%E2%80%9COktober%E2%80%9D.html`
		);
		expect(headers.get('x-content-type-options')).toBe('nosniff');
		expect(headers.get('content-security-policy')).toContain('sandbox');
	});

	it('cannot write into the answer by its name', async () => {
		await put('rara', '../a"\r\nSet-Cookie: sid=1.svg');
		const said = (await read('rara')).headers.get('content-disposition') ?? '';
		expect(said).toBe(
			`attachment; filename="-a-Set-Cookie- sid=1.svg"; filename*=UTF-8''-a-Set-Cookie-%20sid%3D1.svg`
		);
	});

	it('is for those who may see the task, from those who may change it, wherever it goes', async () => {
		expect((await put('hendra')).status).toBe(404);
		await put('rara');
		expect((await read('hendra')).status).toBe(404);
		const closed = await furnishWork(home, await home.folder('Keuangan', null, true));
		const to = { boardId: closed.boardId, columnId: closed.columns.todo, orderKey: 'a9' };
		assertDone(await home.send('wulan', 'tasks.move', { id: taskId, ...to }));
		expect((await read('yoga')).status).toBe(404);
		expect((await read('wulan')).status).toBe(200);
	});

	it('is deleted with its task', async () => {
		await put('rara');
		assertDone(await home.send('wulan', 'tasks.trash', { id: taskId }));
		assertDone(await home.send('wulan', 'tasks.purge', { id: taskId }));
		await home.services.images.sweep();
		expect(await onDisk()).toEqual([]);
	});

	it('stays a day after it was taken off, so that this can be taken back', async () => {
		await put('rara');
		assertDone(await home.send('rara', 'tasks.detach', { id: taskId, attachmentId: id }));
		await home.services.images.sweep();
		expect(await onDisk()).toEqual([id]);
		home.clock.advance(dayMs + 1);
		await home.services.images.sweep();
		expect(await onDisk()).toEqual([]);
		expect((await read('rara')).status).toBe(404);
	});

	it('stays as long as its task names it', async () => {
		await put('rara');
		home.clock.advance(30 * dayMs);
		await home.services.images.sweep();
		expect(await onDisk()).toEqual([id]);
	});
});
