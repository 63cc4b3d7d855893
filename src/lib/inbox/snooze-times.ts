/** Until when a row can be put off: in an hour, this afternoon, tomorrow morning, on Monday. */
export const snoozes = ['hour', 'afternoon', 'tomorrow', 'monday'] as const;
export type Snooze = (typeof snoozes)[number];

/** The choices at `now` with their moments, by this device's clock; no afternoon once it has begun. */
export function snoozeTimes(now: number): { name: Snooze; at: number }[] {
	const times = [
		{ name: 'hour' as const, at: now + 60 * 60 * 1000 },
		{ name: 'afternoon' as const, at: atHour(now, 0, 16) },
		{ name: 'tomorrow' as const, at: atHour(now, 1, 8) },
		{ name: 'monday' as const, at: atHour(now, daysToMonday(now), 8) }
	];
	return times.filter(({ at }) => at > now);
}

function atHour(now: number, days: number, hour: number): number {
	const moment = new Date(now);
	moment.setDate(moment.getDate() + days);
	return moment.setHours(hour, 0, 0, 0);
}

/** Never today: on a Monday it is the next one. */
function daysToMonday(now: number): number {
	return (8 - new Date(now).getDay()) % 7 || 7;
}
