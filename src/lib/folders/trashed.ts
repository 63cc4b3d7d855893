import type { Board } from '#domain/boards/board.ts';
import type { Folder } from '#domain/folders/folder.ts';
import type { Page } from '#domain/pages/page.ts';
import type { Task } from '#domain/tasks/task.ts';
import type { Records } from '../sync/workspace.ts';

/** One thing in the trash, and what is to be said and decided of it whatever it is. */
export type Trashed = {
	id: string;
	name: string;
	trashedAt: number;
	/** Where it lay: a board for tasks, else a folder; null for the root of the workspace. */
	place: { noun: 'boards' | 'folders'; id: string } | null;
	/** Whose access decides what may be done with it. */
	folderId: string;
} & (
	| { noun: 'folders'; thing: Folder }
	| { noun: 'pages'; thing: Page }
	| { noun: 'boards'; thing: Board }
	| { noun: 'tasks'; thing: Task }
);

/**
 * What this person finds in the trash, what was thrown away last first. Tasks come back with their
 * board, so those of a board that lies here itself are not named one by one.
 */
export function trashedThings(records: Pick<Records, 'list' | 'get'>): Trashed[] {
	const onTrashedBoard = ({ boardId }: Task) => (records.get('boards', boardId)?.trashedAt ?? null) !== null;
	const things: Trashed[] = [
		...inTrash(records.list('folders')).map((thing): Trashed => ({
			...{ noun: 'folders', thing, id: thing.id, name: thing.name, trashedAt: thing.trashedAt },
			place: thing.parentId === null ? null : { noun: 'folders', id: thing.parentId },
			folderId: thing.id
		})),
		...inTrash(records.list('pages')).map((thing): Trashed => ({
			...{ noun: 'pages', thing, id: thing.id, name: thing.title, trashedAt: thing.trashedAt },
			...inFolder(thing)
		})),
		...inTrash(records.list('boards')).map((thing): Trashed => ({
			...{ noun: 'boards', thing, id: thing.id, name: thing.name, trashedAt: thing.trashedAt },
			...inFolder(thing)
		})),
		...inTrash(records.list('tasks'))
			.filter((thing) => !onTrashedBoard(thing))
			.map((thing): Trashed => ({
				...{ noun: 'tasks', thing, id: thing.id, name: thing.title, trashedAt: thing.trashedAt },
				place: { noun: 'boards', id: thing.boardId },
				folderId: thing.folderId
			}))
	];
	return things.sort((a, b) => b.trashedAt - a.trashedAt);
}

function inTrash<T extends { trashedAt: number | null }>(
	things: readonly T[]
): (T & { trashedAt: number })[] {
	return things.filter((thing): thing is T & { trashedAt: number } => thing.trashedAt !== null);
}

function inFolder({ folderId }: { folderId: string }): Pick<Trashed, 'place' | 'folderId'> {
	return { place: { noun: 'folders', id: folderId }, folderId };
}
