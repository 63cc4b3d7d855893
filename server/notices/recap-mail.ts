import type { NoticeKind } from '#domain/notices/notice.ts';
import type { Mail } from '../people/mailer.ts';
import type { Recap, RecapTask } from './recap.ts';

export interface RecapMail {
	to: string;
	workspace: string;
	locale: 'id' | 'en';
	recap: Recap;
	linkTo: (task: RecapTask) => string;
	inboxLink: string;
}

/** Most lines of one part; the rest is counted. */
const partLines = 20;

/** The mail of a day in its reader's language. Titles stand in the text only, never in the subject. */
export function recapMail({ to, workspace, locale, recap, linkTo, inboxLink }: RecapMail): Mail {
	const words = locale === 'id' ? indonesian : english;
	const line = (task: RecapTask, note = '') => `- ${task.title}${note}\n  ${linkTo(task)}`;
	const part = <T>(title: string, items: readonly T[], say: (item: T) => string) => {
		if (items.length === 0) return [];
		const rest = items.length - partLines;
		const lines = items.slice(0, partLines).map(say);
		return [[title, ...lines, ...(rest > 0 ? [words.more(rest)] : [])].join('\n')];
	};
	const dueNote = (task: RecapTask) => line(task, task.dueOn === null ? '' : ` (${words.due(task.dueOn)})`);
	const parts = [
		...part(words.overdue, recap.overdue, dueNote),
		...part(words.today, recap.due, (task) => line(task)),
		...part(words.fresh, recap.fresh, ({ task, kinds }) =>
			line(task, `: ${kinds.map((kind) => words.kinds[kind]).join(', ')}`)
		),
		...part(words.blocked, recap.blocked, dueNote)
	];
	const text = [...parts, `${words.open}\n${inboxLink}`].join('\n\n');
	return { to, subject: words.subject(workspace.replace(/\p{Cc}+/gu, ' ')), text: `${text}\n` };
}

interface RecapWords {
	subject(workspace: string): string;
	overdue: string;
	today: string;
	fresh: string;
	blocked: string;
	due(day: string): string;
	more(count: number): string;
	open: string;
	kinds: Record<NoticeKind, string>;
}

const indonesian: RecapWords = {
	subject: (workspace) => `Ringkasan hari ini dari ${workspace}`,
	overdue: 'Terlambat',
	today: 'Tenggat hari ini',
	fresh: 'Baru untuk Anda',
	blocked: 'Terhambat',
	due: (day) => `tenggat ${shortDay(day, 'id-ID')}`,
	more: (count) => `…dan ${count} lainnya.`,
	open: 'Buka kotak masuk:',
	kinds: {
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
	}
};

const english: RecapWords = {
	subject: (workspace) => `Today at ${workspace}`,
	overdue: 'Overdue',
	today: 'Due today',
	fresh: 'New for you',
	blocked: 'Blocked',
	due: (day) => `due ${shortDay(day, 'en-GB')}`,
	more: (count) => `…and ${count} more.`,
	open: 'Open your inbox:',
	kinds: {
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

function shortDay(day: string, locale: string): string {
	const format = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' });
	return format.format(Date.parse(`${day}T00:00:00Z`));
}
