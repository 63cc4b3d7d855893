import { addDays, daysBetween } from '#domain/kernel/day.ts';
import type { Task } from '#domain/tasks/task.ts';
import type { Words } from '../i18n/en.ts';
import type { Locale } from '../i18n/locale.ts';
import { dayText } from '../views/dates.ts';

/** What a due day says on a card, and whether it is late. */
export interface DueWords {
	text: string;
	late: boolean;
}

/** "Hari ini", "Besok 15.00", "Terlambat 2 hari", "27 Nov"; undefined without a due day. */
export function dueWords(
	{ dueOn, dueTime, doneAt }: Pick<Task, 'dueOn' | 'dueTime' | 'doneAt'>,
	today: string,
	words: Words['tasks'],
	locale: Locale
): DueWords | undefined {
	if (dueOn === null) return undefined;
	const late = doneAt === null && dueOn < today;
	if (late) return { text: words.lateBy({ days: daysBetween(dueOn, today) }), late };
	const time = dueTime === null ? '' : `\u00A0${dueTime.replace(':', '.')}`;
	return { text: nearDay(dueOn, today, words, locale) + time, late };
}

function nearDay(day: string, today: string, words: Words['tasks'], locale: Locale): string {
	if (day === today) return words.today;
	if (day === addDays(today, 1)) return words.tomorrow;
	if (day === addDays(today, -1)) return words.yesterday;
	return dayText(day, today, locale);
}
