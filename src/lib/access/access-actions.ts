import { uuidv7 } from 'uuidv7';
import type { Grant } from '#domain/access/grant.ts';
import { grantableRoles, type GrantableRole, type GrantLevel } from '#domain/access/level.ts';
import type { Folder } from '#domain/folders/folder.ts';
import type { Words } from '../i18n/en.ts';
import type { Workspace } from '../sync/workspace.ts';
import type { Changes } from '../views/changes.svelte.ts';

/** Whom a grant names: one member, or everybody of a role. */
export type Holder = { memberId: string; role: null } | { memberId: null; role: GrantableRole };

export function holderOf({ memberId, role }: Pick<Grant, 'memberId' | 'role'>): Holder | undefined {
	if (memberId !== null) return { memberId, role: null };
	const named = grantableRoles.find((each) => each === role);
	return named && { memberId: null, role: named };
}

/** Gives, changes and takes away access to folders; each can be taken back. */
export class AccessActions {
	readonly #workspace: Workspace;
	readonly #changes: Changes;
	readonly #words: () => Words;

	constructor(workspace: Workspace, changes: Changes, words: () => Words) {
		this.#workspace = workspace;
		this.#changes = changes;
		this.#words = words;
	}

	/** Gives a level in a folder; replaces what the holder was given there before. */
	give(folder: Folder, holder: Holder, level: GrantLevel, endsAt: number | null): Promise<boolean> {
		const { records } = this.#workspace;
		const before = this.#given(folder.id, holder);
		const id = before?.id ?? uuidv7();
		const given = { id, folderId: folder.id, level, endsAt };
		const { done } = this.#words().access;
		return this.#changes.make({
			run: () => records.send('grants.set', { ...holder, ...given }),
			back: () => (before ? this.#restore(before) : records.send('grants.remove', { id })),
			said: done.given(this.nameOf(holder), folder.name, this.#words().access.level[level])
		});
	}

	remove(grant: Grant, folder: Folder): Promise<boolean> {
		const { records } = this.#workspace;
		const holder = holderOf(grant);
		return this.#changes.make({
			run: () => records.send('grants.remove', { id: grant.id }),
			back: () => this.#restore(grant),
			said: this.#words().access.done.removed(holder ? this.nameOf(holder) : '', folder.name)
		});
	}

	setRestricted(folder: Folder, restricted: boolean): Promise<boolean> {
		const { records } = this.#workspace;
		const { id, name } = folder;
		const restrict = () => records.send('folders.restrict', { id });
		const open = () => records.send('folders.open', { id });
		const { done } = this.#words().access;
		return this.#changes.make({
			run: restricted ? restrict : open,
			back: restricted ? open : restrict,
			said: restricted ? done.restricted(name) : done.opened(name)
		});
	}

	/** How a holder is called: a person's name, or the whole role. */
	nameOf(holder: Holder): string {
		const { everyRole, reason } = this.#words().access;
		if (holder.memberId === null) return everyRole[holder.role];
		return this.#workspace.records.get('members', holder.memberId)?.name ?? reason.unknownGiver;
	}

	#given(folderId: string, { memberId, role }: Holder): Grant | undefined {
		const grants = this.#workspace.records.list('grants');
		return grants.find(
			(grant) => grant.folderId === folderId && grant.memberId === memberId && grant.role === role
		);
	}

	/** Under a new id: a removed grant stays removed. */
	#restore({ folderId, level, endsAt, ...named }: Grant) {
		const holder = holderOf(named) ?? { memberId: '', role: null };
		return this.#workspace.records.send('grants.set', { id: uuidv7(), folderId, ...holder, level, endsAt });
	}
}
