import type { Blocker } from '#domain/blockers/blocker.ts';
import { dueRangeOf, dueRanges, type FilterSurroundings } from '#domain/tasks/task-filter.ts';
import { isCurrent, type Task } from '#domain/tasks/task.ts';
import { byOrder } from '../../folders/outline.ts';

export const mySections = [...dueRanges, 'blocked'] as const;
export type MySection = (typeof mySections)[number];

/** Open work of one person: theirs, or of a team that they are in. */
export function isMine(task: Task, memberId: string, around: FilterSurroundings): boolean {
	return isCurrent(task) && task.doneAt === null && around.peopleOf(task).includes(memberId);
}

/**
 * One person's tasks by when they are due, the earliest first; what waits for somebody else stands
 * apart at the end, since nothing can be done about it now. Sections without tasks are left out.
 */
export function sectionsOf(
	tasks: readonly Task[],
	memberId: string,
	around: FilterSurroundings & { blockageOf(task: Task): { known: readonly Blocker[]; unseen: boolean } }
): { section: MySection; tasks: Task[] }[] {
	const waits = (task: Task) => {
		const { known, unseen } = around.blockageOf(task);
		return unseen || known.some(({ ownerId }) => ownerId !== memberId);
	};
	const sorted = [...tasks].sort((a, b) => compare(dueKey(a), dueKey(b)) || byOrder(a, b));
	const by = Map.groupBy(sorted, (task): MySection =>
		waits(task) ? 'blocked' : dueRangeOf(task, around.today)
	);
	return mySections.flatMap((section) => {
		const found = by.get(section);
		return found ? [{ section, tasks: found }] : [];
	});
}

function dueKey({ dueOn, dueTime }: Task): string {
	return dueOn === null ? '9999' : `${dueOn} ${dueTime ?? '24'}`;
}

function compare(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
