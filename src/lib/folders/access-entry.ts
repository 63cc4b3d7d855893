import Users from '@lucide/svelte/icons/users';
import { knowsEverybody } from '#domain/access/audience.ts';
import type { Workspace } from '../sync/workspace.ts';
import type { Language } from '../i18n/language.ts';
import type { Frame } from '../views/frame.svelte.ts';

interface AccessEntry {
	label: string;
	icon: typeof Users;
	onselect: () => void;
}

/**
 * Opens who may do what in a folder: to share it, or only to look. Nothing for outsiders who do
 * not manage the folder, because they may not know who else is in it.
 */
export function accessEntry(
	{ workspace, frame, language }: { workspace: Workspace; frame: Frame; language: Language },
	folderId: string
): AccessEntry | undefined {
	const manages = workspace.can('manage', folderId);
	if (!manages && !knowsEverybody(workspace.actor)) return undefined;
	const { shareAccess, seeAccess } = language.words.folders;
	return {
		label: manages ? shareAccess : seeAccess,
		icon: Users,
		onselect: () => frame.open({ kind: 'access', folderId })
	};
}
