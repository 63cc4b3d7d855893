import type { Locale } from '../i18n/locale.ts';
import { clockTime, shortDate } from '../views/dates.ts';

/** "22 Nov 2026, 09.05". */
export function momentText(at: number, locale: Locale): string {
	return `${shortDate(at, locale)}, ${clockTime(at)}`;
}
