import * as v from 'valibot';
import { daySchema, timeOfDaySchema } from '../kernel/day.ts';
import {
	filledLineSchema,
	idSchema,
	limits,
	lineSchema,
	orderKeySchema,
	timeSchema
} from '../kernel/schema.ts';
import { attachmentLimits, attachmentSchema } from './attachment.ts';
import { recurrenceSchema } from './recurrence.ts';

export const priorities = ['urgent', 'high', 'normal', 'low'] as const;
export type Priority = (typeof priorities)[number];

/** Most of each thing that one task holds. */
export const taskLimits = {
	assignees: 20,
	teams: 10,
	labels: 20,
	label: 40,
	channel: 40,
	items: 100,
	links: 50,
	watchers: 100,
	blockers: 10,
	fieldText: 2_000,
	minutes: 100_000
} as const;

export const labelSchema = filledLineSchema(taskLimits.label);
const minutesSchema = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(taskLimits.minutes));

/** One line of a task's checklist, with its own person and day. */
export const checkItemSchema = v.object({
	id: idSchema,
	text: filledLineSchema(limits.title),
	orderKey: orderKeySchema,
	doneAt: v.nullable(timeSchema),
	doneBy: v.nullable(idSchema),
	assigneeId: v.nullable(idSchema),
	dueOn: v.nullable(daySchema)
});
export type CheckItem = v.InferOutput<typeof checkItemSchema>;

const webAddressSchema = v.pipe(v.string(), v.maxLength(2_000), v.regex(/^https?:\/\/\S+$/i));

/** What a task points at: a page or another task by id, or an address of the web. */
export const taskLinkSchema = v.variant('kind', [
	v.object({ id: idSchema, kind: v.literal('page'), target: idSchema, title: v.literal('') }),
	v.object({ id: idSchema, kind: v.literal('task'), target: idSchema, title: v.literal('') }),
	v.object({
		id: idSchema,
		kind: v.literal('url'),
		target: webAddressSchema,
		title: lineSchema(limits.title)
	})
]);
export type TaskLink = v.InferOutput<typeof taskLinkSchema>;

/** A value of a board's own field: text, number (money in whole rupiah), day, ids, or yes and no. */
export const fieldValueSchema = v.union([
	v.pipe(v.string(), v.maxLength(taskLimits.fieldText)),
	v.pipe(v.number(), v.finite()),
	v.boolean(),
	v.null()
]);
export type FieldValue = v.InferOutput<typeof fieldValueSchema>;

/** The facts of a task that hold one value each: of two people who change one apart, the later wins. */
export const factSchemas = {
	dueOn: v.nullable(daySchema),
	/** Only with `dueOn`: a due day without a time is due at the end of the workspace's day. */
	dueTime: v.nullable(timeOfDaySchema),
	startOn: v.nullable(daySchema),
	priority: v.picklist(priorities),
	/** Where the work comes from: Shopee, WhatsApp… */
	channel: v.nullable(filledLineSchema(taskLimits.channel)),
	estimateMinutes: v.nullable(minutesSchema),
	recurrence: v.nullable(recurrenceSchema)
};
export type Facts = { [N in keyof typeof factSchemas]: v.InferOutput<(typeof factSchemas)[N]> };
export type FactName = keyof Facts;
export const factNames = Object.keys(factSchemas) as FactName[];

/** Some of the facts; what is not named stays as it is. */
export const someFactsSchema = v.object({
	dueOn: v.exactOptional(factSchemas.dueOn),
	dueTime: v.exactOptional(factSchemas.dueTime),
	startOn: v.exactOptional(factSchemas.startOn),
	priority: v.exactOptional(factSchemas.priority),
	channel: v.exactOptional(factSchemas.channel),
	estimateMinutes: v.exactOptional(factSchemas.estimateMinutes),
	recurrence: v.exactOptional(factSchemas.recurrence)
});

/** Somebody's value that another person replaced without having seen it; kept until they settle it. */
export const overruledSchema = v.object({
	/** `title`, `columnId`, a fact's name, or `field:<id>`; `dueOn` is the day with its time (`dueMoment`). */
	what: v.pipe(v.string(), v.maxLength(64)),
	/** Whose value it was. */
	memberId: idSchema,
	/** Who replaced it. */
	byId: idSchema,
	value: v.union([v.string(), v.number(), v.boolean(), v.null(), recurrenceSchema]),
	at: timeSchema
});
export type Overruled = v.InferOutput<typeof overruledSchema>;

/** A piece of work in one column of one board. Lists inside it are JSON. */
export const taskSchema = v.object({
	id: idSchema,
	workspaceId: idSchema,
	folderId: idSchema,
	boardId: idSchema,
	columnId: idSchema,
	orderKey: orderKeySchema,
	/** The human number, given by the server once; null until then. */
	number: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1))),
	title: filledLineSchema(limits.title),
	...factSchemas,
	assigneeIds: v.pipe(v.array(idSchema), v.maxLength(taskLimits.assignees)),
	teamIds: v.pipe(v.array(idSchema), v.maxLength(taskLimits.teams)),
	labels: v.pipe(v.array(labelSchema), v.maxLength(taskLimits.labels)),
	checklist: v.pipe(v.array(checkItemSchema), v.maxLength(taskLimits.items)),
	links: v.pipe(v.array(taskLinkSchema), v.maxLength(taskLimits.links)),
	watcherIds: v.pipe(v.array(idSchema), v.maxLength(taskLimits.watchers)),
	/** What stands in the way; solved ones stay named. */
	blockerIds: v.pipe(v.array(idSchema), v.maxLength(taskLimits.blockers)),
	/**
	 * Of those, the solved ones that lie in another folder than the task; kept by the server. Whoever may
	 * not see a blocker learns only that it does not hold any more.
	 */
	freedIds: v.pipe(v.array(idSchema), v.maxLength(taskLimits.blockers)),
	/** Files, by what is said of them; see `attachmentSchema`. */
	attachments: v.pipe(v.array(attachmentSchema), v.maxLength(attachmentLimits.perTask)),
	/** Values of the board's own fields, by field id. */
	fields: v.record(idSchema, fieldValueSchema),
	/** The page that holds the description, once somebody began one. */
	descriptionId: v.nullable(idSchema),
	/** What binds the occurrences of a task that comes again. */
	seriesId: v.nullable(idSchema),
	/** Who last changed each single value. */
	writers: v.record(v.string(), idSchema),
	overruled: v.pipe(v.array(overruledSchema), v.maxLength(20)),
	/** Since when it is a pattern to start from instead of work. */
	templateAt: v.nullable(timeSchema),
	doneAt: v.nullable(timeSchema),
	archivedAt: v.nullable(timeSchema),
	trashedAt: v.nullable(timeSchema),
	createdBy: idSchema,
	createdAt: timeSchema,
	version: v.number(),
	deletedAt: v.nullable(timeSchema)
});
export type Task = v.InferOutput<typeof taskSchema>;

/** Whether it is work that is still to be seen on boards and lists. */
export function isCurrent({
	templateAt,
	archivedAt,
	trashedAt
}: Pick<Task, 'templateAt' | 'archivedAt' | 'trashedAt'>): boolean {
	return templateAt === null && archivedAt === null && trashedAt === null;
}

/** SR-214: the initials of the workspace and the number. Null while the server has not given one. */
export function taskKey(workspaceName: string, number: number | null): string | null {
	return number === null ? null : `${initials(workspaceName)}-${number}`;
}

function initials(name: string): string {
	const letters = name.normalize('NFKD').match(/(?<=^|[^\p{L}\p{N}])[\p{L}\p{N}]/gu) ?? [];
	return letters.slice(0, 3).join('').toUpperCase() || 'T';
}
