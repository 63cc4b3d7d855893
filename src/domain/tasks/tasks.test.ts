import { uuidv7 } from 'uuidv7';
import { beforeEach, describe, expect, it } from 'vitest';
import { MemoryTx } from '../../../tests/support/memory-tx.ts';
import type { Actor } from '../access/can.ts';
import type { Role } from '../access/level.ts';
import type { Command } from '../commands/command.ts';
import { commands, type CommandInput, type CommandName } from '../commands/commands.ts';
import { runCommand } from '../commands/run-command.ts';
import { isRefusal } from '../kernel/refusal.ts';
import { isActiveTeam, type Team } from '../teams/team.ts';
import type { Recurrence } from './recurrence.ts';
import type { Task } from './task.ts';
import { dueOfMoment } from './due-moment.ts';
import { taskKey } from './task.ts';
import { descriptionIdOf } from './describe-task.ts';

const now = Date.UTC(2026, 10, 23, 2);
const workspaceId = uuidv7();
let tx: MemoryTx;
let wulan: Actor;
let rara: Actor;
let hendra: Actor;
let folderId: string;
let boardId: string;
const columns = { todo: uuidv7(), doing: uuidv7(), done: uuidv7() };

beforeEach(async () => {
	tx = new MemoryTx();
	wulan = await member('Wulan', 'owner');
	rara = await member('Rara', 'staff');
	hendra = await member('Hendra', 'vendor');
	folderId = await folder();
	boardId = await board(folderId);
});

async function member(name: string, role: Role): Promise<Actor> {
	const id = uuidv7();
	const facts = { title: '', company: '', joinedAt: now, deactivatedAt: null, version: 0, deletedAt: null };
	await tx.put('members', { id, workspaceId, name, role, ...facts });
	return { memberId: id, workspaceId, role, active: true, cap: 'manage' };
}

async function run<N extends CommandName>(actor: Actor, name: N, input: CommandInput<N>): Promise<string> {
	const result = await runCommand(commands[name] as Command<unknown>, tx, input, { actor, now });
	return isRefusal(result) ? `${result.refused} ${result.field ?? ''}`.trim() : 'done';
}

async function folder(restricted = false): Promise<string> {
	const id = uuidv7();
	const facts = { grantId: uuidv7(), parentId: null, name: 'Pemasaran', orderKey: 'a0', restricted };
	expect(await run(wulan, 'folders.create', { id, ...facts })).toBe('done');
	return id;
}

async function board(folder: string, id = uuidv7(), ids = columns): Promise<string> {
	const column = (kind: 'todo' | 'doing' | 'done') => ({ id: ids[kind], name: kind, kind, limit: null });
	const facts = { name: 'Rilis', orderKey: 'a0', columns: [column('todo'), column('doing'), column('done')] };
	expect(await run(wulan, 'boards.create', { id, folderId: folder, ...facts })).toBe('done');
	return id;
}

async function task(facts: CommandInput<'tasks.create'>['with'] = {}): Promise<string> {
	const id = uuidv7();
	const place = { boardId, columnId: columns.todo, orderKey: 'a0' };
	expect(await run(rara, 'tasks.create', { id, ...place, title: 'Foto rok plisket', with: facts })).toBe(
		'done'
	);
	return id;
}

async function read(id: string): Promise<Task> {
	const row = await tx.get('tasks', id);
	if (!row) throw new Error('no such task');
	return row;
}

const move = (id: string, columnId: string, more: object = {}) => ({
	id,
	boardId,
	columnId,
	orderKey: 'a1',
	...more
});

describe('a board', () => {
	it('keeps a column while a task stands in it, and always one column', async () => {
		const id = await task();
		expect(await run(rara, 'boards.removeColumn', { id: boardId, columnId: columns.todo })).toBe(
			'not_empty columnId'
		);
		await run(rara, 'tasks.move', move(id, columns.doing));
		expect(await run(rara, 'boards.removeColumn', { id: boardId, columnId: columns.todo })).toBe('done');
		expect(await run(rara, 'tasks.move', move(id, columns.todo))).toBe('not_found columnId');
		expect(await run(rara, 'boards.removeColumn', { id: boardId, columnId: columns.done })).toBe('done');
		expect(await run(rara, 'boards.removeColumn', { id: boardId, columnId: columns.doing })).toBe(
			'not_empty columnId'
		);
	});

	it('finishes and opens its tasks when a column changes what it means', async () => {
		const id = await task();
		const column = { id: columns.todo, name: 'Beres', limit: null };
		await run(rara, 'boards.setColumn', { id: boardId, column: { ...column, kind: 'done' } });
		expect((await read(id)).doneAt).toBe(now);
		await run(rara, 'boards.setColumn', { id: boardId, column: { ...column, kind: 'wait' } });
		expect((await read(id)).doneAt).toBeNull();
	});

	it('takes its tasks, their comments and descriptions along to another folder', async () => {
		const id = await task();
		const comment = { id: uuidv7(), taskId: id, threadId: null, body: 'Siap' };
		await run(rara, 'comments.add', comment);
		await run(rara, 'tasks.describe', { id });
		const other = await folder();
		expect(await run(rara, 'boards.move', { id: boardId, folderId: other, orderKey: 'a0' })).toBe('done');
		expect((await read(id)).folderId).toBe(other);
		expect((await tx.get('comments', comment.id))?.folderId).toBe(other);
		expect((await tx.get('pages', descriptionIdOf(id)))?.folderId).toBe(other);
	});

	it('keeps the kind of a field, and takes only values that suit it', async () => {
		const id = await task();
		const field = { id: uuidv7(), name: 'Harga', kind: 'money' as const, choices: [] };
		expect(await run(rara, 'boards.setField', { id: boardId, field })).toBe('done');
		expect(await run(rara, 'boards.setField', { id: boardId, field: { ...field, kind: 'text' } })).toBe(
			'invalid field.kind'
		);
		expect(await run(rara, 'tasks.setField', { id, fieldId: field.id, value: 'mahal' })).toBe(
			'invalid value'
		);
		expect(await run(rara, 'tasks.setField', { id, fieldId: field.id, value: 329_000 })).toBe('done');
		expect((await read(id)).fields).toEqual({ [field.id]: 329_000 });
	});
});

describe('a task', () => {
	it('is done exactly while it stands in a column that says so', async () => {
		const id = await task();
		await run(rara, 'tasks.move', move(id, columns.done));
		expect((await read(id)).doneAt).toBe(now);
		await run(rara, 'tasks.move', move(id, columns.doing));
		expect((await read(id)).doneAt).toBeNull();
	});

	it('names nobody and nothing twice, whoever makes it', async () => {
		const born = { id: uuidv7(), boardId, columnId: columns.todo, title: 'Foto', orderKey: 'a0' };
		const open = { assigneeId: null, dueOn: null, doneAt: null, doneBy: null };
		const item = { id: uuidv7(), text: 'Lampu', orderKey: 'a0', ...open };
		expect(await run(rara, 'tasks.create', { ...born, with: { checklist: [item, item] } })).toBe(
			'already_exists with.checklist'
		);
		const twice = { assigneeIds: [rara.memberId, rara.memberId], labels: ['foto', 'foto'] };
		expect(await run(rara, 'tasks.create', { ...born, with: twice })).toBe('done');
		expect(await tx.get('tasks', born.id)).toMatchObject({ assigneeIds: [rara.memberId], labels: ['foto'] });
	});

	it('moves only to a column of a board whose folder its mover may edit', async () => {
		const id = await task();
		const closed = await folder(true);
		const ids = { todo: uuidv7(), doing: uuidv7(), done: uuidv7() };
		const other = await board(closed, uuidv7(), ids);
		expect(await run(rara, 'tasks.move', move(id, ids.todo))).toBe('not_found columnId');
		expect(await run(rara, 'tasks.move', { ...move(id, ids.todo), boardId: other })).toBe(
			'not_found boardId'
		);
		expect(await run(wulan, 'tasks.move', { ...move(id, ids.todo), boardId: other })).toBe('done');
		expect(await run(rara, 'tasks.rename', { id, title: 'Milik saya' })).toBe('not_found id');
	});

	it('has a due time only on a due day, and never starts after it', async () => {
		const id = await task({ dueOn: '2026-11-25', dueTime: '15:00' });
		expect(await run(rara, 'tasks.set', { id, facts: { startOn: '2026-11-26' } })).toBe(
			'invalid facts.startOn'
		);
		await run(rara, 'tasks.set', { id, facts: { dueOn: null } });
		expect(await read(id)).toMatchObject({ dueOn: null, dueTime: null });
		expect(await run(rara, 'tasks.set', { id, facts: { dueOn: '2026-02-30' } })).toBe('invalid facts.dueOn');
	});

	it('begins one description, whoever begins it and how often', async () => {
		const id = await task();
		expect(await run(rara, 'tasks.describe', { id })).toBe('done');
		expect(await run(wulan, 'tasks.describe', { id })).toBe('done');
		const pageId = descriptionIdOf(id);
		expect((await read(id)).descriptionId).toBe(pageId);
		expect(await run(wulan, 'pages.trash', { id: pageId })).toBe('not_found id');
		expect(await run(wulan, 'pages.move', { id: pageId, folderId, orderKey: 'a0' })).toBe('not_found id');
	});

	it('is linked only to what its linker may see', async () => {
		const id = await task();
		const closed = await folder(true);
		const page = { id: uuidv7(), folderId: closed, title: 'Gaji', kind: 'doc' as const, orderKey: 'a0' };
		await run(wulan, 'pages.create', page);
		const link = { id: uuidv7(), kind: 'page' as const, target: page.id, title: '' as const };
		expect(await run(rara, 'tasks.link', { id, link })).toBe('not_found link.target');
		expect(await run(wulan, 'tasks.link', { id, link })).toBe('done');
	});

	it('is called by the shop’s initials and its number, once it has one', () => {
		expect(taskKey('Selasar Rona', 214)).toBe('SR-214');
		expect(taskKey('Selasar Rona', null)).toBeNull();
		expect(taskKey('— —', 3)).toBe('T-3');
	});
});

describe('a value that two people change apart', () => {
	const due = (id: string, dueOn: string, seen: string | null) =>
		({ id, facts: { dueOn }, seen: { dueOn: seen } }) as const;

	it('is the later one’s, and the other can take theirs back', async () => {
		const id = await task({ dueOn: '2026-11-24' });
		await run(rara, 'tasks.set', due(id, '2026-11-27', '2026-11-24'));
		await run(wulan, 'tasks.set', due(id, '2026-11-25', '2026-11-24'));
		const told = {
			what: 'dueOn',
			memberId: rara.memberId,
			byId: wulan.memberId,
			value: '2026-11-27',
			at: now
		};
		expect(await read(id)).toMatchObject({ dueOn: '2026-11-25', overruled: [told] });
		await run(rara, 'tasks.set', due(id, '2026-11-27', '2026-11-25'));
		expect(await read(id)).toMatchObject({ dueOn: '2026-11-27', overruled: [] });
	});

	it('is day and time together for a due: one is told of both, and takes both back', async () => {
		const id = await task();
		const seen = { dueOn: null, dueTime: null };
		const hers = { dueOn: '2026-12-20', dueTime: null };
		await run(wulan, 'tasks.set', { id, facts: hers, seen });
		await run(rara, 'tasks.set', { id, facts: { dueOn: '2026-12-03', dueTime: '09:00' }, seen });
		expect((await read(id)).overruled).toMatchObject([{ what: 'dueOn', value: '2026-12-20' }]);
		await run(wulan, 'tasks.set', { id, facts: dueOfMoment('2026-12-20'), seen });
		const { dueOn, dueTime, overruled } = await read(id);
		expect({ dueOn, dueTime }).toEqual(hers);
		expect(overruled).toMatchObject([{ what: 'dueOn', memberId: rara.memberId, value: '2026-12-03T09:00' }]);
		expect(dueOfMoment('2026-12-03T09:00')).toEqual({ dueOn: '2026-12-03', dueTime: '09:00' });
	});

	it('tells of a time alone that another replaced, with its day', async () => {
		const id = await task({ dueOn: '2026-12-03', dueTime: '09:00' });
		await run(rara, 'tasks.set', { id, facts: { dueTime: '10:00' }, seen: { dueTime: '09:00' } });
		await run(wulan, 'tasks.set', { id, facts: { dueOn: '2026-12-04' }, seen: { dueOn: '2026-12-03' } });
		expect(await read(id)).toMatchObject({ dueOn: '2026-12-04', dueTime: '10:00', overruled: [] });
		await run(wulan, 'tasks.set', { id, facts: { dueTime: null }, seen: { dueTime: '09:00' } });
		await run(rara, 'tasks.set', { id, facts: { dueTime: '11:00' }, seen: { dueTime: '10:00' } });
		expect((await read(id)).overruled).toMatchObject([{ what: 'dueOn', value: '2026-12-04' }]);
	});

	it('tells nobody when the later one had seen it, or meant the same', async () => {
		const id = await task({ dueOn: '2026-11-24' });
		await run(rara, 'tasks.set', due(id, '2026-11-27', '2026-11-24'));
		await run(wulan, 'tasks.set', due(id, '2026-11-25', '2026-11-27'));
		await run(rara, 'tasks.set', due(id, '2026-11-25', '2026-11-27'));
		expect((await read(id)).overruled).toEqual([]);
	});

	it('is settled by the one it belonged to, for them alone', async () => {
		const id = await task({ dueOn: '2026-11-24' });
		await run(rara, 'tasks.set', due(id, '2026-11-27', '2026-11-24'));
		await run(wulan, 'tasks.set', due(id, '2026-11-25', '2026-11-24'));
		await run(wulan, 'tasks.settle', { id, what: 'dueOn' });
		expect((await read(id)).overruled).toHaveLength(1);
		await run(rara, 'tasks.settle', { id, what: 'dueOn' });
		expect((await read(id)).overruled).toEqual([]);
	});

	it('is told for a place too', async () => {
		const id = await task();
		await run(rara, 'tasks.move', move(id, columns.doing, { seen: columns.todo }));
		await run(wulan, 'tasks.move', move(id, columns.done, { seen: columns.todo }));
		expect((await read(id)).overruled).toMatchObject([{ what: 'columnId', value: columns.doing }]);
	});
});

describe('a task that comes again', () => {
	const weekly: Recurrence = { after: 'done', until: null, every: 'week', interval: 1, weekdays: [1] };
	const again = { id: uuidv7(), today: '2026-11-23' };

	it('makes one next, however often and by whomever it is finished', async () => {
		const item = { id: uuidv7(), text: 'Hitung', orderKey: 'a0', doneAt: 5, doneBy: null, assigneeId: null };
		const id = await task({ dueOn: '2026-11-23', recurrence: weekly, checklist: [{ ...item, dueOn: null }] });
		await run(rara, 'tasks.move', move(id, columns.done, { next: again }));
		await run(wulan, 'tasks.move', move(id, columns.done, { next: { ...again, id: uuidv7() } }));
		await run(wulan, 'tasks.move', move(id, columns.doing));
		await run(wulan, 'tasks.move', move(id, columns.done, { next: { ...again, id: uuidv7() } }));
		const series = await tx.list('tasks', { seriesId: id });
		expect(series.map(({ dueOn }) => dueOn).sort()).toEqual(['2026-11-23', '2026-11-30']);
		const next = await read(again.id);
		expect(next).toMatchObject({ doneAt: null, columnId: columns.todo, number: null });
		expect(next.checklist[0]?.doneAt).toBeNull();
	});

	it('begins undone on a board without a column for what is to be done', async () => {
		const id = await task({ dueOn: '2026-11-23', recurrence: { ...weekly, after: 'date' } });
		const waiting = { id: columns.todo, name: 'Menunggu', kind: 'wait' as const, limit: null };
		await run(wulan, 'boards.setColumn', { id: boardId, column: waiting });
		await run(wulan, 'boards.moveColumn', { id: boardId, columnId: columns.done, before: columns.todo });
		await run(rara, 'tasks.move', move(id, columns.done));
		await run(rara, 'tasks.repeat', { id, next: again });
		expect(await read(again.id)).toMatchObject({ columnId: columns.todo, doneAt: null });
	});

	it('is done at once where every column says so', async () => {
		const id = await task({ dueOn: '2026-11-23', recurrence: { ...weekly, after: 'date' } });
		await run(rara, 'tasks.move', move(id, columns.done));
		for (const columnId of [columns.todo, columns.doing])
			await run(wulan, 'boards.removeColumn', { id: boardId, columnId });
		await run(rara, 'tasks.repeat', { id, next: again });
		expect(await read(again.id)).toMatchObject({ columnId: columns.done, doneAt: now });
	});

	it('that comes on its day comes though the last is not done, and once', async () => {
		const id = await task({ dueOn: '2026-11-23', recurrence: { ...weekly, after: 'date' } });
		const next = { id: uuidv7(), today: '2026-11-22' };
		expect(await run(rara, 'tasks.repeat', { id, next })).toBe('invalid id');
		expect(await run(rara, 'tasks.repeat', { id, next: { ...next, today: '2026-11-23' } })).toBe('done');
		await run(rara, 'tasks.repeat', { id, next: { id: uuidv7(), today: '2026-11-23' } });
		expect(await tx.list('tasks', { seriesId: id })).toHaveLength(2);
	});
});

describe('a blocker', () => {
	it('holds many tasks, and frees all of them by being solved once', async () => {
		const [first, second] = [await task(), await task()];
		const id = uuidv7();
		const facts = { reason: 'Stok L kosong', ownerId: hendra.memberId, expectedOn: '2026-11-24' };
		expect(await run(rara, 'blockers.open', { id, taskId: first, ...facts })).toBe('done');
		expect(await run(rara, 'tasks.block', { id: second, blockerId: id })).toBe('done');
		await run(rara, 'tasks.block', { id: second, blockerId: id });
		expect((await read(second)).blockerIds).toEqual([id]);
		expect(await run(rara, 'blockers.solve', { id })).toBe('done');
		expect(await tx.get('blockers', id)).toMatchObject({ solvedAt: now, solvedBy: rara.memberId });
	});
});

describe('a comment', () => {
	it('is written by those who may comment, and changed by its author only', async () => {
		const taskId = await task();
		const id = uuidv7();
		const said = { id, taskId, threadId: null, body: `Tanya @[${hendra.memberId}]` };
		expect(await run(hendra, 'comments.add', said)).toBe('not_found taskId');
		const grant = {
			id: uuidv7(),
			folderId,
			memberId: hendra.memberId,
			role: null,
			level: 'comment' as const
		};
		await run(wulan, 'grants.set', { ...grant, endsAt: now + 1_000 });
		expect(await run(hendra, 'comments.add', said)).toBe('done');
		expect((await tx.get('comments', id))?.mentionIds).toEqual([hendra.memberId]);
		expect(await run(wulan, 'comments.edit', { id, body: 'Lain' })).toBe('not_found id');
		expect(await run(rara, 'comments.remove', { id })).toBe('not_found id');
		expect(await run(wulan, 'comments.remove', { id })).toBe('done');
	});

	it('answers a thread of its own task only', async () => {
		const [one, other] = [await task(), await task()];
		const first = uuidv7();
		await run(rara, 'comments.add', { id: first, taskId: one, threadId: null, body: 'Mulai' });
		const answer = { id: uuidv7(), taskId: other, threadId: first, body: 'Siap' };
		expect(await run(rara, 'comments.add', answer)).toBe('not_found threadId');
		expect(await run(rara, 'comments.add', { ...answer, taskId: one })).toBe('done');
	});
});

describe('teams and leave', () => {
	it('are arranged by those who manage people, and one’s own leave by oneself', async () => {
		const team = { id: uuidv7(), name: 'Gudang', memberIds: [rara.memberId], leadId: null, deputyId: null };
		expect(await run(rara, 'teams.set', team)).toBe('not_found id');
		expect(await run(wulan, 'teams.set', team)).toBe('done');
		const leave = { id: uuidv7(), memberId: rara.memberId, from: '2026-12-01', to: '2026-12-03' };
		expect(await run(rara, 'leaves.set', leave)).toBe('done');
		expect(await run(rara, 'leaves.set', { ...leave, id: uuidv7(), memberId: wulan.memberId })).toBe(
			'not_found memberId'
		);
		expect(await run(hendra, 'leaves.set', { ...leave, id: uuidv7(), memberId: hendra.memberId })).toBe(
			'not_found memberId'
		);
	});

	it('a team goes out of sight and comes back with its people', async () => {
		const id = uuidv7();
		const facts = { name: 'Gudang', memberIds: [rara.memberId], leadId: rara.memberId, deputyId: null };
		await run(wulan, 'teams.set', { id, ...facts });
		expect(await run(rara, 'teams.archive', { id })).toBe('not_found id');
		expect(await run(wulan, 'teams.archive', { id })).toBe('done');
		await run(wulan, 'teams.set', { id, ...facts, name: 'Gudang lama' });
		expect(isActiveTeam((await tx.get('teams', id)) as Team)).toBe(false);
		expect(await run(wulan, 'teams.unarchive', { id })).toBe('done');
		expect(await tx.get('teams', id)).toMatchObject({ ...facts, name: 'Gudang lama', archivedAt: null });
	});
});
