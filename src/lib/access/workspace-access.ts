import { folderTree } from '#domain/access/folder-tree.ts';
import type { FolderTree } from '#domain/access/can.ts';
import type { Workspace } from '../sync/workspace.ts';
import type { AccessFacts } from './reason.ts';

/** Where sentences about access look up people, folders and grants. */
export function accessFacts({ records }: Workspace): AccessFacts {
	return {
		member: (id) => records.get('members', id),
		folder: (id) => records.get('folders', id),
		grant: (id) => records.get('grants', id)
	};
}

/** The folder tree of this device's copy; read inside a `$derived` it follows every change. */
export function accessTree({ records }: Workspace): FolderTree {
	return folderTree(records.list('folders'), records.list('grants'));
}
