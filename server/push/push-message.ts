import type { NoticeKind } from '#domain/notices/notice.ts';
import type { PushMessage } from '#domain/notices/push.ts';
import { kindPhrases, localeOf } from '../notices/kind-phrases.ts';

/** What is shown of a title on a locked screen is short anyway. */
const titleLetters = 120;

export interface PushFacts {
	noticeId: string;
	kind: NoticeKind;
	taskId: string;
	/** As it is now, for a reader who may see it now. */
	title: string;
	workspace: string;
	slug: string;
	locale: string;
}

/** A notice in its reader's language. It names the task and why, and no person. */
export function pushMessage({
	noticeId,
	kind,
	taskId,
	title,
	workspace,
	slug,
	locale
}: PushFacts): PushMessage {
	const phrase = kindPhrases[localeOf(locale)][kind];
	return {
		title: shortened(title),
		body: `${phrase.charAt(0).toUpperCase()}${phrase.slice(1)} · ${workspace}`,
		address: `/${slug}/t/${taskId}`,
		tag: noticeId
	};
}

/** The message by which somebody sees that a device gets notices. */
export function tryMessage(locale: string, { workspace, slug }: Pick<PushFacts, 'workspace' | 'slug'>) {
	const [title, body] = tryWords[localeOf(locale)];
	return {
		title,
		body: `${body} · ${workspace}`,
		address: `/${slug}/inbox`,
		tag: 'try'
	} satisfies PushMessage;
}

const tryWords = {
	id: ['Pemberitahuan sampai', 'Beginilah Rapi mengabari Anda di perangkat ini'],
	en: ['Notices arrive', 'This is how Rapi tells you on this device']
} as const;

/** Cut between letters, never within one. */
function shortened(title: string): string {
	const letters = [...title];
	return letters.length <= titleLetters ? title : `${letters.slice(0, titleLetters - 1).join('')}…`;
}
