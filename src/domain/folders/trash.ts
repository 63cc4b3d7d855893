import { limits } from '../kernel/schema.ts';
import type { Tx } from '../records/tx.ts';
import type { Folder } from './folder.ts';

/** Whether a folder lies in the trash, itself or with one above it. */
export async function isInTrash(tx: Tx, folderId: string | null): Promise<boolean> {
	let id = folderId;
	for (let depth = 0; id !== null && depth <= limits.folderDepth; depth++) {
		const folder: Folder | undefined = await tx.get('folders', id);
		if (!folder) return false;
		if (folder.trashedAt !== null) return true;
		id = folder.parentId;
	}
	return false;
}
