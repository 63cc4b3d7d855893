import { uuidv7 } from 'uuidv7';
import type { Folder } from '#domain/folders/folder.ts';
import type { Page, DocumentKind } from '#domain/pages/page.ts';
import type { Words } from '../i18n/en.ts';
import type { Workspace } from '../sync/workspace.ts';
import type { Changes } from '../views/changes.svelte.ts';
import { keyAtEnd } from './order-key.ts';

/** Where a thing is to lie, and where among its siblings. */
export interface Place {
	parentId: string | null;
	orderKey: string;
}

/** Everything that can be done with folders and the facts of pages; each can be taken back. */
export class FolderActions {
	readonly #workspace: Workspace;
	readonly #changes: Changes;
	readonly #words: () => Words;

	constructor(workspace: Workspace, changes: Changes, words: () => Words) {
		this.#workspace = workspace;
		this.#changes = changes;
		this.#words = words;
	}

	/** Makes a folder at the end of its parent; its id, or undefined when refused. */
	async create(parentId: string | null, name: string): Promise<string | undefined> {
		const { records } = this.#workspace;
		const id = uuidv7();
		const input = { id, grantId: uuidv7(), parentId, name, orderKey: this.endOfFolders(parentId) };
		const made = await this.#changes.make({
			run: () => records.send('folders.create', input),
			back: () => records.send('folders.trash', { id }),
			said: this.#words().folders.done.created({ name })
		});
		return made ? id : undefined;
	}

	/** Makes a page at the end of a folder; its id, or undefined when refused. */
	async createPage(folderId: string, kind: DocumentKind, title: string): Promise<string | undefined> {
		const { records } = this.#workspace;
		const id = uuidv7();
		const input = { id, folderId, title, kind, orderKey: this.endOfPages(folderId) };
		const made = await this.#changes.make({
			run: () => records.send('pages.create', input),
			back: () => records.send('pages.trash', { id }),
			said: this.#words().folders.done.created({ name: title })
		});
		return made ? id : undefined;
	}

	rename(folder: Folder, name: string): Promise<boolean> {
		const { records } = this.#workspace;
		return this.#changes.make({
			run: () => records.send('folders.rename', { id: folder.id, name }),
			back: () => records.send('folders.rename', { id: folder.id, name: folder.name }),
			said: this.#words().folders.done.renamed({ name })
		});
	}

	renamePage(page: Page, title: string): Promise<boolean> {
		const { records } = this.#workspace;
		return this.#changes.make({
			run: () => records.send('pages.rename', { id: page.id, title }),
			back: () => records.send('pages.rename', { id: page.id, title: page.title }),
			said: this.#words().folders.done.renamed({ name: title })
		});
	}

	move(folder: Folder, to: Place): Promise<boolean> {
		const { records } = this.#workspace;
		const { id, parentId, orderKey } = folder;
		return this.#changes.make({
			run: () => records.send('folders.move', { id, ...to }),
			back: () => records.send('folders.move', { id, parentId, orderKey }),
			said: this.#moved(folder.name, parentId, to.parentId)
		});
	}

	movePage(page: Page, to: { folderId: string; orderKey: string }): Promise<boolean> {
		const { records } = this.#workspace;
		const { id, folderId, orderKey } = page;
		return this.#changes.make({
			run: () => records.send('pages.move', { id, ...to }),
			back: () => records.send('pages.move', { id, folderId, orderKey }),
			said: this.#moved(page.title, folderId, to.folderId)
		});
	}

	setRestricted(folder: Folder, restricted: boolean): Promise<boolean> {
		const { records } = this.#workspace;
		const { id, name } = folder;
		const restrict = () => records.send('folders.restrict', { id });
		const open = () => records.send('folders.open', { id });
		const { done } = this.#words().folders;
		return this.#changes.make({
			run: restricted ? restrict : open,
			back: restricted ? open : restrict,
			said: restricted ? done.restricted({ name }) : done.opened({ name })
		});
	}

	setArchived(thing: Folder | Page, archived: boolean): Promise<boolean> {
		const { id } = thing;
		const { records } = this.#workspace;
		const folder = 'parentId' in thing;
		const archive = () =>
			folder ? records.send('folders.archive', { id }) : records.send('pages.archive', { id });
		const bring = () =>
			folder ? records.send('folders.unarchive', { id }) : records.send('pages.unarchive', { id });
		const { done } = this.#words().folders;
		return this.#changes.make({
			run: archived ? archive : bring,
			back: archived ? bring : archive,
			said: archived ? done.archived({ name: nameOf(thing) }) : done.unarchived({ name: nameOf(thing) })
		});
	}

	setTrashed(thing: Folder | Page, trashed: boolean): Promise<boolean> {
		const { id } = thing;
		const { records } = this.#workspace;
		const folder = 'parentId' in thing;
		const trash = () =>
			folder ? records.send('folders.trash', { id }) : records.send('pages.trash', { id });
		const restore = () =>
			folder ? records.send('folders.restore', { id }) : records.send('pages.restore', { id });
		const { done } = this.#words().folders;
		return this.#changes.make({
			run: trashed ? trash : restore,
			back: trashed ? restore : trash,
			said: trashed ? done.trashed({ name: nameOf(thing) }) : done.restored({ name: nameOf(thing) })
		});
	}

	/** For ever: nothing takes this back. */
	purge(page: Page): Promise<boolean> {
		return this.#changes.make({
			run: () => this.#workspace.records.send('pages.purge', { id: page.id }),
			said: this.#words().folders.done.purged({ name: page.title })
		});
	}

	endOfFolders(parentId: string | null): string {
		return keyAtEnd(this.#workspace.records.list('folders').filter((folder) => folder.parentId === parentId));
	}

	endOfPages(folderId: string): string {
		return keyAtEnd(this.#workspace.records.list('pages').filter((page) => page.folderId === folderId));
	}

	#moved(name: string, from: string | null, to: string | null): string {
		const { done, top } = this.#words().folders;
		if (from === to) return done.reordered({ name });
		const place = to === null ? top : (this.#workspace.records.get('folders', to)?.name ?? '');
		return done.moved({ name, place });
	}
}

/** The name of a folder, the title of a page. */
export function nameOf(thing: Folder | Page): string {
	return 'parentId' in thing ? thing.name : thing.title;
}
