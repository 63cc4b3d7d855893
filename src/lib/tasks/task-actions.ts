import { uuidv7 } from 'uuidv7';
import { columnOf, type Board } from '#domain/boards/board.ts';
import type { CommandInput } from '#domain/commands/commands.ts';
import { localMoment } from '#domain/kernel/day.ts';
import { isRefusal, type Refusal } from '#domain/kernel/refusal.ts';
import type { FactName, Facts, FieldValue, Task } from '#domain/tasks/task.ts';
import type { Words } from '../i18n/en.ts';
import type { SentCommand, Workspace } from '../sync/workspace.ts';
import type { Changes } from '../views/changes.svelte.ts';

/** A place on a board. */
export interface TaskPlace {
	boardId: string;
	columnId: string;
	orderKey: string;
}

/** A task with where it goes, and what of its own fields the other board takes over. */
export interface TaskMove {
	task: Task;
	to: TaskPlace;
	fields?: readonly { fieldId: string; value: FieldValue }[];
}

export interface NewTask {
	place: TaskPlace;
	title: string;
	with?: NonNullable<CommandInput<'tasks.create'>['with']>;
}

type Sent = SentCommand | Refusal;

/** Everything that can be done with tasks; each can be taken back, many at once as one. */
export class TaskActions {
	readonly #workspace: Workspace;
	readonly #changes: Changes;
	readonly #words: () => Words['tasks'];

	constructor(workspace: Workspace, changes: Changes, words: () => Words['tasks']) {
		this.#workspace = workspace;
		this.#changes = changes;
		this.#words = words;
	}

	/** The day that it is here. */
	get today(): string {
		return localMoment(Date.now(), Intl.DateTimeFormat().resolvedOptions().timeZone).day;
	}

	/** Makes tasks; their ids, or undefined when one was refused. */
	async create(news: readonly NewTask[]): Promise<string[] | undefined> {
		const { records } = this.#workspace;
		const { done } = this.#words();
		const ids = news.map(() => uuidv7());
		const first = news[0];
		if (!first) return undefined;
		const made = await this.#changes.make({
			run: () =>
				inOrder(news, ({ place, title, with: facts = {} }, at) =>
					records.send('tasks.create', { id: ids[at] ?? '', ...place, title, with: facts })
				),
			back: () => inOrder(ids, (id) => records.send('tasks.trash', { id })),
			said:
				news.length === 1 ? done.created({ title: first.title }) : done.createdMany({ count: news.length })
		});
		return made ? ids : undefined;
	}

	rename(task: Task, title: string): Promise<boolean> {
		const { records } = this.#workspace;
		const { id, title: seen } = task;
		return this.#changes.make({
			run: () => records.send('tasks.rename', { id, title, seen }),
			back: () => records.send('tasks.rename', { id, title: seen, seen: title }),
			said: this.#words().done.renamed
		});
	}

	/** Moves tasks, each to its place; all of them are taken back together. */
	move(moves: readonly TaskMove[]): Promise<boolean> {
		const { records } = this.#workspace;
		const next = moves.map(() => uuidv7());
		const first = moves[0];
		if (!first) return Promise.resolve(true);
		return this.#changes.make({
			run: () =>
				inOrder(moves, async ({ task, to, fields = [] }, at) => {
					const moved = await records.send('tasks.move', {
						...{ id: task.id, ...to, seen: task.columnId },
						...(task.recurrence && { next: { id: next[at] ?? '', today: this.today } })
					});
					if (isRefusal(moved) || fields.length === 0) return moved;
					return inOrder(fields, (field) => records.send('tasks.setField', { id: task.id, ...field }));
				}),
			back: () => this.#moveBack(moves, next),
			said: this.#movedWords(moves.length, first)
		});
	}

	/** Also takes away the next occurrence that finishing made, and what another board took over. */
	#moveBack(moves: readonly TaskMove[], next: readonly string[]): Promise<Sent> {
		const { records } = this.#workspace;
		return inOrder(moves, async ({ task, to, fields = [] }, at) => {
			const { id, boardId, columnId, orderKey } = task;
			const made = next[at] ?? '';
			for (const { fieldId } of fields) await records.send('tasks.setField', { id, fieldId, value: null });
			if (records.get('tasks', made)) await records.send('tasks.trash', { id: made });
			return records.send('tasks.move', { id, boardId, columnId, orderKey, seen: to.columnId });
		});
	}

	#movedWords(count: number, { task, to }: TaskMove): string {
		const { done } = this.#words();
		const board = this.#workspace.records.get('boards', to.boardId);
		const column = (board && columnOf(board, to.columnId)?.name) ?? '';
		const away = board !== undefined && to.boardId !== task.boardId;
		const place = away ? (count > 1 ? board.name : `${board.name}, ${column}`) : column;
		if (count > 1) return done.movedMany({ count, place });
		return task.columnId === to.columnId ? done.reordered : done.moved({ place });
	}

	/** Gives tasks other facts; what each had before comes back by undo. */
	set(tasks: readonly Task[], facts: Partial<Facts>): Promise<boolean> {
		const { records } = this.#workspace;
		const words = this.#words();
		const names = Object.keys(facts) as FactName[];
		const name = names[0];
		if (!name) return Promise.resolve(true);
		const before = tasks.map((task) => pick(task, names));
		return this.#changes.make({
			run: () =>
				inOrder(tasks, ({ id }, at) => records.send('tasks.set', { id, facts, seen: before[at] ?? {} })),
			back: () => inOrder(tasks, ({ id }, at) => records.send('tasks.set', { id, facts: before[at] ?? {} })),
			said:
				tasks.length > 1
					? words.done.changedMany({ count: tasks.length })
					: words.done.changed({ fact: words.facts[name] })
		});
	}

	assign(tasks: readonly Task[], memberId: string, assigned: boolean): Promise<boolean> {
		const { records } = this.#workspace;
		const { done } = this.#words();
		const name = records.get('members', memberId)?.name ?? '';
		const changed = tasks.filter(({ assigneeIds }) => assigneeIds.includes(memberId) !== assigned);
		const give = (on: boolean) => () =>
			inOrder(changed, ({ id }) => records.send(on ? 'tasks.assign' : 'tasks.unassign', { id, memberId }));
		return this.#changes.make({
			run: give(assigned),
			back: give(!assigned),
			said: assigned ? done.assigned({ name }) : done.unassigned({ name })
		});
	}

	label(tasks: readonly Task[], label: string, on: boolean): Promise<boolean> {
		const { records } = this.#workspace;
		const { done } = this.#words();
		const changed = tasks.filter(({ labels }) => labels.includes(label) !== on);
		const give = (wanted: boolean) => () =>
			inOrder(changed, ({ id }) => records.send(wanted ? 'tasks.label' : 'tasks.unlabel', { id, label }));
		return this.#changes.make({
			run: give(on),
			back: give(!on),
			said: on ? done.labelled({ label }) : done.unlabelled({ label })
		});
	}

	archive(tasks: readonly Task[], archived: boolean): Promise<boolean> {
		const { records } = this.#workspace;
		const { done } = this.#words();
		const put = (on: boolean) => () =>
			inOrder(tasks, ({ id }) => records.send(on ? 'tasks.archive' : 'tasks.unarchive', { id }));
		return this.#changes.make({
			run: put(archived),
			back: put(!archived),
			said: archived ? done.archived : done.unarchived
		});
	}

	trash(tasks: readonly Task[], trashed: boolean): Promise<boolean> {
		const { records } = this.#workspace;
		const { done } = this.#words();
		const put = (on: boolean) => () =>
			inOrder(tasks, ({ id }) => records.send(on ? 'tasks.trash' : 'tasks.restore', { id }));
		return this.#changes.make({
			run: put(trashed),
			back: put(!trashed),
			said: trashed ? done.trashed : done.restored
		});
	}

	/** For ever: nothing takes this back. */
	purge({ id }: Task): Promise<boolean> {
		return this.#changes.make({
			run: () => this.#workspace.records.send('tasks.purge', { id }),
			said: this.#words().done.purged
		});
	}

	watch(tasks: readonly Task[], watched: boolean): Promise<boolean> {
		const { records, me } = this.#workspace;
		const { done } = this.#words();
		const changed = tasks.filter(({ watcherIds }) => watcherIds.includes(me.id) !== watched);
		const put = (on: boolean) => () =>
			inOrder(changed, ({ id }) => records.send(on ? 'tasks.watch' : 'tasks.unwatch', { id }));
		return this.#changes.make({
			run: put(watched),
			back: put(!watched),
			said: watched ? done.watched : done.unwatched
		});
	}

	/** Notes a new blocker for these tasks. */
	block(
		tasks: readonly Task[],
		facts: Omit<CommandInput<'blockers.open'>, 'id' | 'taskId'>
	): Promise<boolean> {
		const { records } = this.#workspace;
		const blockerId = uuidv7();
		return this.#changes.make({
			run: () =>
				inOrder(tasks, ({ id }, at) =>
					at === 0
						? records.send('blockers.open', { id: blockerId, taskId: id, ...facts })
						: records.send('tasks.block', { id, blockerId })
				),
			back: () => inOrder(tasks, ({ id }) => records.send('tasks.unblock', { id, blockerId })),
			said: this.#words().done.blocked
		});
	}

	solve(blockerId: string): Promise<boolean> {
		const { records } = this.#workspace;
		return this.#changes.make({
			run: () => records.send('blockers.solve', { id: blockerId }),
			back: () => records.send('blockers.reopen', { id: blockerId }),
			said: this.#words().done.solved
		});
	}
}

function pick(task: Task, names: readonly FactName[]): Partial<Facts> {
	return Object.fromEntries(names.map((name) => [name, task[name]]));
}

/** Sends one command after another; the first refusal ends it and is the answer. */
async function inOrder<T>(
	things: readonly T[],
	send: (thing: T, at: number) => Promise<Sent>
): Promise<Sent> {
	let last: Sent = { id: '' };
	for (const [at, thing] of things.entries()) {
		last = await send(thing, at);
		if (isRefusal(last)) return last;
	}
	return last;
}

/** The column of a board that tasks of a kind go to; its first when it has none of the kind. */
export function columnForNew(board: Board): string {
	return (board.columns.find(({ kind }) => kind === 'todo') ?? board.columns[0])?.id ?? '';
}
