import { folderTree } from '#domain/access/folder-tree.ts';
import { isOutsider } from '#domain/access/level.ts';
import { hiddenAbove, whoCan } from '#domain/access/who-can.ts';
import type { Folder } from '#domain/folders/folder.ts';
import type { Workspace } from '../sync/workspace.ts';
import { isLive } from './outline.ts';

type Viewed = Pick<Workspace, 'me' | 'records'>;

/** Folders where this person may make things, by name. */
export function foldersToWriteIn(workspace: Workspace, locale: string): Folder[] {
	return workspace.records
		.list('folders')
		.filter((folder) => isLive(folder) && workspace.can('edit', folder.id))
		.sort((a, b) => a.name.localeCompare(b.name, locale));
}

/** Whether people from outside see what lies in a folder, or may see it as far as is known here. */
export function outsidersSee(
	{ records }: Pick<Workspace, 'records'>,
	now: number
): (folderId: string) => boolean {
	const tree = folderTree(records.list('folders'), records.list('grants'));
	const outsiders = records.list('members').filter(({ role }) => isOutsider(role));
	return (folderId) =>
		whoCan(folderId, outsiders, tree, now).length > 0 || hiddenAbove(folderId, tree) !== undefined;
}

/**
 * What is chosen while nobody has chosen: the first of `places` that no outsider sees, so that nothing
 * is shown to one because of the alphabet. Undefined where every place is seen from outside: then the
 * person has to choose. For outsiders themselves, simply the first.
 */
export function placeToStart<P>(
	viewed: Viewed,
	places: readonly P[],
	folderOf: (place: P) => string
): P | undefined {
	if (isOutsider(viewed.me.role)) return places[0];
	const shared = outsidersSee(viewed, Date.now());
	return places.find((place) => !shared(folderOf(place)));
}
