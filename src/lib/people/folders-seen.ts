import type { FolderTree, Reason } from '#domain/access/can.ts';
import { standingIn } from '#domain/access/can.ts';
import type { GrantLevel } from '#domain/access/level.ts';
import { actorOf } from '#domain/access/who-can.ts';
import type { Folder } from '#domain/folders/folder.ts';
import type { Member } from '#domain/people/member.ts';

/** One folder that somebody sees, how far, and by what. */
export interface SeenFolder {
	folder: Folder;
	level: GrantLevel;
	by: Reason;
}

/** The folders that a person sees, of those that this device knows; none in the trash. */
export function foldersSeenBy(
	member: Member,
	folders: readonly Folder[],
	tree: FolderTree,
	now: number
): SeenFolder[] {
	const actor = actorOf(member);
	return folders
		.filter((folder) => folder.trashedAt === null && folder.archivedAt === null)
		.flatMap((folder) => {
			const { level, by } = standingIn(actor, folder.id, tree, now);
			return level === 'none' || by === null ? [] : [{ folder, level, by }];
		})
		.sort((a, b) => a.folder.name.localeCompare(b.folder.name, 'id'));
}
