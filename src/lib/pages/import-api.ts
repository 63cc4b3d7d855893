import * as v from 'valibot';
import { parse } from '#domain/kernel/schema.ts';
import type { NotCarried } from '#domain/pages/markdown/markdown-tree.ts';

/** Why an import did not begin, or stopped. */
export type ImportFault =
	'not_found' | 'too_large' | 'too_much' | 'unsupported' | 'broken' | 'busy' | 'unreachable' | 'failed';

const kinds = [
	'html',
	'headingLevel',
	'footnote',
	'frontMatter',
	'templateTag',
	'link',
	'image',
	'nesting',
	'tooLong'
] as const satisfies readonly NotCarried[];

const reportSchema = v.object({
	pages: v.number(),
	folders: v.number(),
	linksResolved: v.number(),
	linksUnresolved: v.number(),
	notices: v.array(
		v.object({ kind: v.picklist(kinds), line: v.number(), detail: v.string(), path: v.string() })
	)
});
/** What an import brought and what it could not carry. */
export type ImportReport = v.InferOutput<typeof reportSchema>;

function statusSchemaFor<R>(report: v.GenericSchema<unknown, R>) {
	return v.variant('state', [
		v.object({ state: v.literal('running'), done: v.number(), of: v.number() }),
		v.object({ state: v.literal('done'), report }),
		v.object({ state: v.literal('refused'), refusal: v.string(), report: v.optional(report) })
	]);
}
export type ImportStatus<R> = v.InferOutput<ReturnType<typeof statusSchemaFor<R>>>;

const begunSchema = v.pipe(v.string(), v.parseJson(), v.object({ id: v.string() }));
const refusedSchema = v.pipe(
	v.string(),
	v.parseJson(),
	v.object({ code: v.picklist(['not_found', 'too_large', 'too_many', 'unsupported', 'broken', 'busy']) })
);

/** The server's side of an import; a fault where it gives no usable answer. */
export interface ImportApi<R> {
	begin(body: Blob, onProgress: (percent: number) => void): Promise<{ id: string } | ImportFault>;
	status(id: string): Promise<ImportStatus<R> | ImportFault>;
}

/** Imports Markdown into one folder, or into the root of the workspace. */
export function importApi(slug: string, folderId: string | null): ImportApi<ImportReport> {
	return importApiFor(slug, `?folder=${folderId ?? ''}`, 'application/zip', reportSchema);
}

/** Imports what `query` says, as a body of this type; `report` is what comes of it. */
export function importApiFor<R>(
	slug: string,
	query: string,
	type: string,
	report: v.GenericSchema<unknown, R>
): ImportApi<R> {
	const base = `/api/v1/w/${slug}/imports`;
	const statusSchema = statusSchemaFor(report);
	return {
		// XMLHttpRequest alone tells how much of a body has left.
		begin: (body, onProgress) =>
			new Promise((resolve) => {
				const request = new XMLHttpRequest();
				request.open('POST', base + query);
				request.setRequestHeader('content-type', type);
				request.upload.onprogress = ({ loaded, total }) => onProgress(Math.floor((loaded / total) * 100));
				request.onloadend = () => resolve(begunIn(request));
				request.send(body);
			}),
		async status(id) {
			const response = await fetch(`${base}/${id}`).catch(() => undefined);
			if (!response?.ok) return response?.status === 404 ? 'failed' : 'unreachable';
			const parsed = parse(statusSchema, await response.json().catch(() => undefined));
			return parsed.ok ? parsed.value : 'unreachable';
		}
	};
}

function begunIn({ status, responseText }: XMLHttpRequest): { id: string } | ImportFault {
	if (status === 413) return 'too_large';
	const begun = parse(begunSchema, responseText);
	if (begun.ok) return begun.value;
	const refused = parse(refusedSchema, responseText);
	if (!refused.ok) return 'unreachable';
	return refused.value.code === 'too_many' ? 'too_much' : refused.value.code;
}

/** In the words of the interface: what the server calls the reason of a stopped import. */
export function faultOf(refusal: string): ImportFault {
	if (refusal === 'zip_broken') return 'broken';
	if (refusal.startsWith('zip_')) return 'too_much';
	return refusal === 'not_found' ? 'not_found' : 'failed';
}
