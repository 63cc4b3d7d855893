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

const statusSchema = v.variant('state', [
	v.object({ state: v.literal('running'), done: v.number(), of: v.number() }),
	v.object({ state: v.literal('done'), report: reportSchema }),
	v.object({ state: v.literal('refused'), refusal: v.string(), report: v.optional(reportSchema) })
]);
export type ImportStatus = v.InferOutput<typeof statusSchema>;

const begunSchema = v.pipe(v.string(), v.parseJson(), v.object({ id: v.string() }));
const refusedSchema = v.pipe(
	v.string(),
	v.parseJson(),
	v.object({ code: v.picklist(['not_found', 'too_large', 'unsupported', 'busy']) })
);

/** The server's side of an import; a fault where it gives no usable answer. */
export interface ImportApi {
	begin(zip: Blob, onProgress: (percent: number) => void): Promise<{ id: string } | ImportFault>;
	status(id: string): Promise<ImportStatus | ImportFault>;
}

/** Imports into one folder, or into the root of the workspace. */
export function importApi(slug: string, folderId: string | null): ImportApi {
	const base = `/api/v1/w/${slug}/imports`;
	return {
		// XMLHttpRequest alone tells how much of a body has left.
		begin: (zip, onProgress) =>
			new Promise((resolve) => {
				const request = new XMLHttpRequest();
				request.open('POST', `${base}?folder=${folderId ?? ''}`);
				request.setRequestHeader('content-type', 'application/zip');
				request.upload.onprogress = ({ loaded, total }) => onProgress(Math.floor((loaded / total) * 100));
				request.onloadend = () => resolve(begunIn(request));
				request.send(zip);
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
	return refused.ok ? refused.value.code : 'unreachable';
}

/** In the words of the interface: what the server calls the reason of a stopped import. */
export function faultOf(refusal: string): ImportFault {
	if (refusal === 'zip_broken') return 'broken';
	if (refusal.startsWith('zip_')) return 'too_much';
	return refusal === 'not_found' ? 'not_found' : 'failed';
}
