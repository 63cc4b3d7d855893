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
			before: columnsSchema,
			after: columnsSchema
		})
	)
});
export type Happening = v.InferOutput<typeof answerSchema>['lines'][number];

const most = 100;

/** What happened with a task, as the server has it; undefined when there is no way to it. */
export async function readActivity(slug: string, taskId: string): Promise<Happening[] | undefined> {
	const query = new URLSearchParams({ task: taskId, limit: String(most) });
	const response = await fetch(`/api/v1/w/${slug}/activity?${query}`).catch(() => undefined);
	if (!response?.ok) return undefined;
	const parsed = parse(answerSchema, await response.json().catch(() => undefined));
	return parsed.ok ? parsed.value.lines : undefined;
}
