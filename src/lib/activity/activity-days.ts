import { dayOf } from '../access/end-date.ts';

/** Lines of one local day, in the order in which they came. */
export interface ActivityDay<T> {
	/** YYYY-MM-DD. */
	day: string;
	lines: T[];
}

/** Lines by the day that it was here, the order of both kept. */
export function byDay<T extends { at: number }>(lines: readonly T[]): ActivityDay<T>[] {
	return [...Map.groupBy(lines, ({ at }) => dayOf(at))].map(([day, each]) => ({
		day,
		lines: each
	}));
}

/** The milliseconds at which a local day begins and at which the next one does; none for no day. */
export function boundsOfDay(day: string): { from: number; until: number } | undefined {
	const [year, month, date] = day.split('-').map(Number);
	if (!year || !month || !date) return undefined;
	const at = (shift: number) => new Date(year, month - 1, date + shift).getTime();
	return { from: at(0), until: at(1) };
}
