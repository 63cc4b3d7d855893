import { folderTree, withFolder } from '#domain/access/folder-tree.ts';
import { previewSight, type SightChange } from '#domain/access/preview.ts';
import { knowsEverybody } from '#domain/access/audience.ts';
import type { Folder } from '#domain/folders/folder.ts';
import type { Page } from '#domain/pages/page.ts';
import type { Workspace } from '../sync/workspace.ts';

/**
 * Who gains or loses sight of something by a move or a change of restriction. Undefined when
 * nobody does, or when this viewer does not know everybody.
 */
export function sightAfter(
	workspace: Workspace,
	thing: Folder | Page,
	change: { parentId: string | null } | { restrictedAt: number | null },
	now: number
): SightChange | undefined {
	if (!knowsEverybody(workspace.actor)) return undefined;
	const { records } = workspace;
	const tree = folderTree(records.list('folders'), records.list('grants'));
	const folderId = 'parentId' in thing ? thing.id : thing.folderId;
	const after =
		'folderId' in thing && 'parentId' in change
			? { folderId: change.parentId ?? '', tree }
			: { folderId, tree: withFolder(tree, folderId, change) };
	const sight = previewSight(records.list('members'), { folderId, tree }, after, now);
	const { gains, loses, hidden } = sight;
	return gains.length + loses.length > 0 || hidden.gain || hidden.lose ? sight : undefined;
}
