import { addDays, daysBetween, localMoment } from '../kernel/day.ts';
import type { CheckItem, Task } from './task.ts';

/** What a task made as another says begins with. */
export type PatternFacts = Pick<
	Task,
	| 'dueOn'
	| 'dueTime'
	| 'startOn'
	| 'priority'
	| 'channel'
	| 'estimateMinutes'
	| 'recurrence'
	| 'assigneeIds'
	| 'teamIds'
	| 'labels'
	| 'checklist'
	| 'links'
	| 'fields'
>;

/**
 * The day from which the days of a task count when it is done again: of a template the one on which
 * it became one, of other work the one on which it was made.
 */
export function patternDay({ templateAt, createdAt }: Task, timeZone: string): string {
	return localMoment(templateAt ?? createdAt, timeZone).day;
}

/**
 * What is worth doing again of a task: everything but what has been done of it. Its days stay as far
 * from `to` as they were from `from`, and never before it.
 */
export function patternFacts(
	task: Task,
	days: { from: string; to: string },
	newId: () => string
): PatternFacts {
	const { priority, channel, estimateMinutes, recurrence, assigneeIds, teamIds, labels, links, fields } =
		task;
	const shifted = (day: string | null) => (day === null ? null : shift(day, days));
	const item = (line: CheckItem): CheckItem => ({
		...line,
		...{ id: newId(), doneAt: null, doneBy: null, dueOn: shifted(line.dueOn) }
	});
	return {
		...{ priority, channel, estimateMinutes, recurrence },
		...{ dueOn: shifted(task.dueOn), dueTime: task.dueTime, startOn: shifted(task.startOn) },
		...{ assigneeIds: [...assigneeIds], teamIds: [...teamIds], labels: [...labels] },
		...{ checklist: task.checklist.map(item), links: links.map((link) => ({ ...link, id: newId() })) },
		fields: { ...fields }
	};
}

function shift(day: string, { from, to }: { from: string; to: string }): string {
	return addDays(to, Math.max(0, daysBetween(from, day)));
}
