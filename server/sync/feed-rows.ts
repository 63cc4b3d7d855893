import {
	folderOf,
	isDirectoryNoun,
	isRowFor,
	nounNames,
	type NounName,
	type NounRow,
	type Viewer
} from '#domain/records/nouns.ts';
import type { ChangesFrame } from '#domain/wire/feed.ts';
import { readRow } from '../records/row-codec.ts';
import type { Database } from '../storage/tables.ts';

export type Departed = ChangesFrame['departed'][number];

/** Rows that are read in one statement. */
const batchRows = 500;

/** Folders whose rows are read together; the device resumes after the last such group. */
export const foldersPerGroup = 250;

const folderNouns = nounNames.filter((noun) => !isDirectoryNoun(noun));

/** Whether a row of a visible folder is for these eyes. */
export function isFor(viewer: Viewer, { noun, row }: NounRow): boolean {
	return isRowFor<NounName>(noun, row, viewer);
}

/**
 * All living rows of some folders, in batches. First which rows there are, by the index of folders, then
 * batch by batch what they are now, by their ids: so a batch costs the same in a folder of any size.
 */
export async function* rowsOfFolders(
	db: Database,
	workspaceId: string,
	folderIds: readonly string[]
): AsyncGenerator<NounRow[]> {
	const wanted = new Set<string | null>(folderIds);
	for (const noun of folderNouns) {
		const ids = await idsOfFolders(db, noun, folderIds);
		for (let start = 0; start < ids.length; start += batchRows) {
			const rows = await db
				.selectFrom(noun as 'pages')
				.selectAll()
				.where('id', 'in', ids.slice(start, start + batchRows))
				.where('deletedAt', 'is', null)
				.execute();
			// Compared here: with both in the statement SQLite would rather read the whole workspace.
			const found = rows.map((row) => nounRow(noun, row));
			yield found.filter((each) => each.row.workspaceId === workspaceId && wanted.has(folderOfRow(each)));
		}
	}
}

async function idsOfFolders(db: Database, noun: NounName, folderIds: readonly string[]): Promise<string[]> {
	const rows = await db
		.selectFrom(noun as 'pages')
		.select('id')
		.where(noun === 'folders' ? 'id' : 'folderId', 'in', folderIds)
		.execute();
	return rows.map(({ id }) => id);
}

export interface Range {
	after: number;
	upTo: number;
}

/** Rows of the whole workspace that changed in a range of versions, tombstones included, in batches. */
export async function* rowsOfRange(
	db: Database,
	workspaceId: string,
	{ after, upTo }: Range
): AsyncGenerator<NounRow[]> {
	for (const noun of folderNouns) {
		let last = { version: after, id: '\uffff' };
		for (;;) {
			const rows = await db
				.selectFrom(noun as 'pages')
				.selectAll()
				.where('workspaceId', '=', workspaceId)
				.where('version', '>=', last.version)
				.where('version', '<=', upTo)
				.where((eb) => eb.or([eb('version', '>', last.version), eb('id', '>', last.id)]))
				.orderBy('version')
				.orderBy('id')
				.limit(batchRows)
				.execute();
			if (rows.length > 0) yield rows.map((row) => nounRow(noun, row));
			if (rows.length < batchRows) break;
			last = rows.at(-1) ?? last;
		}
	}
}

export interface DepartedAt extends Departed {
	version: number;
}

/** Rows that left a folder in a range of versions. */
export async function departuresOfRange(
	db: Database,
	workspaceId: string,
	{ after, upTo }: Range
): Promise<DepartedAt[]> {
	const rows = await db
		.selectFrom('departure')
		.select(['noun', 'rowId', 'folderId', 'version'])
		.where('workspaceId', '=', workspaceId)
		.where('version', '>', after)
		.where('version', '<=', upTo)
		.orderBy('version')
		.execute();
	return rows.map(({ noun, rowId, folderId, version }) => ({
		noun: noun as NounName,
		id: rowId,
		folderId,
		version
	}));
}

/** The folder that decides who gets a row; null for people. */
export function folderOfRow({ noun, row }: NounRow): string | null {
	return folderOf<NounName>(noun, row);
}

function nounRow(noun: NounName, row: object): NounRow {
	return { noun, row: readRow(noun, row) } as NounRow;
}
