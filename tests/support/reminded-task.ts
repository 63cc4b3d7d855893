import type { Comment } from '#domain/comments/comment.ts';
import type { Task } from '#domain/tasks/task.ts';
import type { Team } from '#domain/teams/team.ts';

/** A task as the rules of notices read it, made by Wulan in the folder *pemasaran*. */
export function remindedTask(facts: Partial<Task> = {}): Task {
	return {
		...{ id: 'task', workspaceId: 'w', folderId: 'pemasaran', boardId: 'b', columnId: 'c', orderKey: 'a0' },
		...{ number: 1, title: 'Foto rok plisket', dueOn: null, dueTime: null, startOn: null },
		...{ priority: 'normal', channel: null, estimateMinutes: null, recurrence: null },
		...{ assigneeIds: [], teamIds: [], labels: [], checklist: [], links: [], watcherIds: [] },
		...{
			blockerIds: [],
			freedIds: [],
			attachments: [],
			fields: {},
			descriptionId: null,
			seriesId: null,
			writers: {},
			overruled: []
		},
		...{ templateAt: null, doneAt: null, archivedAt: null, trashedAt: null },
		...{ createdBy: 'wulan', createdAt: 0, version: 1, deletedAt: null },
		...facts
	};
}

export function spokenComment(facts: Partial<Comment> = {}): Comment {
	return {
		...{ id: 'comment', workspaceId: 'w', folderId: 'pemasaran', taskId: 'task', threadId: null },
		...{ body: 'Mulai', mentionIds: [], reactions: {}, importedAuthor: null, editedAt: null },
		...{ resolvedAt: null, resolvedBy: null, createdBy: 'dimas', createdAt: 0, version: 1, deletedAt: null },
		...facts
	};
}

export function remindedTeam(facts: Partial<Team> = {}): Team {
	return {
		...{ id: 'gudang', workspaceId: 'w', name: 'Gudang', memberIds: ['yoga', 'rizky'] },
		...{ leadId: 'intan', deputyId: 'rara', createdBy: 'wulan', createdAt: 0, archivedAt: null },
		...{ version: 1, deletedAt: null },
		...facts
	};
}
