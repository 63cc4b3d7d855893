import { generateKeyBetween } from 'fractional-indexing';
import { uuidv7 } from 'uuidv7';
import { columnKinds, type Board } from '#domain/boards/board.ts';
import { byOrder } from '../folders/outline.ts';
import type { Words } from '../i18n/en.ts';
import type { Workspace } from '../sync/workspace.ts';
import type { Changes } from '../views/changes.svelte.ts';

/** Boards of a workspace that are worked on, in order of folder and place. */
export function liveBoards({ records }: Pick<Workspace, 'records'>): Board[] {
	return records
		.list('boards')
		.filter((board) => board.templateAt === null && board.archivedAt === null && board.trashedAt === null)
		.sort(byOrder);
}

/** Makes boards and changes their facts; each can be taken back. */
export class BoardActions {
	readonly #workspace: Workspace;
	readonly #changes: Changes;
	readonly #words: () => Words;

	constructor(workspace: Workspace, changes: Changes, words: () => Words) {
		this.#workspace = workspace;
		this.#changes = changes;
		this.#words = words;
	}

	/** Makes a board with the five usual columns at the end of a folder; its id, or undefined when refused. */
	async create(folderId: string, name: string): Promise<string | undefined> {
		const { records } = this.#workspace;
		const { tasks, folders } = this.#words();
		const id = uuidv7();
		const siblings = records.list('boards').filter((board) => board.folderId === folderId);
		const orderKey = generateKeyBetween([...siblings].sort(byOrder).at(-1)?.orderKey ?? null, null);
		const columns = columnKinds.map((kind) => ({
			id: uuidv7(),
			name: tasks.status[kind],
			kind,
			limit: null
		}));
		const made = await this.#changes.make({
			run: () => records.send('boards.create', { id, folderId, name, orderKey, columns }),
			back: () => records.send('boards.trash', { id }),
			said: folders.done.created({ name })
		});
		return made ? id : undefined;
	}

	rename(board: Board, name: string): Promise<boolean> {
		const { records } = this.#workspace;
		return this.#changes.make({
			run: () => records.send('boards.rename', { id: board.id, name }),
			back: () => records.send('boards.rename', { id: board.id, name: board.name }),
			said: this.#words().folders.done.renamed({ name })
		});
	}

	setArchived({ id, name }: Board, archived: boolean): Promise<boolean> {
		const { records } = this.#workspace;
		const { done } = this.#words().folders;
		const put = (on: boolean) => () => records.send(on ? 'boards.archive' : 'boards.unarchive', { id });
		return this.#changes.make({
			run: put(archived),
			back: put(!archived),
			said: archived ? done.archived({ name }) : done.unarchived({ name })
		});
	}

	setTrashed({ id, name }: Board, trashed: boolean): Promise<boolean> {
		const { records } = this.#workspace;
		const { done } = this.#words().folders;
		const put = (on: boolean) => () => records.send(on ? 'boards.trash' : 'boards.restore', { id });
		return this.#changes.make({
			run: put(trashed),
			back: put(!trashed),
			said: trashed ? done.trashed({ name }) : done.restored({ name })
		});
	}
}
