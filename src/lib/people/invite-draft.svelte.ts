import { folderTree, withGrants } from '#domain/access/folder-tree.ts';
import { standingIn, type Actor, type FolderTree } from '#domain/access/can.ts';
import { managesWorkspace, type GrantLevel, type Role } from '#domain/access/level.ts';
import { usualRole } from '#domain/access/roles-to-give.ts';
import type { Folder } from '#domain/folders/folder.ts';
import type { Language } from '../i18n/language.ts';
import type { Workspace } from '../sync/workspace.ts';
import type { InvitationInput } from './people-api.ts';

const newcomer = 'newcomer';

/** An invitation while it is being written: role first, then folders with levels. */
export class InviteDraft {
	role = $state<Role>(usualRole);
	email = $state('');
	/** A day as YYYY-MM-DD; '' for no end. */
	end = $state('');
	levels = $state<Record<string, GrantLevel>>({});

	choose(folderId: string, level: GrantLevel | ''): void {
		const others = Object.entries(this.levels).filter(([id]) => id !== folderId);
		this.levels = Object.fromEntries(level === '' ? others : [...others, [folderId, level]]);
	}

	input(endsAt: number | null): InvitationInput {
		const chosen = managesWorkspace(this.role) ? [] : Object.entries(this.levels);
		return {
			email: this.email,
			role: this.role,
			grants: chosen.map(([folderId, level]) => ({ folderId, level, endsAt }))
		};
	}

	/** The rest of "akan bisa melihat: …", by the same rule that will decide. */
	willSee({ records }: Workspace, { locale, words }: Language): string {
		const { dialog } = words.people;
		if (managesWorkspace(this.role)) return dialog.willSeeAll;
		const folders = records.list('folders').filter((folder) => folder.trashedAt === null);
		const tree = this.#grown(folderTree(folders, records.list('grants')));
		const seen = folders.flatMap((folder) => {
			const { level } = standingIn(this.#actor(), folder.id, tree, 0);
			return level === 'none' || !this.#heads(folder, tree)
				? []
				: [dialog.list(folder.name, words.access.level[level])];
		});
		return seen.length === 0 ? dialog.willSeeNothing : `${new Intl.ListFormat(locale).format(seen)}.`;
	}

	/** Folders below another visible one at the same level go without saying. */
	#heads(folder: Folder, tree: FolderTree): boolean {
		if (folder.parentId === null) return true;
		const above = standingIn(this.#actor(), folder.parentId, tree, 0).level;
		return above !== standingIn(this.#actor(), folder.id, tree, 0).level;
	}

	#actor(): Actor {
		return { memberId: newcomer, workspaceId: '', role: this.role, active: true, cap: 'manage' };
	}

	#grown(tree: FolderTree): FolderTree {
		return Object.entries(this.levels).reduce((grown, [folderId, level]) => {
			const grant = { id: folderId, memberId: newcomer, role: null, level, endsAt: null };
			return withGrants(grown, folderId, [...grown.grantsOn(folderId), grant]);
		}, tree);
	}
}
