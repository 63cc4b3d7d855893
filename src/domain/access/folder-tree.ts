import type { Folder } from '../folders/folder.ts';
import type { FolderTree } from './can.ts';
import type { Grant } from './grant.ts';

/** The tree that decisions read, over lists of rows. What the lists do not hold counts as closed. */
export function folderTree(folders: readonly Folder[], grants: readonly Grant[]): FolderTree {
	const byId = new Map(folders.map((folder) => [folder.id, folder]));
	const byFolder = Map.groupBy(grants, (grant) => grant.folderId);
	return { folder: (id) => byId.get(id), grantsOn: (id) => byFolder.get(id) ?? [] };
}

/** The same tree as it would be with other facts of one folder. */
export function withFolder(
	tree: FolderTree,
	id: string,
	facts: Partial<Pick<Folder, 'parentId' | 'restrictedAt'>>
): FolderTree {
	return {
		folder(key) {
			const folder = tree.folder(key);
			return folder && key === id ? { ...folder, ...facts } : folder;
		},
		grantsOn: (key) => tree.grantsOn(key)
	};
}

/** The same tree as it would be with these grants on one folder, and no others there. */
export function withGrants(
	tree: FolderTree,
	folderId: string,
	grants: ReturnType<FolderTree['grantsOn']>
): FolderTree {
	return {
		folder: (id) => tree.folder(id),
		grantsOn: (id) => (id === folderId ? grants : tree.grantsOn(id))
	};
}
