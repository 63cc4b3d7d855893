import type { Notice } from '#domain/notices/notice.ts';
import type { Words } from '../i18n/en.ts';
import type { Workspace } from '../sync/workspace.ts';

/** "Rara menugaskan Anda": who did what, or what the date says. */
export function noticeSentence(
	{ kind, byId }: Notice,
	{ records }: Pick<Workspace, 'records'>,
	words: Words['inbox']
): string {
	const actor = (byId !== null && records.get('members', byId)?.name) || words.somebody;
	return words.kinds[kind]({ actor });
}

/** What a comment said, with names where it mentions people; empty for a notice of something else. */
export function noticeExcerpt({ commentId }: Notice, { records }: Pick<Workspace, 'records'>): string {
	const comment = commentId === null ? undefined : records.get('comments', commentId);
	return (comment?.body ?? '').replace(
		/@\[([0-9a-f-]{36})\]/g,
		(_mention, id: string) => `@${records.get('members', id)?.name ?? '…'}`
	);
}
