import type { Folder } from '#domain/folders/folder.ts';
import type { Page } from '#domain/pages/page.ts';
import type { OutlineNode } from './outline.ts';

/** Levels that the sidebar shows; deeper ones are on the folder's own page. */
export const shownLevels = 3;

/**
 * One visible line of the tree. `parentId` is the line above it, null at the top; a folder at the top
 * may really lie in one that is not to be seen, which its own `folder.parentId` says.
 */
export type TreeRow = { id: string; depth: number; parentId: string | null } & (
	{ kind: 'folder'; folder: Folder; expandable: boolean; expanded: boolean } | { kind: 'page'; page: Page }
);

/** The visible lines from top to bottom, with what is open. */
export function treeRows(
	nodes: readonly OutlineNode[],
	isOpen: (folderId: string) => boolean,
	depth = 0,
	parentId: string | null = null
): TreeRow[] {
	return nodes.flatMap((node): TreeRow[] => {
		const { folder } = node;
		const expandable = depth + 1 < shownLevels && node.folders.length + node.pages.length > 0;
		const expanded = expandable && isOpen(folder.id);
		const row: TreeRow = { id: folder.id, kind: 'folder', depth, parentId, folder, expandable, expanded };
		if (!expanded) return [row];
		const pages = node.pages.map((page): TreeRow => ({
			id: page.id,
			kind: 'page',
			depth: depth + 1,
			parentId: folder.id,
			page
		}));
		return [row, ...treeRows(node.folders, isOpen, depth + 1, folder.id), ...pages];
	});
}

/** The folder in which the thing of a line really lies, seen or not; null at the root of the workspace. */
export function homeOf(row: TreeRow): string | null {
	return row.kind === 'folder' ? row.folder.parentId : row.page.folderId;
}

/** Where a dragged thing would land: beside a line, or in the folder of a line. */
export interface Drop {
	parentId: string | null;
	beside?: { id: string; side: 'before' | 'after' };
}

/**
 * Where `moving` lands when it is let go over a line, `part` of its height from the top (0 to 1).
 * Undefined where it cannot lie: on itself, or in something below itself.
 */
export function dropOn(
	rows: readonly TreeRow[],
	moving: TreeRow,
	over: TreeRow,
	part: number
): Drop | undefined {
	if (over.id === moving.id || isBelow(rows, over, moving.id)) return undefined;
	if (moving.kind !== over.kind) {
		const parentId = over.kind === 'folder' ? over.id : homeOf(over);
		return parentId === homeOf(moving) ? undefined : { parentId };
	}
	if (over.kind === 'folder' && part > 0.25 && part < 0.75) return { parentId: over.id };
	return { parentId: homeOf(over), beside: { id: over.id, side: part < 0.5 ? 'before' : 'after' } };
}

function isBelow(rows: readonly TreeRow[], row: TreeRow, id: string): boolean {
	for (let at: TreeRow | undefined = row; at;) {
		if (at.parentId === id) return true;
		const { parentId }: TreeRow = at;
		at = parentId === null ? undefined : rows.find((other) => other.id === parentId);
	}
	return false;
}
