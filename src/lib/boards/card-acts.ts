import { columnOf, type Board } from '#domain/boards/board.ts';
import { isCurrent, type Task } from '#domain/tasks/task.ts';
import type { Language } from '../i18n/language.ts';
import type { Workspace } from '../sync/workspace.ts';
import type { TaskActions } from '../tasks/task-actions.ts';
import type { Announcer } from '../ui/announcer.svelte.ts';
import type { Toasts } from '../ui/toasts.svelte.ts';
import { taskPath } from '../views/addresses.ts';
import type { Frame } from '../views/frame.svelte.ts';
import type { ColumnCards } from './board-model.ts';
import { keysAt, type CardPlace } from './card-place.ts';

export interface BoardSurroundings {
	workspace: Workspace;
	tasks: TaskActions;
	announcer: Announcer;
	toasts: Toasts;
	frame: Frame;
	language: Language;
	board: () => Board;
	/** The columns with the cards that are shown in them. */
	columns: () => readonly ColumnCards[];
}

/** What is done with cards of a board; every change says where the card is now. */
export class CardActs {
	readonly #around: BoardSurroundings;

	constructor(around: BoardSurroundings) {
		this.#around = around;
	}

	#words() {
		return this.#around.language.words.boards;
	}

	find(ids: Iterable<string>): Task[] {
		const wanted = new Set(ids);
		return this.#around
			.columns()
			.flatMap(({ tasks }) => tasks)
			.filter(({ id }) => wanted.has(id));
	}

	columnName(columnId: string): string {
		return columnOf(this.#around.board(), columnId)?.name ?? '';
	}

	/** How many cards a column would hold with these in it. */
	countWith(columnId: string, ids: ReadonlySet<string>): number {
		return this.#still(columnId, ids).length + ids.size;
	}

	/** Puts cards at a place, together and in their order, as one change. */
	async move(ids: ReadonlySet<string>, place: CardPlace): Promise<void> {
		const { workspace, tasks: actions, announcer } = this.#around;
		const { columnId, index } = place;
		const boardId = this.#around.board().id;
		const moving = this.find(ids);
		const first = moving[0];
		if (!first) return;
		const siblings = workspace.records
			.list('tasks')
			.filter((task) => task.boardId === boardId && task.columnId === columnId && isCurrent(task));
		const keys = keysAt(siblings, this.#still(columnId, ids), index, ids, moving.length);
		const count = this.countWith(columnId, ids);
		const moves = moving.map((task, at) => ({ task, to: { boardId, columnId, orderKey: keys[at] ?? 'a0' } }));
		if (!(await actions.move(moves)) || moving.length > 1) return;
		const where = { column: this.columnName(columnId), position: index + 1, of: count };
		announcer.say(this.#words().movedTo({ title: first.title, ...where }));
	}

	/** To the top of a column, where it is seen. */
	async moveToColumn(ids: ReadonlySet<string>, columnId: string): Promise<void> {
		const away = this.find(ids).filter((task) => task.columnId !== columnId);
		if (away.length > 0) await this.move(new Set(away.map(({ id }) => id)), { columnId, index: 0 });
	}

	/** Asks first when somebody else has moved the card since it was lifted out of `from`. */
	async drop(id: string, ids: ReadonlySet<string>, from: CardPlace, place: CardPlace): Promise<void> {
		const { frame } = this.#around;
		const task = this.#around.workspace.records.get('tasks', id);
		if (!task || (place.columnId === from.columnId && place.index === from.index && ids.size === 1)) return;
		if (task.columnId === from.columnId || task.columnId === place.columnId) return this.move(ids, place);
		const words = this.#words();
		const column = this.columnName(place.columnId);
		frame.open({
			kind: 'question',
			question: {
				title: words.contested.title({ title: task.title, column }),
				lines: [this.movedByOther(task)],
				button: words.contested.confirm({ column }),
				danger: false,
				run: () => void this.move(ids, place)
			}
		});
	}

	/** "Rara memindahkan kartu ini ke Terhambat." */
	movedByOther(task: Task): string {
		const { workspace } = this.#around;
		const name = workspace.records.get('members', task.writers['columnId'] ?? '')?.name;
		const column = this.columnName(task.columnId);
		const { contested } = this.#words();
		return name ? contested.by({ name, column }) : contested.moved({ column });
	}

	async assignMe(ids: ReadonlySet<string>): Promise<void> {
		const { workspace, tasks } = this.#around;
		const me = workspace.me.id;
		const cards = this.find(ids);
		await tasks.assign(cards, me, !cards.every(({ assigneeIds }) => assigneeIds.includes(me)));
	}

	async follow(ids: ReadonlySet<string>): Promise<void> {
		const { workspace, tasks } = this.#around;
		const cards = this.find(ids);
		await tasks.watch(cards, !cards.every(({ watcherIds }) => watcherIds.includes(workspace.me.id)));
	}

	archive(ids: ReadonlySet<string>): Promise<boolean> {
		return this.#around.tasks.archive(this.find(ids), true);
	}

	trash(ids: ReadonlySet<string>): Promise<boolean> {
		return this.#around.tasks.trash(this.find(ids), true);
	}

	async copyLink(id: string): Promise<void> {
		const { workspace, toasts } = this.#around;
		const words = this.#words();
		try {
			await navigator.clipboard.writeText(new URL(taskPath(workspace.slug, { id }), location.href).href);
			toasts.show(words.linkCopied);
		} catch {
			toasts.show(words.linkNotCopied);
		}
	}

	#still(columnId: string, moving: ReadonlySet<string>): Task[] {
		const found = this.#around.columns().find(({ column }) => column.id === columnId);
		return (found?.tasks ?? []).filter(({ id }) => !moving.has(id));
	}
}
