import type { DocumentKind } from '#domain/pages/page.ts';
import type { FolderActions } from '../folders/folder-actions.ts';
import { folderForNewPage } from '../folders/may-create.ts';
import type { Words } from '../i18n/en.ts';
import type { Workspace } from '../sync/workspace.ts';
import { pagePath } from './addresses.ts';
import type { Frame } from './frame.svelte.ts';
import { goFromHere } from './go-from-here.ts';

/** Making new things from anywhere: straight into the folder at hand, else asking where. */
export class CreateFlow {
	readonly #workspace: Workspace;
	readonly #actions: FolderActions;
	readonly #frame: Frame;
	readonly #words: () => Words;
	#making = false;
	#fresh: string | undefined;

	constructor(workspace: Workspace, actions: FolderActions, frame: Frame, words: () => Words) {
		this.#workspace = workspace;
		this.#actions = actions;
		this.#frame = frame;
		this.#words = words;
	}

	start(kind: DocumentKind | 'folder' | 'board' | 'task', title = ''): void {
		const { folderId } = this.#frame;
		if (kind === 'board') {
			const into = folderId && this.#workspace.can('edit', folderId) ? folderId : undefined;
			this.#frame.open({ kind: 'createBoard', folderId: into, name: title });
			return;
		}
		if (kind === 'task') {
			this.#frame.open({ kind: 'createTask', title });
			return;
		}
		if (kind === 'folder') {
			const parentId = folderId && this.#workspace.can('edit', folderId) ? folderId : null;
			this.#frame.open({ kind: 'createFolder', parentId, name: title });
			return;
		}
		const into = folderForNewPage(this.#workspace, folderId);
		if (into) void this.pageIn(into, kind, title);
		else this.#frame.open({ kind: 'createPage', pageKind: kind, title });
	}

	/** Makes a page and opens it; one at a time, however often it is pressed. */
	async pageIn(folderId: string, kind: DocumentKind, title = ''): Promise<void> {
		if (this.#making) return;
		this.#making = true;
		try {
			await this.#makePage(folderId, kind, title);
		} finally {
			this.#making = false;
		}
	}

	/** Whether a page was just made here and is shown for the first time; true once. */
	takeFresh(pageId: string): boolean {
		const isFresh = this.#fresh === pageId;
		if (isFresh) this.#fresh = undefined;
		return isFresh;
	}

	async #makePage(folderId: string, kind: DocumentKind, title: string): Promise<void> {
		const words = this.#words().folders;
		const named = title.trim() || (kind === 'sop' ? words.untitledSop : words.untitledDoc);
		const goOn = goFromHere();
		const id = await this.#actions.createPage(folderId, kind, named);
		this.#fresh = id;
		if (id) await goOn(pagePath(this.#workspace.slug, { id, title: named }));
	}
}
