import * as v from 'valibot';
import { boardNeed } from '../boards/board-commands.ts';
import { columnOf } from '../boards/board.ts';
import { command, type Need } from '../commands/command.ts';
import { isInTrash } from '../folders/trash.ts';
import { daySchema } from '../kernel/day.ts';
import { refuse, type Refusal } from '../kernel/refusal.ts';
import { filledLineSchema, idSchema, limits, orderKeySchema } from '../kernel/schema.ts';
import { hasTwins, withoutTwins } from '../kernel/twins.ts';
import { changeRow } from '../records/change-row.ts';
import type { Tx } from '../records/tx.ts';
import { makeNextOccurrence } from './next-occurrence.ts';
import { overrule } from './overrule.ts';
import { relocateTask } from './relocate-task.ts';
import {
	checkItemSchema,
	fieldValueSchema,
	labelSchema,
	someFactsSchema,
	taskLimits,
	taskLinkSchema
} from './task.ts';

const one = v.object({ id: idSchema });

export function taskNeed(
	id: string,
	action: 'view' | 'comment' | 'edit' | 'manage' = 'edit',
	field = 'id'
): Need {
	return { noun: 'tasks', id, action, field };
}

/** Screens know the parts of these lists by their value: nothing stands in them twice. */
const once = v.transform((values: string[]) => withoutTwins(values));

/** What a task may be given at its birth beside its title. */
const bornWith = v.object({
	...someFactsSchema.entries,
	assigneeIds: v.exactOptional(v.pipe(v.array(idSchema), v.maxLength(taskLimits.assignees), once)),
	teamIds: v.exactOptional(v.pipe(v.array(idSchema), v.maxLength(taskLimits.teams), once)),
	labels: v.exactOptional(v.pipe(v.array(labelSchema), v.maxLength(taskLimits.labels), once)),
	checklist: v.exactOptional(v.pipe(v.array(checkItemSchema), v.maxLength(taskLimits.items))),
	links: v.exactOptional(v.pipe(v.array(taskLinkSchema), v.maxLength(taskLimits.links))),
	fields: v.exactOptional(v.pipe(v.record(idSchema, fieldValueSchema), v.maxEntries(30)))
});

export const createTask = command({
	input: v.object({
		id: idSchema,
		boardId: idSchema,
		columnId: idSchema,
		orderKey: orderKeySchema,
		title: filledLineSchema(limits.title),
		with: v.optional(bornWith, {}),
		template: v.optional(v.boolean(), false)
	}),
	needs: ({ boardId, with: { links = [] } }) => [boardNeed(boardId, 'edit', 'boardId'), ...linkNeeds(links)],
	subject: ({ id }) => ({ noun: 'tasks', id }),
	async apply(tx, input, { actor, now }) {
		if (await tx.get('tasks', input.id)) return refuse('already_exists', 'id');
		const { checklist = [], links = [] } = input.with;
		if (hasTwins(checklist)) return refuse('already_exists', 'with.checklist');
		if (hasTwins(links)) return refuse('already_exists', 'with.links');
		const board = await tx.get('boards', input.boardId);
		const column = board && columnOf(board, input.columnId);
		if (!column) return refuse('not_found', 'columnId');
		if (board.trashedAt !== null || (await isInTrash(tx, board.folderId)))
			return refuse('in_trash', 'boardId');
		const stranger = await findStranger(tx, input.with);
		if (stranger) return stranger;
		await tx.put('tasks', {
			...emptyFacts,
			...input.with,
			id: input.id,
			boardId: input.boardId,
			columnId: input.columnId,
			orderKey: input.orderKey,
			title: input.title,
			workspaceId: actor.workspaceId,
			folderId: board.folderId,
			number: null,
			// A task that comes again begins a series of its own.
			seriesId: input.with.recurrence ? input.id : null,
			watcherIds: [],
			blockerIds: [],
			freedIds: [],
			attachments: [],
			descriptionId: null,
			writers: {},
			overruled: [],
			templateAt: input.template ? now : null,
			doneAt: column.kind === 'done' && !input.template ? now : null,
			archivedAt: null,
			trashedAt: null,
			createdBy: actor.memberId,
			createdAt: now,
			version: 0,
			deletedAt: null
		});
		return undefined;
	}
});

const emptyFacts = {
	dueOn: null,
	dueTime: null,
	startOn: null,
	priority: 'normal' as const,
	channel: null,
	estimateMinutes: null,
	recurrence: null,
	assigneeIds: [],
	teamIds: [],
	labels: [],
	checklist: [],
	links: [],
	fields: {}
};

/** People and teams that a new task names must exist. */
async function findStranger(
	tx: Tx,
	{ assigneeIds = [], teamIds = [] }: v.InferOutput<typeof bornWith>
): Promise<Refusal | undefined> {
	for (const id of assigneeIds)
		if (!(await tx.get('members', id))) return refuse('not_found', 'with.assigneeIds');
	for (const id of teamIds) if (!(await tx.get('teams', id))) return refuse('not_found', 'with.teamIds');
	return undefined;
}

/** Linking to a thing needs to see it: a link must never tell whether something exists. */
export function linkNeeds(links: readonly v.InferOutput<typeof taskLinkSchema>[]): Need[] {
	return links.flatMap((link): Need[] => {
		if (link.kind === 'page')
			return [{ noun: 'pages', id: link.target, action: 'view', field: 'link.target' }];
		if (link.kind === 'task') return [taskNeed(link.target, 'view', 'link.target')];
		return [];
	});
}

export const renameTask = command({
	input: v.object({
		id: idSchema,
		title: filledLineSchema(limits.title),
		/** The title that the device showed; see `overrule`. */
		seen: v.optional(v.string())
	}),
	needs: ({ id }) => [taskNeed(id)],
	subject: ({ id }) => ({ noun: 'tasks', id }),
	async apply(tx, { id, title, seen }, { actor, now }) {
		const task = await tx.get('tasks', id);
		if (!task) return refuse('not_found', 'id');
		const change = { what: 'title', current: task.title, seen, next: title };
		await tx.put('tasks', { ...task, title, ...overrule(task, [change], { memberId: actor.memberId, now }) });
		return undefined;
	}
});

/**
 * Moves a task to a place in a column, of its own board or another. Entering a column of the kind
 * *done* finishes it, leaving one opens it again; finishing one that comes again makes the next.
 */
export const moveTask = command({
	input: v.object({
		id: idSchema,
		boardId: idSchema,
		columnId: idSchema,
		orderKey: orderKeySchema,
		/** The column that the device showed it in; see `overrule`. */
		seen: v.optional(idSchema),
		/** Id of the next occurrence and the local day, for a task that comes again. */
		next: v.optional(v.object({ id: idSchema, today: daySchema }))
	}),
	needs: ({ id, boardId }) => [taskNeed(id), boardNeed(boardId, 'edit', 'boardId')],
	subject: ({ id }) => ({ noun: 'tasks', id }),
	async apply(tx, { id, boardId, columnId, orderKey, seen, next }, context) {
		const task = await tx.get('tasks', id);
		const board = await tx.get('boards', boardId);
		const column = board && columnOf(board, columnId);
		if (!task) return refuse('not_found', 'id');
		if (!column) return refuse('not_found', 'columnId');
		if (board.id !== task.boardId && (board.trashedAt !== null || (await isInTrash(tx, board.folderId))))
			return refuse('in_trash', 'boardId');
		const { actor, now } = context;
		const change = { what: 'columnId', current: task.columnId, seen, next: columnId };
		const done = column.kind === 'done' && task.templateAt === null;
		await relocateTask(tx, task, {
			boardId,
			columnId,
			orderKey,
			folderId: board.folderId,
			doneAt: done ? (task.doneAt ?? now) : null,
			...overrule(task, [change], { memberId: actor.memberId, now })
		});
		if (done && task.doneAt === null && next)
			await makeNextOccurrence(tx, task, next.id, next.today, context);
		return undefined;
	}
});

/** Makes the next occurrence of a task that comes again on its day, done or not. */
export const repeatTask = command({
	input: v.object({ id: idSchema, next: v.object({ id: idSchema, today: daySchema }) }),
	needs: ({ id }) => [taskNeed(id)],
	subject: ({ id }) => ({ noun: 'tasks', id }),
	async apply(tx, { id, next }, context) {
		const task = await tx.get('tasks', id);
		if (!task) return refuse('not_found', 'id');
		if (task.recurrence?.after !== 'date' || (task.dueOn ?? '9') > next.today) return refuse('invalid', 'id');
		await makeNextOccurrence(tx, task, next.id, next.today, context);
		return undefined;
	}
});

/** A pattern is never done; work made of one again is, where its column says so. */
export const setTaskTemplate = command({
	input: v.object({ id: idSchema, template: v.boolean() }),
	needs: ({ id }) => [taskNeed(id)],
	subject: ({ id }) => ({ noun: 'tasks', id }),
	async apply(tx, { id, template }, { now }) {
		const task = await tx.get('tasks', id);
		const board = task && (await tx.get('boards', task.boardId));
		if (!task) return refuse('not_found', 'id');
		const isDone = !template && board !== undefined && columnOf(board, task.columnId)?.kind === 'done';
		const doneAt = isDone ? (task.doneAt ?? now) : null;
		await tx.put('tasks', { ...task, templateAt: template ? now : null, doneAt });
		return undefined;
	}
});

export const archiveTask = command({
	input: one,
	needs: ({ id }) => [taskNeed(id)],
	subject: ({ id }) => ({ noun: 'tasks', id }),
	apply: (tx, { id }, { now }) => changeRow(tx, 'tasks', id, { archivedAt: now })
});

export const unarchiveTask = command({
	input: one,
	needs: ({ id }) => [taskNeed(id)],
	subject: ({ id }) => ({ noun: 'tasks', id }),
	apply: (tx, { id }) => changeRow(tx, 'tasks', id, { archivedAt: null })
});

export const trashTask = command({
	input: one,
	needs: ({ id }) => [taskNeed(id)],
	subject: ({ id }) => ({ noun: 'tasks', id }),
	apply: (tx, { id }, { now }) => changeRow(tx, 'tasks', id, { trashedAt: now })
});

export const restoreTask = command({
	input: one,
	needs: ({ id }) => [taskNeed(id)],
	subject: ({ id }) => ({ noun: 'tasks', id }),
	async apply(tx, { id }) {
		const task = await tx.get('tasks', id);
		if (task?.trashedAt === null) return refuse('not_in_trash', 'id');
		return changeRow(tx, 'tasks', id, { trashedAt: null });
	}
});

/** For ever, with its comments, notices and description. Only from the trash. */
export const purgeTask = command({
	input: one,
	needs: ({ id }) => [taskNeed(id, 'manage')],
	subject: ({ id }) => ({ noun: 'tasks', id }),
	async apply(tx, { id }, { now }) {
		const task = await tx.get('tasks', id);
		if (task?.trashedAt === null) return refuse('not_in_trash', 'id');
		for (const comment of await tx.list('comments', { taskId: id }))
			await tx.put('comments', { ...comment, deletedAt: now });
		for (const notice of await tx.list('notices', { taskId: id }))
			await tx.put('notices', { ...notice, deletedAt: now });
		const pageId = task?.descriptionId ?? null;
		if (pageId !== null) await changeRow(tx, 'pages', pageId, { deletedAt: now });
		return changeRow(tx, 'tasks', id, { deletedAt: now });
	}
});
