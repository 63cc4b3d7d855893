import type { Comment } from '../comments/comment.ts';
import type { Task } from '../tasks/task.ts';
import { noticeKinds, type NoticeKind } from './notice.ts';

/** News with what it is about, as it stands at the moment of telling. */
export type TaskNews = { task: Task } & (
	| { what: 'assigned'; memberIds: readonly string[] }
	| { what: 'blocked'; ownerIds: readonly string[] }
	| { what: 'freed' | 'moved' | 'done' }
	| {
			what: 'said';
			comment: Comment;
			fresh: boolean;
			mentionIds: readonly string[];
			/** Who wrote in the thread that it answers. */
			threadWriterIds: readonly string[];
	  }
);

/** One thing that one person is told. */
export interface Told {
	memberId: string;
	kind: NoticeKind;
	task: Task;
	commentId: string | null;
}

export interface Telling {
	/** Who caused it: nobody is told what they did themselves. */
	actorId: string;
	mayView: (memberId: string, folderId: string) => boolean;
}

/**
 * Who is told what by one change: each person once per task, for the weightiest of the reasons, and
 * only those who may view its folder now.
 */
export function noticesOf(news: readonly TaskNews[], { actorId, mayView }: Telling): Told[] {
	const told = new Map<string, Told>();
	for (const each of news) {
		if (each.task.templateAt !== null || each.task.trashedAt !== null) continue;
		for (const [kind, memberIds] of reasons(each)) {
			for (const memberId of memberIds) {
				if (memberId === actorId || !mayView(memberId, each.task.folderId)) continue;
				const key = `${each.task.id}/${memberId}`;
				const known = told.get(key);
				if (known && weight(known.kind) <= weight(kind)) continue;
				const commentId = each.what === 'said' ? each.comment.id : null;
				told.set(key, { memberId, kind, task: each.task, commentId });
			}
		}
	}
	return [...told.values()];
}

/** The kinds stand in order of weight: mentioned before answered before commented. */
function weight(kind: NoticeKind): number {
	return noticeKinds.indexOf(kind);
}

function reasons(news: TaskNews): [NoticeKind, readonly string[]][] {
	const { task } = news;
	switch (news.what) {
		case 'assigned':
			return [['assigned', news.memberIds]];
		case 'blocked':
			return [['blocked', [...task.assigneeIds, ...news.ownerIds]]];
		case 'freed':
			return [['freed', task.assigneeIds]];
		case 'moved':
		case 'done':
			return [[news.what, followersOf(task)]];
		case 'said':
			return [
				['mentioned', news.mentionIds],
				['answered', news.fresh ? news.threadWriterIds : []],
				['commented', news.fresh ? followersOf(task) : []]
			];
	}
}

function followersOf(task: Task): string[] {
	return [...task.watcherIds, task.createdBy, ...task.assigneeIds];
}
