import { writeFilter, type TaskFilter } from '#domain/tasks/task-filter.ts';

/** What an address says beside the filter: which view, how it is arranged, what is open over it. */
const arrangement = ['view', 'group', 'sort', 'span', 'day', 'measure', 't'] as const;

/** The query of an address with another filter, everything else as it was. */
export function withFilter(query: URLSearchParams, filter: TaskFilter): URLSearchParams {
	const next = new URLSearchParams();
	for (const name of arrangement) {
		const value = query.get(name);
		if (value !== null) next.set(name, value);
	}
	for (const [name, value] of writeFilter(filter)) next.append(name, value);
	return next;
}

/** The query with one part of the arrangement changed; what is usual does not stand in the address. */
export function arranged(
	query: URLSearchParams,
	name: (typeof arrangement)[number],
	value: string | undefined
): URLSearchParams {
	const next = new URLSearchParams(query);
	if (value === undefined) next.delete(name);
	else next.set(name, value);
	return next;
}

/** What a saved filter keeps: everything but the task and the day that happen to be open. */
export function keptQuery(query: URLSearchParams): string {
	const next = new URLSearchParams(query);
	next.delete('t');
	next.delete('day');
	return next.toString();
}
