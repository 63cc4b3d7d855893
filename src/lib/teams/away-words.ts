import { addDays, localMoment } from '#domain/kernel/day.ts';
import { nextAway, type Away, type Leave } from '#domain/teams/leave.ts';
import type { Words } from '../i18n/en.ts';
import type { Locale } from '../i18n/locale.ts';
import { dayText } from '../views/dates.ts';

/** How many days ahead leave is worth telling beside a name. */
const aheadDays = 7;

/** The day that it is on this device. */
export function todayHere(now: number): string {
	return localMoment(now, Intl.DateTimeFormat().resolvedOptions().timeZone).day;
}

/**
 * "cuti sampai 3 Des" of who is away today, "cuti 1 Des sampai 3 Des" of who will be within a week,
 * or by the day until which it matters; undefined of everybody else.
 */
export function awayWords(
	leaves: readonly Leave[],
	memberId: string,
	{
		today,
		until,
		words,
		locale
	}: { today: string; until?: string | null | undefined; words: Words; locale: Locale }
): string | undefined {
	const week = addDays(today, aheadDays);
	const away = nextAway(leaves, memberId, today, until && until > week ? until : week);
	return away && sentence(away, today, words.teams.leave, (day) => dayText(day, today, locale));
}

function sentence(
	{ from, to }: Away,
	today: string,
	say: Words['teams']['leave'],
	text: (day: string) => string
): string {
	if (from <= today) return say.awayUntil({ day: text(to) });
	return from === to ? say.awayOn({ day: text(from) }) : say.awayBetween({ from: text(from), to: text(to) });
}
