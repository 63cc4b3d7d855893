import ical, { ICalCalendarMethod } from 'ical-generator';
import { addDays } from '#domain/kernel/day.ts';
import { taskKey, type Task } from '#domain/tasks/task.ts';

/** How long a due moment with a time stands in a calendar. */
const minutesOfDue = 30;

/** Due tasks as a calendar (RFC 5545): a whole day each, or half an hour at the due time, in local time. */
export function writeCalendar(facts: {
	name: string;
	slug: string;
	tasks: readonly Task[];
	link: (path: string) => string;
}): string {
	const calendar = ical({ name: facts.name, method: ICalCalendarMethod.PUBLISH, prodId: '//Rapi//Rapi//ID' });
	for (const task of facts.tasks) {
		if (task.dueOn === null) continue;
		const key = taskKey(facts.name, task.number);
		calendar.createEvent({
			id: task.id,
			summary: key === null ? task.title : `${key} ${task.title}`,
			url: facts.link(`/${facts.slug}/t/${task.id}`),
			stamp: new Date(task.createdAt),
			floating: task.dueTime !== null,
			...span(task.dueOn, task.dueTime)
		});
	}
	return calendar.toString();
}

/** Times are written as UTC and marked floating: they mean the clock on the wall of whoever reads. */
function span(day: string, time: string | null) {
	if (time === null)
		return {
			start: new Date(`${day}T00:00:00Z`),
			end: new Date(`${addDays(day, 1)}T00:00:00Z`),
			allDay: true
		};
	const start = new Date(`${day}T${time}:00Z`);
	return { start, end: new Date(start.getTime() + minutesOfDue * 60_000) };
}
