import type { Locale } from '../i18n/locale.ts';

/** English with Indonesian shapes: day before month, 24 hours with a point. */
const tags: Record<Locale, string> = { id: 'id-ID', en: 'en-ID' };
const dayMs = 24 * 60 * 60 * 1000;

/** "Senin, 23 November 2026". */
export function longDate(at: number, locale: Locale): string {
	return noBreak(
		new Intl.DateTimeFormat(tags[locale], {
			weekday: 'long',
			day: 'numeric',
			month: 'long',
			year: 'numeric'
		}).format(at)
	);
}

/** "22 Nov 2026", never split at a line end. */
export function shortDate(at: number, locale: Locale): string {
	const format = new Intl.DateTimeFormat(tags[locale], { day: 'numeric', month: 'short', year: 'numeric' });
	return format.format(at).replaceAll(' ', '\u00A0');
}

/** A day of the calendar: "27 Nov", with the year when it is another than today's. */
export function dayText(day: string, today: string, locale: Locale): string {
	const formats = day.slice(0, 4) === today.slice(0, 4) ? dayFormat : dayAndYearFormat;
	return formats[locale].format(Date.parse(`${day}T00:00:00Z`)).replaceAll(' ', '\u00A0');
}

/** Made once: a board writes a day on every card, and to make a format takes longer than to draw the card. */
const dayFormat = dayFormats({});
const dayAndYearFormat = dayFormats({ year: 'numeric' });

function dayFormats(options: Intl.DateTimeFormatOptions): Record<Locale, Intl.DateTimeFormat> {
	const whole: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short', timeZone: 'UTC', ...options };
	return { id: new Intl.DateTimeFormat(tags.id, whole), en: new Intl.DateTimeFormat(tags.en, whole) };
}

/** "November 2026", for a day in it. */
export function monthText(day: string, locale: Locale): string {
	const format = new Intl.DateTimeFormat(tags[locale], { month: 'long', year: 'numeric', timeZone: 'UTC' });
	return format.format(Date.parse(`${day}T00:00:00Z`));
}

/** "Sen" or "Senin", for a day of the calendar. */
export function weekdayText(day: string, length: 'short' | 'long', locale: Locale): string {
	const format = new Intl.DateTimeFormat(tags[locale], { weekday: length, timeZone: 'UTC' });
	return format.format(Date.parse(`${day}T00:00:00Z`));
}

/** "09.05". */
export function clockTime(at: number): string {
	return new Intl.DateTimeFormat('id-ID', { hour: '2-digit', minute: '2-digit' }).format(at);
}

/** "5 menit yang lalu", "kemarin"; after seven days the date. Long words: "3 h" would read as hours. */
export function timeAgo(at: number, now: number, locale: Locale): string {
	const ago = Math.max(0, now - at);
	if (ago >= 7 * dayMs) return shortDate(at, locale);
	const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
	if (ago < 60_000) return format.format(0, 'second');
	if (ago < 60 * 60_000) return format.format(-Math.floor(ago / 60_000), 'minute');
	const days = Math.round((startOfDay(now) - startOfDay(at)) / dayMs);
	if (days === 0) return format.format(-Math.floor(ago / 3_600_000), 'hour');
	return format.format(-days, 'day');
}

function startOfDay(at: number): number {
	return new Date(at).setHours(0, 0, 0, 0);
}

/** Keeps "22 Nov" together where a line ends. */
function noBreak(text: string): string {
	return text.replace(/(\d+) (\p{L})/gu, '$1\u00A0$2');
}
