/** When nobody is reminded: from a time of day to another, over midnight where `from` is later. */
export interface QuietHours {
	from: string;
	to: string;
}

export const usualQuietHours: QuietHours = { from: '20:00', to: '07:00' };

/** Whether a time of day lies in the quiet hours; the same time twice means none. */
export function isQuiet({ from, to }: QuietHours, time: string): boolean {
	return from <= to ? from <= time && time < to : from <= time || time < to;
}

/** Minutes from a quiet time of day until the quiet hours are over. */
export function quietMinutesLeft({ to }: QuietHours, time: string): number {
	const left = minutesOf(to) - minutesOf(time);
	return left > 0 ? left : left + 24 * 60;
}

function minutesOf(time: string): number {
	return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}
