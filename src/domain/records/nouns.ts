import type * as v from 'valibot';
import { knowsEverybody, mayKnowGrant } from '../access/audience.ts';
import type { Actor } from '../access/can.ts';
import { grantSchema, type Grant } from '../access/grant.ts';
import { blockerSchema, type Blocker } from '../blockers/blocker.ts';
import { boardSchema, type Board } from '../boards/board.ts';
import { commentSchema, type Comment } from '../comments/comment.ts';
import { filterSchema, type Filter } from '../filters/filter.ts';
import { folderSchema, type Folder } from '../folders/folder.ts';
import { noticeSchema, type Notice } from '../notices/notice.ts';
import { pageSchema, type Page } from '../pages/page.ts';
import { memberSchema, type Member } from '../people/member.ts';
import { taskSchema, type Task } from '../tasks/task.ts';
import { leaveSchema, type Leave } from '../teams/leave.ts';
import { teamSchema, type Team } from '../teams/team.ts';

/** Every synced noun and the type of its rows. Each is one SQL table of the same name. */
export interface Rows {
	folders: Folder;
	grants: Grant;
	members: Member;
	pages: Page;
	boards: Board;
	tasks: Task;
	blockers: Blocker;
	comments: Comment;
	filters: Filter;
	notices: Notice;
	teams: Team;
	leaves: Leave;
}

export type NounName = keyof Rows;
export type RowOf<N extends NounName> = Rows[N];
export type AnyRow = Rows[NounName];
/** A row with the name of its noun. */
export type NounRow = { [N in NounName]: { noun: N; row: RowOf<N> } }[NounName];

/** Who a row is filtered for. */
export type Viewer = Pick<Actor, 'memberId' | 'role'>;

export interface Noun<N extends NounName> {
	schema: v.GenericSchema<unknown, RowOf<N>>;
	/** The folder whose viewers get a row; null for what the directory of people decides. */
	folder(row: RowOf<N>): string | null;
	/** Of those who see the folder, or know the directory, who may have this row; everybody when absent. */
	isFor?(row: RowOf<N>, viewer: Viewer): boolean;
	/** Columns that hold JSON text in SQL. */
	json: readonly (keyof RowOf<N> & string)[];
}

/** What only people of the company get of the directory. */
const inside = (_row: object, viewer: Viewer) => knowsEverybody(viewer);

export const nouns: { readonly [N in NounName]: Noun<N> } = {
	folders: { schema: folderSchema, folder: (row) => row.id, json: [] },
	grants: {
		schema: grantSchema,
		folder: (row) => row.folderId,
		isFor: (row, viewer) => mayKnowGrant(viewer, row),
		json: []
	},
	members: { schema: memberSchema, folder: () => null, json: [] },
	pages: { schema: pageSchema, folder: (row) => row.folderId, json: [] },
	boards: { schema: boardSchema, folder: (row) => row.folderId, json: ['columns', 'fields'] },
	tasks: {
		schema: taskSchema,
		folder: (row) => row.folderId,
		json: [
			'recurrence',
			'assigneeIds',
			'teamIds',
			'labels',
			'checklist',
			'links',
			'watcherIds',
			'blockerIds',
			'freedIds',
			'attachments',
			'fields',
			'writers',
			'overruled'
		]
	},
	blockers: { schema: blockerSchema, folder: (row) => row.folderId, json: [] },
	comments: { schema: commentSchema, folder: (row) => row.folderId, json: ['mentionIds', 'reactions'] },
	filters: { schema: filterSchema, folder: (row) => row.folderId, json: [] },
	notices: {
		schema: noticeSchema,
		folder: (row) => row.folderId,
		isFor: (row, viewer) => row.memberId === viewer.memberId,
		json: []
	},
	teams: { schema: teamSchema, folder: () => null, isFor: inside, json: ['memberIds'] },
	leaves: { schema: leaveSchema, folder: () => null, isFor: inside, json: [] }
};

export const nounNames = Object.keys(nouns) as NounName[];

/** Nouns that everybody has by knowing people, not by seeing a folder. */
export const directoryNouns = ['members', 'teams', 'leaves'] as const satisfies readonly NounName[];
export type DirectoryNoun = (typeof directoryNouns)[number];

export function isDirectoryNoun(noun: NounName): noun is DirectoryNoun {
	return (directoryNouns as readonly NounName[]).includes(noun);
}

export function isNounName(name: string): name is NounName {
	return Object.hasOwn(nouns, name);
}

/** The folder that decides who gets a row; null for people, whom the directory decides. */
export function folderOf<N extends NounName>(noun: N, row: RowOf<N>): string | null {
	return nouns[noun].folder(row);
}

/** Whether a viewer of a row's folder may have the row itself. */
export function isRowFor<N extends NounName>(noun: N, row: RowOf<N>, viewer: Viewer): boolean {
	return nouns[noun].isFor?.(row, viewer) ?? true;
}
