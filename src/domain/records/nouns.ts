import type * as v from 'valibot';
import { grantSchema, type Grant } from '../access/grant.ts';
import { folderSchema, type Folder } from '../folders/folder.ts';
import { pageSchema, type Page } from '../pages/page.ts';
import { memberSchema, type Member } from '../people/member.ts';

/** Every synced noun and the type of its rows. Each is one SQL table of the same name. */
export interface Rows {
	folders: Folder;
	grants: Grant;
	members: Member;
	pages: Page;
}

export type NounName = keyof Rows;
export type RowOf<N extends NounName> = Rows[N];
export type AnyRow = Rows[NounName];
/** A row with the name of its noun. */
export type NounRow = { [N in NounName]: { noun: N; row: RowOf<N> } }[NounName];

/** Where a row is delivered: to those who see a folder, or to those who may know a person. */
export type Scope = { folder: string } | { person: string };

export interface Noun<N extends NounName> {
	schema: v.GenericSchema<unknown, RowOf<N>>;
	scope(row: RowOf<N>): Scope;
	/** Columns that hold JSON text in SQL. */
	json: readonly string[];
}

export const nouns: { readonly [N in NounName]: Noun<N> } = {
	folders: { schema: folderSchema, scope: (row) => ({ folder: row.id }), json: [] },
	grants: { schema: grantSchema, scope: (row) => ({ folder: row.folderId }), json: [] },
	members: { schema: memberSchema, scope: (row) => ({ person: row.id }), json: [] },
	pages: { schema: pageSchema, scope: (row) => ({ folder: row.folderId }), json: [] }
};

export const nounNames = Object.keys(nouns) as NounName[];

export function isNounName(name: string): name is NounName {
	return Object.hasOwn(nouns, name);
}

/** The folder that decides who gets a row; null for people, whom the directory decides. */
export function folderOf<N extends NounName>(noun: N, row: RowOf<N>): string | null {
	const scope = nouns[noun].scope(row);
	return 'folder' in scope ? scope.folder : null;
}
