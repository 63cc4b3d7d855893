import type { Mail } from '../people/mailer.ts';
import { kindPhrases, type Locale } from './kind-phrases.ts';
import type { Recap, RecapTask } from './recap.ts';

export interface RecapMail {
	to: string;
	workspace: string;
	locale: Locale;
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
			line(task, `: ${kinds.map((kind) => kindPhrases[locale][kind]).join(', ')}`)
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
}

const indonesian: RecapWords = {
	subject: (workspace) => `Ringkasan hari ini dari ${workspace}`,
	overdue: 'Terlambat',
	today: 'Tenggat hari ini',
	fresh: 'Baru untuk Anda',
	blocked: 'Terhambat',
	due: (day) => `tenggat ${shortDay(day, 'id-ID')}`,
	more: (count) => `…dan ${count} lainnya.`,
	open: 'Buka kotak masuk:'
};

const english: RecapWords = {
	subject: (workspace) => `Today at ${workspace}`,
	overdue: 'Overdue',
	today: 'Due today',
	fresh: 'New for you',
	blocked: 'Blocked',
	due: (day) => `due ${shortDay(day, 'en-GB')}`,
	more: (count) => `…and ${count} more.`,
	open: 'Open your inbox:'
};

function shortDay(day: string, locale: string): string {
	const format = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' });
	return format.format(Date.parse(`${day}T00:00:00Z`));
}
