import * as v from 'valibot';
import { trelloNotices } from '#domain/tasks/trello/trello-report.ts';
import { importApiFor, type ImportApi, type ImportFault } from '../pages/import-api.ts';

const reportSchema = v.object({
	boardId: v.nullable(v.string()),
	name: v.string(),
	made: v.object({
		columns: v.number(),
		tasks: v.number(),
		archived: v.number(),
		items: v.number(),
		comments: v.number(),
		links: v.number(),
		fields: v.number()
	}),
	notices: v.array(v.object({ kind: v.picklist(trelloNotices), n: v.number(), names: v.array(v.string()) }))
});
/** What an import of a Trello board brought and what it could not carry. */
export type TrelloReport = v.InferOutput<typeof reportSchema>;

const largestBytes = 8 * 1024 * 1024;

/** Imports a Trello board into one folder. */
export function trelloApi(slug: string, folderId: string): ImportApi<TrelloReport> {
	const query = `?kind=trello&folder=${folderId}`;
	return importApiFor(slug, query, 'application/json', reportSchema);
}

/** What is sent for a chosen file: the file, unless it is too large to be taken. */
export function boardFileOf(file: File): Promise<Blob | ImportFault> {
	return Promise.resolve(file.size > largestBytes ? 'too_large' : file);
}
