import * as v from 'valibot';
import { filledLineSchema, idSchema, limits, orderKeySchema, timeSchema } from '../kernel/schema.ts';

export const pageKinds = ['doc', 'sop'] as const;
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
