import * as v from 'valibot';
import { idSchema, timeSchema } from '../kernel/schema.ts';

export const commentLimits = { body: 10_000, mentions: 50, reactions: 20, reactors: 200 } as const;

/** Text of several lines; a mention stands in it as `@[member id]`, so that a name is never kept. */
export const commentBodySchema = v.pipe(
	v.string(),
	v.transform((text) =>
		text
			.normalize('NFC')
			.replace(/[^\P{Cc}\n\t]+/gu, '')
			.trim()
	),
	v.minLength(1),
	v.maxLength(commentLimits.body)
);

export const reactions = ['like', 'done', 'thanks', 'eyes', 'question'] as const;
export type Reaction = (typeof reactions)[number];

/** What somebody said of a task. An answer names the comment that began the thread. */
export const commentSchema = v.object({
	id: idSchema,
	workspaceId: idSchema,
	folderId: idSchema,
	taskId: idSchema,
	/** The first comment of the thread that this one answers; null when it begins one. */
	threadId: v.nullable(idSchema),
	body: commentBodySchema,
	mentionIds: v.pipe(v.array(idSchema), v.maxLength(commentLimits.mentions)),
	/** Reaction → who gave it. */
	reactions: v.record(v.picklist(reactions), v.pipe(v.array(idSchema), v.maxLength(commentLimits.reactors))),
	/** Who wrote it elsewhere, when it was brought in from another tool; `createdBy` then is who brought it. */
	importedAuthor: v.nullable(v.pipe(v.string(), v.maxLength(120))),
	editedAt: v.nullable(timeSchema),
	resolvedAt: v.nullable(timeSchema),
	resolvedBy: v.nullable(idSchema),
	createdBy: idSchema,
	createdAt: timeSchema,
	version: v.number(),
	deletedAt: v.nullable(timeSchema)
});
export type Comment = v.InferOutput<typeof commentSchema>;

/** The member ids that a text mentions, each once. */
export function mentionsIn(body: string): string[] {
	return [...new Set([...body.matchAll(/@\[([0-9a-f-]{36})\]/g)].map((match) => match[1] ?? ''))];
}
