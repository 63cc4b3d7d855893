import { expect, it } from 'vitest';
import { everything, readFilter } from '#domain/tasks/task-filter.ts';
import { arranged, keptQuery, withFilter } from './view-address.ts';

const query = new URLSearchParams('view=list&group=due&who=a&who=b&field.x=1&t=task&day=2026-11-25');

it('another filter leaves the view as it is', () => {
	expect(withFilter(query, everything).toString()).toBe('view=list&group=due&day=2026-11-25&t=task');
	expect(withFilter(query, { ...readFilter(query), text: 'rok' }).toString()).toBe(
		'view=list&group=due&day=2026-11-25&t=task&who=a&who=b&q=rok&field.x=1'
	);
});

it('another arrangement leaves the filter as it is', () => {
	expect(arranged(query, 'group', undefined).getAll('who')).toEqual(['a', 'b']);
	expect(arranged(query, 't', 'other').get('t')).toBe('other');
});

it('a saved filter does not keep which task was open', () => {
	expect(keptQuery(query)).toBe('view=list&group=due&who=a&who=b&field.x=1');
});
