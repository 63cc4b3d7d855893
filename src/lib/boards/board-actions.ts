import { generateKeyBetween } from 'fractional-indexing';
import { uuidv7 } from 'uuidv7';
import { columnKinds, type Board, type Column } from '#domain/boards/board.ts';
import { isRefusal, type Refusal } from '#domain/kernel/refusal.ts';
import { isCurrent, type Task } from '#domain/tasks/task.ts';
import { byOrder } from '../folders/outline.ts';
import type { Words } from '../i18n/en.ts';
import type { SentCommand, Workspace } from '../sync/workspace.ts';
import type { Changes } from '../views/changes.svelte.ts';

/** Patterns to make boards from. */
export function boardTemplates({ records }: Pick<Workspace, 'records'>): Board[] {
	return records
		.list('boards')
		.filter((board) => board.templateAt !== null && board.archivedAt === null && board.trashedAt === null)
		.sort(byOrder);
}

/** Boards of a workspace that are worked on, in order of folder and place. */
export function liveBoards({ records }: Pick<Workspace, 'records'>): Board[] {
	return records
		.list('boards')
		.filter((board) => board.templateAt === null && board.archivedAt === null && board.trashedAt === null)
		.sort(byOrder);
}

/** Boards of a workspace that were put away, in order of folder and place. */
export function archivedBoards({ records }: Pick<Workspace, 'records'>): Board[] {
	return records
		.list('boards')
		.filter((board) => board.archivedAt !== null && board.trashedAt === null)
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
		const orderKey = this.#endOf(folderId);
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

	addColumn(board: Board, column: Omit<Column, 'id'>, before: string | null): Promise<boolean> {
		const { records } = this.#workspace;
		const made = { ...column, id: uuidv7() };
		return this.#changes.make({
			run: () => records.send('boards.addColumn', { id: board.id, column: made, before }),
			back: () => records.send('boards.removeColumn', { id: board.id, columnId: made.id }),
			said: this.#words().boards.column.added({ name: column.name })
		});
	}

	setColumn(board: Board, before: Column, column: Column): Promise<boolean> {
		const { records } = this.#workspace;
		return this.#changes.make({
			run: () => records.send('boards.setColumn', { id: board.id, column }),
			back: () => records.send('boards.setColumn', { id: board.id, column: before }),
			said: this.#words().boards.column.changed({ name: column.name })
		});
	}

	/** Puts a column before another, or at the end with null. */
	moveColumn(board: Board, { id: columnId, name }: Column, before: string | null): Promise<boolean> {
		const { records } = this.#workspace;
		const at = board.columns.findIndex(({ id }) => id === columnId);
		const after = board.columns[at + 1]?.id ?? null;
		const put = (place: string | null) => () =>
			records.send('boards.moveColumn', { id: board.id, columnId, before: place });
		return this.#changes.make({
			run: put(before),
			back: put(after),
			said: this.#words().boards.column.moved({ name })
		});
	}

	/** Only an empty column goes; what still stands in it, also unseen, is said instead. */
	removeColumn(board: Board, column: Column): Promise<boolean> {
		const { records } = this.#workspace;
		const at = board.columns.findIndex(({ id }) => id === column.id);
		const before = board.columns[at + 1]?.id ?? null;
		return this.#changes.make({
			run: () => records.send('boards.removeColumn', { id: board.id, columnId: column.id }),
			back: () => records.send('boards.addColumn', { id: board.id, column, before }),
			said: this.#words().boards.column.removed({ name: column.name })
		});
	}

	/** Keeps the columns and open tasks of a board as a pattern; the board itself stays. */
	makeTemplate(board: Board): Promise<string | undefined> {
		const said = this.#words().boards.template.made({ name: board.name });
		return this.#copy(board, { folderId: board.folderId, name: board.name, template: true, said });
	}

	/** A new board to work on, as a template says; its id, or undefined when refused. */
	createFrom(template: Board, folderId: string, name: string): Promise<string | undefined> {
		const said = this.#words().folders.done.created({ name });
		return this.#copy(template, { folderId, name, template: false, said });
	}

	async #copy(
		source: Board,
		to: { folderId: string; name: string; template: boolean; said: string }
	): Promise<string | undefined> {
		const { records } = this.#workspace;
		const { folderId, name, template, said } = to;
		const id = uuidv7();
		const columnIds = new Map(source.columns.map((column) => [column.id, uuidv7()]));
		const columns = source.columns.map((column) => ({ ...column, id: columnIds.get(column.id) ?? '' }));
		const fields = source.fields.map((field) => ({ ...field, id: uuidv7() }));
		const tasks = this.#patternTasks(source);
		const orderKey = this.#endOf(folderId);
		const made = await this.#changes.make({
			run: async () => {
				const board = { id, folderId, name, orderKey, columns, fields, template };
				let sent: SentCommand | Refusal = await records.send('boards.create', board);
				for (const task of tasks) {
					if (isRefusal(sent)) return sent;
					const place = { boardId: id, columnId: columnIds.get(task.columnId) ?? '' };
					sent = await records.send('tasks.create', { ...patternOf(task), ...place, template });
				}
				return sent;
			},
			back: () => records.send('boards.trash', { id }),
			said
		});
		return made ? id : undefined;
	}

	#patternTasks(source: Board): Task[] {
		const pattern = source.templateAt !== null;
		return this.#workspace.records
			.list('tasks')
			.filter((task) => task.boardId === source.id && task.trashedAt === null && task.doneAt === null)
			.filter((task) => (pattern ? task.templateAt !== null : isCurrent(task)))
			.sort(byOrder)
			.slice(0, mostCopied);
	}

	#endOf(folderId: string): string {
		const siblings = this.#workspace.records.list('boards').filter((board) => board.folderId === folderId);
		return generateKeyBetween([...siblings].sort(byOrder).at(-1)?.orderKey ?? null, null);
	}
}

/** Most tasks that a template takes along. */
const mostCopied = 200;

/** What of a task is worth doing again: no people, no days, nothing ticked. */
function patternOf({ title, orderKey, checklist, labels, priority, channel, estimateMinutes }: Task) {
	const lines = checklist.map(({ text, orderKey: key }) => ({
		...{ id: uuidv7(), text, orderKey: key },
		...{ doneAt: null, doneBy: null, assigneeId: null, dueOn: null }
	}));
	const facts = { checklist: lines, labels: [...labels], priority, channel, estimateMinutes };
	return { id: uuidv7(), title, orderKey, with: facts };
}
