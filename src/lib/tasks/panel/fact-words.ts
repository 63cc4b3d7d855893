import type { BoardField } from '#domain/boards/board.ts';
import { dueOfMoment } from '#domain/tasks/due-moment.ts';
import type { Recurrence } from '#domain/tasks/recurrence.ts';
import type { FieldValue, Overruled } from '#domain/tasks/task.ts';
import type { Language } from '../../i18n/language.ts';
import { dayText } from '../../views/dates.ts';

const space = '\u00A0';
const mondayMs = Date.UTC(2024, 0, 1);
const dayMs = 24 * 60 * 60 * 1000;

/** "2 jam 30 menit". */
export function estimateWords(minutes: number, { words }: Language): string {
	const { hours: sayHours, minutes: sayMinutes } = words.taskPanel;
	const hours = Math.floor(minutes / 60);
	const rest = minutes % 60;
	const parts = [
		hours > 0 && sayHours({ hours }),
		(rest > 0 || hours === 0) && sayMinutes({ minutes: rest })
	];
	return parts.filter((part) => part !== false).join(' ');
}

/** "Senin" for 1 to "Minggu" for 7. */
export function weekdayName(weekday: number, locale: string, width: 'long' | 'short' = 'long'): string {
	return new Intl.DateTimeFormat(locale, { weekday: width, timeZone: 'UTC' }).format(
		mondayMs + (weekday - 1) * dayMs
	);
}

/** How a task comes again, as one sentence: "Setiap Senin dan Kamis, sampai 24 Des". */
export function recurrenceWords(recurrence: Recurrence, today: string, language: Language): string {
	const said = repeats(recurrence, language);
	if (recurrence.until === null) return said;
	const day = dayText(recurrence.until, today, language.locale);
	return `${said}, ${language.words.taskPanel.repeat.sayUntil({ day })}`;
}

function repeats(recurrence: Recurrence, { words, locale }: Language): string {
	const say = words.taskPanel.repeat;
	switch (recurrence.every) {
		case 'day':
			return say.sayDay({ n: recurrence.interval });
		case 'workday':
			return say.sayWorkday;
		case 'week': {
			const names = [...recurrence.weekdays].sort((a, b) => a - b).map((day) => weekdayName(day, locale));
			return say.sayWeek({ n: recurrence.interval, days: new Intl.ListFormat(locale).format(names) });
		}
		case 'month':
			return say.sayMonth({ n: recurrence.interval, day: recurrence.day });
		case 'monthWeekday':
			return say.sayMonthWeekday({
				n: recurrence.interval,
				nth: recurrence.nth === -1 ? say.nths.last : say.nths[recurrence.nth],
				day: weekdayName(recurrence.weekday, locale)
			});
	}
}

/** "Rp 1.250.000", never split at a line end. */
export function moneyText(rupiah: number): string {
	return `Rp${space}${new Intl.NumberFormat('id-ID').format(rupiah)}`;
}

/** Where words for values look up what the values name. */
export interface ValueSurroundings {
	language: Language;
	today: string;
	nameOf: (memberId: string) => string | undefined;
	columnName: (columnId: string) => string | undefined;
	fields: readonly BoardField[];
}

/** A value of a board's own field as it is shown; undefined for none. */
export function fieldText(
	field: BoardField,
	value: FieldValue | undefined,
	around: ValueSurroundings
): string | undefined {
	if (value === null || value === undefined || value === '') return undefined;
	const { overruled } = around.language.words.taskPanel;
	if (typeof value === 'boolean') return value ? overruled.yes : overruled.no;
	if (typeof value === 'number')
		return field.kind === 'money' ? moneyText(value) : new Intl.NumberFormat('id-ID').format(value);
	if (field.kind === 'date') return dayText(value, around.today, around.language.locale);
	if (field.kind === 'choice') return field.choices.find(({ id }) => id === value)?.name;
	if (field.kind === 'person') return around.nameOf(value) ?? overruled.someone;
	return value;
}

/** "3 Des 09.00", never split at a line end; the day alone where there is no time. */
function momentText(moment: string, today: string, { locale }: Language): string {
	const { dueOn, dueTime } = dueOfMoment(moment);
	const day = dueOn === null ? '' : dayText(dueOn, today, locale);
	return dueTime === null ? day : `${day}${space}${dueTime.replace(':', '.')}`;
}

/** What a fact is called, and how a value of it reads. */
export function overruledWords(
	what: string,
	value: Overruled['value'],
	around: ValueSurroundings
): { fact: string; value: string } {
	const { language, today } = around;
	const { tasks, taskPanel } = language.words;
	const field = around.fields.find(({ id }) => what === `field:${id}`);
	const fact = field?.name ?? tasks.facts[what as keyof typeof tasks.facts] ?? what;
	if (value === null || value === '') return { fact, value: taskPanel.overruled.nothing };
	if (typeof value === 'object') return { fact, value: recurrenceWords(value, today, language) };
	if (field) return { fact, value: fieldText(field, value, around) ?? taskPanel.overruled.nothing };
	if (typeof value === 'number') return { fact, value: estimateWords(value, language) };
	if (typeof value === 'boolean')
		return { fact, value: value ? taskPanel.overruled.yes : taskPanel.overruled.no };
	if (what === 'columnId') return { fact, value: around.columnName(value) ?? value };
	if (what === 'dueOn') return { fact, value: momentText(value, today, language) };
	if (what === 'startOn') return { fact, value: dayText(value, today, language.locale) };
	if (what === 'priority') return { fact, value: tasks.priority[value as keyof typeof tasks.priority] };
	if (what === 'dueTime') return { fact, value: value.replace(':', '.') };
	return { fact, value: what === 'title' ? `“${value}”` : value };
}
