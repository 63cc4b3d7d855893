import { can } from '#domain/access/can.ts';
import type { Workspace } from '../sync/workspace.ts';
import { placeToStart } from './folder-to-start.ts';
import { isLive } from './outline.ts';

/** May this person make folders at the top of the workspace? */
export function mayCreateRoot({ actor }: Pick<Workspace, 'actor'>): boolean {
	const nothing = { folder: () => undefined, grantsOn: () => [] };
	return can(actor, 'folders.createRoot', 'workspace', nothing, Date.now()).allowed;
}

/**
 * The folder at hand where this person may write there, else their only one unless outsiders see it.
 * Undefined: they are asked.
 */
export function folderForNewPage(workspace: Workspace, atHand: string | undefined): string | undefined {
	if (atHand && workspace.can('edit', atHand)) return atHand;
	const writable = workspace.records
		.list('folders')
		.filter((folder) => isLive(folder) && workspace.can('edit', folder.id));
	return writable.length === 1 ? placeToStart(workspace, writable, ({ id }) => id)?.id : undefined;
}
