import { standingIn, type Actor, type FolderAction, type FolderTree } from '#domain/access/can.ts';
import { atLeast, type Level } from '#domain/access/level.ts';
import type { RowOf } from '#domain/records/nouns.ts';
import type { RecordCopy } from './record-copy.ts';

/** Levels of one person in the folders of a local copy; reads are reactive through the copy. */
export class FolderRights {
	readonly #copy: RecordCopy;
	readonly #actor: () => Actor;
	readonly #now: () => number;
	#grants: readonly RowOf<'grants'>[] = [];
	#byFolder = new Map<string, RowOf<'grants'>[]>();

	constructor(copy: RecordCopy, actor: () => Actor, now: () => number) {
		this.#copy = copy;
		this.#actor = actor;
		this.#now = now;
	}

	levelIn(folderId: string): Level {
		return standingIn(this.#actor(), folderId, this.#tree(), this.#now()).level;
	}

	can(action: FolderAction, folderId: string): boolean {
		return atLeast(this.levelIn(folderId), action);
	}

	/** A page that is not known here yet may be written: the server decides. */
	canEditPage(pageId: string): boolean {
		const page = this.#copy.get('pages', pageId);
		return page === undefined || this.can('edit', page.folderId);
	}

	#tree(): FolderTree {
		const grants = this.#copy.list('grants');
		if (grants !== this.#grants) {
			this.#grants = grants;
			this.#byFolder = Map.groupBy(grants, (grant) => grant.folderId);
		}
		return {
			folder: (id) => this.#copy.get('folders', id),
			grantsOn: (id) => this.#byFolder.get(id) ?? []
		};
	}
}
