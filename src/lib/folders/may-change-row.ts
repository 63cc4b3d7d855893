import type { Workspace } from '../sync/workspace.ts';
import { mayCreateRoot } from './may-create.ts';
import type { Drop, TreeRow } from './tree-rows.ts';

type Viewer = Pick<Workspace, 'actor' | 'can'>;

/** May this person give the thing of a line another name? Folders and pages alike take *edit*. */
export function mayRename(viewer: Viewer, row: TreeRow): boolean {
	return viewer.can('edit', row.kind === 'folder' ? row.id : row.page.folderId);
}

/** May this person take the thing of a line elsewhere, or to the trash? */
export function mayMove(viewer: Viewer, row: TreeRow): boolean {
	return row.kind === 'folder' ? viewer.can('manage', row.id) : viewer.can('edit', row.page.folderId);
}

/** May it land there: in another folder, or in another place of the one in which it lies? */
export function mayLand(viewer: Viewer, row: TreeRow, { parentId }: Drop): boolean {
	if (!mayMove(viewer, row)) return false;
	if (row.kind === 'page') return parentId !== null && viewer.can('edit', parentId);
	return parentId === null ? mayCreateRoot(viewer) : viewer.can('manage', parentId);
}
