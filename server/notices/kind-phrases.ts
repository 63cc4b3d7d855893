import type { NoticeKind } from '#domain/notices/notice.ts';

/** Languages that the server itself speaks to people. */
export type Locale = 'id' | 'en';

/** An account's language; Indonesian unless it is English. */
export function localeOf(locale: string): Locale {
	return locale === 'en' ? 'en' : 'id';
}

/** Why somebody is told, after the title of what it is about. Names nobody. */
export const kindPhrases: Record<Locale, Record<NoticeKind, string>> = {
	id: {
		assigned: 'ditugaskan kepada Anda',
		mentioned: 'Anda disebut',
		answered: 'ada jawaban',
		dueSoon: 'tenggat mendekat',
		overdue: 'terlambat',
		escalated: 'dinaikkan kepada Anda',
		blocked: 'terhambat',
		freed: 'tidak terhambat lagi',
		commented: 'ada komentar',
		moved: 'dipindah',
		done: 'selesai'
	},
	en: {
		assigned: 'assigned to you',
		mentioned: 'you were mentioned',
		answered: 'an answer',
		dueSoon: 'due soon',
		overdue: 'overdue',
		escalated: 'passed on to you',
		blocked: 'blocked',
		freed: 'no longer blocked',
		commented: 'a comment',
		moved: 'moved',
		done: 'done'
	}
};
