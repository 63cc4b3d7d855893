import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { remindedTask, spokenComment } from '../../../tests/support/reminded-task.ts';
import { newsOf } from './event-news.ts';
import { noticesOf, type TaskNews } from './notices-of.ts';

const everybody = { actorId: 'dimas', mayView: () => true };
const task = remindedTask({ assigneeIds: ['rara', 'yoga'], watcherIds: ['intan', 'rara'] });
const told = (news: TaskNews[], telling = everybody) =>
	noticesOf(news, telling).map(({ memberId, kind }) => `${memberId} ${kind}`);
const said = (facts: Partial<Extract<TaskNews, { what: 'said' }>>): TaskNews => ({
	...{ task, what: 'said', comment: spokenComment(), fresh: true, mentionIds: [], threadWriterIds: [] },
	...facts
});

describe('a change is told', () => {
	it('to those who were given the task', () => {
		expect(told([{ task, what: 'assigned', memberIds: ['rara'] }])).toEqual(['rara assigned']);
	});

	it('once to each who follows the task, has it or made it', () => {
		expect(told([{ task, what: 'done' }])).toEqual(['intan done', 'rara done', 'wulan done', 'yoga done']);
	});

	it('for the weightiest reason: mentioned before answered before commented', () => {
		const news = said({ mentionIds: ['rara'], threadWriterIds: ['rara', 'intan'] });
		expect(told([news])).toEqual(['rara mentioned', 'intan answered', 'wulan commented', 'yoga commented']);
	});

	it('of a comment that was edited only to those it newly mentions', () => {
		expect(told([said({ fresh: false, mentionIds: ['nadia'], threadWriterIds: ['intan'] })])).toEqual([
			'nadia mentioned'
		]);
	});

	it('to who can clear the way when a task is blocked, and to its people when it is free', () => {
		expect(told([{ task, what: 'blocked', ownerIds: ['hendra'] }])).toEqual([
			'rara blocked',
			'yoga blocked',
			'hendra blocked'
		]);
		expect(told([{ task, what: 'freed' }])).toEqual(['rara freed', 'yoga freed']);
	});

	it('of no pattern and of nothing in the trash', () => {
		for (const gone of [{ templateAt: 1 }, { trashedAt: 1 }])
			expect(told([{ task: { ...task, ...gone }, what: 'freed' }])).toEqual([]);
	});

	it('never to who did it, never to who may not see it, and never twice, whatever happened', () => {
		const people = fc.uniqueArray(fc.constantFrom<string>('wulan', 'dimas', 'rara', 'yoga', 'hendra'));
		const news = fc.oneof(
			fc.record({ task: fc.constant(task), what: fc.constant('assigned' as const), memberIds: people }),
			fc.record({ task: fc.constant(task), what: fc.constant('blocked' as const), ownerIds: people }),
			fc.record({ task: fc.constant(task), what: fc.constantFrom('freed', 'moved', 'done') }),
			fc.record({ mentionIds: people, threadWriterIds: people, fresh: fc.boolean() }).map(said)
		);
		fc.assert(
			fc.property(fc.array(news), people, fc.constantFrom('dimas', 'rara'), (all, sighted, actorId) => {
				const mayView = (memberId: string) => sighted.includes(memberId);
				const notices = noticesOf(all, { actorId, mayView });
				const members = notices.map(({ memberId }) => memberId);
				expect(new Set(members).size).toBe(members.length);
				expect(members).not.toContain(actorId);
				expect(members.every(mayView)).toBe(true);
			})
		);
	});
});

describe('the news in a logged change', () => {
	const change = (name: string, before: object, after: object) =>
		newsOf({ name, before: before as never, after: after as never });

	it('is who was added, not who had the task before', () => {
		const before = { 'tasks:t': { assigneeIds: ['rara'] } };
		const after = { 'tasks:t': { assigneeIds: ['rara', 'yoga'] } };
		expect(change('tasks.assign', before, after)).toEqual([
			{ what: 'assigned', taskId: 't', memberIds: ['yoga'], teamIds: [] }
		]);
	});

	it('is done rather than moved where a move finishes the task', () => {
		const moved = { 'tasks:t': { columnId: 'x', doneAt: 5 } };
		expect(change('tasks.move', { 'tasks:t': {} }, moved)).toEqual([{ what: 'done', taskId: 't' }]);
	});

	it('holds nothing of the next occurrence that a move made', () => {
		const next = { 'tasks:next': { assigneeIds: ['yoga'], blockerIds: [] } };
		expect(change('tasks.move', {}, next)).toEqual([]);
		expect(change('tasks.create', {}, next)).toHaveLength(1);
	});

	it('holds nothing of what was said elsewhere long ago', () => {
		const comment = (importedAuthor: string | null) => ({ 'comments:c': { importedAuthor, mentionIds: [] } });
		expect(change('comments.add', {}, comment('Budi'))).toEqual([]);
		expect(change('comments.add', {}, comment(null))).toEqual([
			{ what: 'said', commentId: 'c', fresh: true, mentionIds: [] }
		]);
	});
});
