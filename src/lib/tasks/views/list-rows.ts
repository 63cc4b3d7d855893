import type { Task } from '#domain/tasks/task.ts';
import type { TaskGroup } from './grouping.ts';

/** One line of the list: the head of a group, or a task in it. */
export type ListLine = { key: string; group: TaskGroup } | { key: string; group: TaskGroup; task: Task };

export function linesOf(groups: readonly TaskGroup[]): ListLine[] {
	return groups.flatMap((group) => [
		{ key: `head:${group.key}`, group },
		...group.tasks.map((task) => ({ key: `${group.key}:${task.id}`, group, task }))
	]);
}

/** Which lines have to be drawn, all of one height, with some above and below what is seen. */
export function windowOf(
	{ top, seen, height }: { top: number; seen: number; height: number },
	count: number,
	beyond = 6
): { from: number; to: number } {
	const from = Math.max(0, Math.min(count, Math.floor(top / height) - beyond));
	const to = Math.min(count, Math.max(from, Math.ceil((top + seen) / height) + beyond));
	return { from, to };
}

/** The next line with a task in a direction; the same one at the end of the list. */
export function nextTaskLine(lines: readonly ListLine[], at: number, step: 1 | -1): number {
	for (let to = at + step; to >= 0 && to < lines.length; to += step) {
		const line = lines[to];
		if (line && 'task' in line) return to;
	}
	return at;
}

/** The tasks of the lines from one to another, whichever comes first, both with them. */
export function idsBetween(lines: readonly ListLine[], from: number, to: number): string[] {
	const [first, last] = from < to ? [from, to] : [to, from];
	return lines.slice(first, last + 1).flatMap((line) => ('task' in line ? [line.task.id] : []));
}
