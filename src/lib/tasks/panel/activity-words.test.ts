import { describe, expect, it } from 'vitest';
import { id as words } from '../../i18n/id.ts';
import type { Happening } from './activity-api.ts';
import { activityLines } from './activity-words.ts';

const around = {
	words,
	nameOf: (memberId: string) => (memberId === 'rara' ? 'Rara' : undefined),
	columnName: (columnId: string) => (columnId === 'doing' ? 'Dikerjakan' : undefined)
};

function happening(name: string, after: Record<string, unknown> = {}, noun = 'tasks'): Happening {
	return { seq: 1, at: 5, actor: 'rara', name, subject: { noun, id: 'x' }, before: {}, after };
}

describe('what happened with a task', () => {
	it('names the facts that were set', () => {
		const [line] = activityLines([happening('tasks.set', { dueOn: '2026-11-27', seriesId: 'y' })], around);
		expect(line).toEqual({ at: 5, who: 'Rara', text: 'mengganti tenggat' });
	});

	it('names the column that it went to, where that is still there', () => {
		const texts = activityLines(
			[happening('tasks.move', { columnId: 'doing' }), happening('tasks.move', { columnId: 'gone' })],
			around
		).map(({ text }) => text);
		expect(texts).toEqual(['memindahkan ke Dikerjakan', 'memindahkan tugas']);
	});

	it('leaves comments to the conversation', () => {
		expect(activityLines([happening('comments.add', {}, 'comments')], around)).toEqual([]);
	});

	it('says that it changed for what has no words of its own', () => {
		expect(activityLines([happening('tasks.fromTheFuture')], around)[0]?.text).toBe('mengubah tugas');
	});
});
