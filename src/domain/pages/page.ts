import * as v from 'valibot';
import { filledLineSchema, idSchema, limits, orderKeySchema, timeSchema } from '../kernel/schema.ts';

/** Kinds that people choose between. */
export const documentKinds = ['doc', 'sop'] as const;
/** With the description of a task, which is never listed by itself. */
export const pageKinds = [...documentKinds, 'task'] as const;
export type DocumentKind = (typeof documentKinds)[number];
export type PageKind = (typeof pageKinds)[number];

/** The facts of a page. Its text is a Y.Doc of its own, whose room is the page's id. */
export const pageSchema = v.object({
	id: idSchema,
	workspaceId: idSchema,
	folderId: idSchema,
	title: filledLineSchema(limits.title),
	kind: v.picklist(pageKinds),
	orderKey: orderKeySchema,
	archivedAt: v.nullable(timeSchema),
	trashedAt: v.nullable(timeSchema),
	createdBy: idSchema,
	createdAt: timeSchema,
	/** When the text was last written down; moves at most every few seconds, so that devices know to fetch. */
	editedAt: timeSchema,
	/** The log position of the text at `editedAt`. */
	contentSeq: v.pipe(v.number(), v.integer(), v.minValue(0)),
	version: v.number(),
	deletedAt: v.nullable(timeSchema)
});

export type Page = v.InferOutput<typeof pageSchema>;

/** Whether a page stands by itself in its folder, rather than being a part of a task. */
export function isDocument({ kind }: Pick<Page, 'kind'>): boolean {
	return kind !== 'task';
}
