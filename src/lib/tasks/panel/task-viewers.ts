import { isOutsider } from '#domain/access/level.ts';
import { whoCan } from '#domain/access/who-can.ts';
import { accessTree } from '../../access/workspace-access.ts';
import type { Workspace } from '../../sync/workspace.ts';

/**
 * Who sees the tasks of a folder, as far as this device can tell: undefined for an outsider, who
 * knows only their own standing.
 */
export function viewersOf(workspace: Workspace, folderId: string): ReadonlySet<string> | undefined {
	if (isOutsider(workspace.me.role)) return undefined;
	const members = workspace.records.list('members');
	const viewers = whoCan(folderId, members, accessTree(workspace), Date.now());
	return new Set(viewers.map(({ member }) => member.id));
}

/** The names of those among some people who do not see the folder, as one text; '' for nobody. */
export function namesOfBlind(
	workspace: Workspace,
	folderId: string,
	memberIds: readonly string[],
	locale: string
): string {
	const viewers = viewersOf(workspace, folderId);
	if (!viewers) return '';
	const names = memberIds
		.filter((id) => !viewers.has(id))
		.flatMap((id) => workspace.records.get('members', id)?.name ?? []);
	return new Intl.ListFormat(locale, { type: 'conjunction' }).format(names);
}
