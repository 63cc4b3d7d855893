import { addDays } from '#domain/kernel/day.ts';
import { taskKey, type Task } from '#domain/tasks/task.ts';
import { calendarText, dayOf, foldLine, momentOf } from './calendar-line.ts';

/** How long a due moment with a time stands in a calendar. */
const minutesOfDue = 30;

/** What a calendar shows of a task. */
export type DueTask = Pick<Task, 'id' | 'number' | 'title' | 'dueOn' | 'dueTime' | 'createdAt'>;

interface CalendarFacts {
	name: string;
	slug: string;
	tasks: readonly DueTask[];
	/** The address of a page of Rapi, from its path. */
	link: (path: string) => string;
}

/** Due tasks as a calendar (RFC 5545): a whole day each, or half an hour at the due time, in local time. */
export function writeCalendar(facts: CalendarFacts): string {
	const lines = [
		'BEGIN:VCALENDAR',
		'VERSION:2.0',
		'PRODID:-//Rapi//Rapi//ID',
		'METHOD:PUBLISH',
		`NAME:${calendarText(facts.name)}`,
		`X-WR-CALNAME:${calendarText(facts.name)}`,
		...facts.tasks.flatMap((task) => eventOf(task, facts)),
		'END:VCALENDAR'
	];
	return lines.map((line) => `${foldLine(line)}\r\n`).join('');
}

function eventOf(task: DueTask, { name, slug, link }: CalendarFacts): string[] {
	if (task.dueOn === null) return [];
	const key = taskKey(name, task.number);
	return [
		'BEGIN:VEVENT',
		`UID:${task.id}`,
		`DTSTAMP:${momentOf(new Date(task.createdAt))}Z`,
		...span(task.dueOn, task.dueTime),
		`SUMMARY:${calendarText(key === null ? task.title : `${key} ${task.title}`)}`,
		`URL:${link(`/${slug}/t/${task.id}`)}`,
		'END:VEVENT'
	];
}

/** A moment without a zone means the clock on the wall of whoever reads. */
function span(day: string, time: string | null): string[] {
	if (time === null)
		return [`DTSTART;VALUE=DATE:${dayOf(day)}`, `DTEND;VALUE=DATE:${dayOf(addDays(day, 1))}`];
	const start = new Date(`${day}T${time}:00Z`);
	const end = new Date(start.getTime() + minutesOfDue * 60_000);
	return [`DTSTART:${momentOf(start)}`, `DTEND:${momentOf(end)}`];
}
