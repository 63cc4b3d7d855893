import { sql } from 'kysely';
import type { Actor } from '#domain/access/can.ts';
import type { Folder } from '#domain/folders/folder.ts';
import type { Page } from '#domain/pages/page.ts';
import { isDirectoryNoun, isRowFor, type NounName, type RowOf } from '#domain/records/nouns.ts';
import type { Member } from '#domain/people/member.ts';
import type { Clock } from '../clock.ts';
import type { Database } from '../storage/tables.ts';
import type { Finders } from './finders.ts';
import { readRow } from '../records/row-codec.ts';
import { readKnownPeople } from './known-people.ts';

/** Which part of a list: what comes after an id, and how many. */
export interface ListPart {
	after: string;
	limit: number;
}

/** Part of a list in order of id; `next` is where the rest begins, null at its end. */
export interface Listed<T> {
	items: T[];
	next: string | null;
}

/** Lists for one viewer: what they may not see is not in them, nor counted. */
export interface RecordLists {
	folders(viewer: Actor, part: ListPart): Promise<Listed<Folder>>;
	/** Of one folder, or of all that are visible. */
	pages(viewer: Actor, part: ListPart, folderId?: string): Promise<Listed<Page>>;
	members(viewer: Actor, part: ListPart): Promise<Listed<Member>>;
	/** Of any other noun, in one folder or in all that are visible. */
	rows<N extends NounName>(
		viewer: Actor,
		noun: N,
		part: ListPart,
		folderId?: string
	): Promise<Listed<RowOf<N>>>;
}

export function createRecordLists(db: Database, clock: Clock, finders: Finders): RecordLists {
	async function visibleIds(viewer: Actor): Promise<string[]> {
		return [...(await finders.visibleFolders(viewer)).keys()];
	}

	async function folders(viewer: Actor, { after, limit }: ListPart): Promise<Listed<Folder>> {
		const rows = await db
			.selectFrom('folders')
			.selectAll()
			.where('workspaceId', '=', viewer.workspaceId)
			.where('deletedAt', 'is', null)
			.where('id', 'in', idsIn(await visibleIds(viewer)))
			.where('id', '>', after)
			.orderBy('id')
			.limit(limit + 1)
			.execute();
		return listed(rows, limit);
	}

	async function pages(viewer: Actor, { after, limit }: ListPart, folderId?: string): Promise<Listed<Page>> {
		const visible = await visibleIds(viewer);
		const wanted = folderId === undefined ? visible : visible.filter((id) => id === folderId);
		const rows = await db
			.selectFrom('pages')
			.selectAll()
			.where('workspaceId', '=', viewer.workspaceId)
			.where('deletedAt', 'is', null)
			.where('kind', '!=', 'task')
			.where('folderId', 'in', idsIn(wanted))
			.where('id', '>', after)
			.orderBy('id')
			.limit(limit + 1)
			.execute();
		return listed(rows, limit);
	}

	async function members(viewer: Actor, { after, limit }: ListPart): Promise<Listed<Member>> {
		const visible = new Set(await visibleIds(viewer));
		const known = [...(await readKnownPeople(db, viewer, visible, clock.now())).values()];
		const rest = known.filter(({ id }) => id > after).sort((a, b) => (a.id < b.id ? -1 : 1));
		return listed(rest.slice(0, limit + 1), limit);
	}

	async function rows<N extends NounName>(
		viewer: Actor,
		noun: N,
		{ after, limit }: ListPart,
		folderId?: string
	): Promise<Listed<RowOf<N>>> {
		const found: RowOf<N>[] = [];
		for (let last = after; found.length <= limit;) {
			const part = await readPart(viewer, noun, last, limit + 1, folderId);
			found.push(...part.filter((row) => isRowFor(noun, row, viewer)));
			if (part.length <= limit) break;
			last = part.at(-1)?.id ?? last;
		}
		return listed(found.slice(0, limit + 1), limit);
	}

	/** Rows of a noun in order of id, before those for other eyes are left out. */
	async function readPart<N extends NounName>(
		viewer: Actor,
		noun: N,
		after: string,
		limit: number,
		folderId?: string
	): Promise<RowOf<N>[]> {
		let query = db
			.selectFrom(noun as 'tasks')
			.selectAll()
			.where('workspaceId', '=', viewer.workspaceId)
			.where('deletedAt', 'is', null)
			.where('id', '>', after);
		if (!isDirectoryNoun(noun)) {
			const visible = await visibleIds(viewer);
			const wanted = folderId === undefined ? visible : visible.filter((id) => id === folderId);
			query = query.where('folderId', 'in', idsIn(wanted));
		}
		const read = await query.orderBy('id').limit(limit).execute();
		return read.map((row) => readRow(noun, row));
	}

	return { folders, pages, members, rows };
}

/** A list of ids as one parameter, however long. */
function idsIn(ids: readonly string[]) {
	return sql<string>`(select value from json_each(${JSON.stringify(ids)}))`;
}

function listed<T extends { id: string }>(rows: T[], limit: number): Listed<T> {
	const items = rows.slice(0, limit);
	return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}
