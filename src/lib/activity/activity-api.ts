import * as v from 'valibot';
import { parse } from '#domain/kernel/schema.ts';

const columnsSchema = v.record(v.string(), v.unknown());
const answerSchema = v.object({
	lines: v.array(
		v.object({
			seq: v.number(),
			at: v.number(),
			actor: v.string(),
			name: v.string(),
			subject: v.object({ noun: v.string(), id: v.string() }),
			folderId: v.nullable(v.string()),
			before: columnsSchema,
			after: columnsSchema
		})
	),
	next: v.nullable(v.number())
});
/** A part of what happened, the newest first; `next` is where the older ones begin. */
export type Happenings = v.InferOutput<typeof answerSchema>;
export type Happening = Happenings['lines'][number];

/** Which part is asked for; see server/events/activity.ts. */
export interface ActivityQuery {
	task?: string | undefined;
	board?: string | undefined;
	folder?: string | undefined;
	person?: string | undefined;
	noun?: string | undefined;
	from?: number | undefined;
	until?: number | undefined;
	before?: number | undefined;
	limit?: number | undefined;
}

/** A question as the part of an address behind `?`. */
export function activitySearch(query: ActivityQuery): string {
	const named = Object.entries(query).filter(([, value]) => value !== undefined);
	return new URLSearchParams(named.map(([name, value]) => [name, String(value)])).toString();
}

/** What happened, as the server has it; undefined when there is no way to it. */
export async function readActivity(slug: string, search: string): Promise<Happenings | undefined> {
	const response = await fetch(`/api/v1/w/${slug}/activity?${search}`).catch(() => undefined);
	if (!response?.ok) return undefined;
	const parsed = parse(answerSchema, await response.json().catch(() => undefined));
	return parsed.ok ? parsed.value : undefined;
}
