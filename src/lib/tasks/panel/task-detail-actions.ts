import { generateNKeysBetween } from 'fractional-indexing';
import { uuidv7 } from 'uuidv7';
import type { Blocker } from '#domain/blockers/blocker.ts';
import type { BoardField } from '#domain/boards/board.ts';
import { isRefusal } from '#domain/kernel/refusal.ts';
import type { CheckItem, FieldValue, Task, TaskLink } from '#domain/tasks/task.ts';
import type { Team } from '#domain/teams/team.ts';
import { byOrder } from '../../folders/outline.ts';
import type { Words } from '../../i18n/en.ts';
import type { Workspace } from '../../sync/workspace.ts';
import type { Changes } from '../../views/changes.svelte.ts';

/** What of a line of a checklist its people change. */
export type CheckItemFacts = Partial<Pick<CheckItem, 'text' | 'orderKey' | 'assigneeId' | 'dueOn'>>;

/** What people say of a blocker. */
export type BlockerFacts = Pick<Blocker, 'reason' | 'ownerId' | 'expectedOn'>;

/** What is done with one open task only: its teams, own fields, lines, links. Each can be taken back. */
export class TaskDetailActions {
	readonly #workspace: Workspace;
	readonly #changes: Changes;
	readonly #words: () => Words;

	constructor(workspace: Workspace, changes: Changes, words: () => Words) {
		this.#workspace = workspace;
		this.#changes = changes;
		this.#words = words;
	}

	team({ id }: Task, team: Team, on: boolean): Promise<boolean> {
		const { records } = this.#workspace;
		const { done } = this.#words().taskPanel;
		const put = (wanted: boolean) => () =>
			records.send(wanted ? 'tasks.assignTeam' : 'tasks.unassignTeam', { id, teamId: team.id });
		const { name } = team;
		return this.#changes.make({
			run: put(on),
			back: put(!on),
			said: on ? done.teamOn({ name }) : done.teamOff({ name })
		});
	}

	setField(task: Task, field: BoardField, value: FieldValue): Promise<boolean> {
		const { records } = this.#workspace;
		const before = task.fields[field.id] ?? null;
		const which = { id: task.id, fieldId: field.id };
		return this.#changes.make({
			run: () => records.send('tasks.setField', { ...which, value, seen: before }),
			back: () => records.send('tasks.setField', { ...which, value: before, seen: value }),
			said: this.#words().tasks.done.changed({ fact: field.name })
		});
	}

	/** Makes work of a template. */
	untemplate({ id }: Task): Promise<boolean> {
		const { records } = this.#workspace;
		return this.#changes.make({
			run: () => records.send('tasks.setTemplate', { id, template: false }),
			back: () => records.send('tasks.setTemplate', { id, template: true }),
			said: this.#words().taskPanel.done.untemplate
		});
	}

	/** Adds lines at the end of the checklist. */
	addItems(task: Task, texts: readonly string[]): Promise<boolean> {
		const { records } = this.#workspace;
		const last = [...task.checklist].sort(byOrder).at(-1)?.orderKey ?? null;
		const keys = generateNKeysBetween(last, null, texts.length);
		const items = texts.map((text, at) => ({ itemId: uuidv7(), text, orderKey: keys[at] ?? 'a0' }));
		return this.#changes.make({
			run: async () => {
				let sent: Awaited<ReturnType<typeof records.send>> = { id: '' };
				for (const item of items) {
					sent = await records.send('tasks.addItem', { id: task.id, ...item });
					if (isRefusal(sent)) return sent;
				}
				return sent;
			},
			back: async () => {
				let sent: Awaited<ReturnType<typeof records.send>> = { id: '' };
				for (const { itemId } of items)
					sent = await records.send('tasks.removeItem', { id: task.id, itemId });
				return sent;
			},
			said: this.#words().taskPanel.checklist.added({ count: texts.length })
		});
	}

	tickItem({ id }: Task, item: CheckItem, done: boolean): Promise<boolean> {
		const { records } = this.#workspace;
		const { checklist } = this.#words().taskPanel;
		const put = (wanted: boolean) => () =>
			records.send('tasks.tickItem', { id, itemId: item.id, done: wanted });
		return this.#changes.make({
			run: put(done),
			back: put(!done),
			said: done ? checklist.ticked : checklist.unticked
		});
	}

	setItem({ id }: Task, item: CheckItem, facts: CheckItemFacts): Promise<boolean> {
		const { records } = this.#workspace;
		const { checklist } = this.#words().taskPanel;
		const before: CheckItemFacts = Object.fromEntries(
			(Object.keys(facts) as (keyof CheckItemFacts)[]).map((name) => [name, item[name]])
		);
		return this.#changes.make({
			run: () => records.send('tasks.setItem', { id, itemId: item.id, item: facts }),
			back: () => records.send('tasks.setItem', { id, itemId: item.id, item: before }),
			said: facts.orderKey === undefined ? checklist.changed : checklist.moved
		});
	}

	/** Taken back it is the same line again, with its person, day and tick. */
	removeItem({ id }: Task, item: CheckItem): Promise<boolean> {
		const { records } = this.#workspace;
		const { text, orderKey, assigneeId, dueOn, doneAt } = item;
		const which = { id, itemId: item.id };
		return this.#changes.make({
			run: () => records.send('tasks.removeItem', which),
			back: async () => {
				const added = await records.send('tasks.addItem', { ...which, text, orderKey });
				if (isRefusal(added)) return added;
				const set = await records.send('tasks.setItem', { ...which, item: { assigneeId, dueOn } });
				return doneAt === null || isRefusal(set)
					? set
					: records.send('tasks.tickItem', { ...which, done: true });
			},
			said: this.#words().taskPanel.checklist.removed
		});
	}

	link({ id }: Task, link: TaskLink, on: boolean): Promise<boolean> {
		const { records } = this.#workspace;
		const { done } = this.#words().tasks;
		const put = (wanted: boolean) => () =>
			wanted
				? records.send('tasks.link', { id, link })
				: records.send('tasks.unlink', { id, linkId: link.id });
		return this.#changes.make({ run: put(on), back: put(!on), said: on ? done.linked : done.unlinked });
	}

	/** Lets the task wait for a blocker that others wait for already, or no more. */
	waitFor({ id }: Task, { id: blockerId }: Blocker, waits: boolean): Promise<boolean> {
		const { records } = this.#workspace;
		const put = (wanted: boolean) => () =>
			records.send(wanted ? 'tasks.block' : 'tasks.unblock', { id, blockerId });
		return this.#changes.make({
			run: put(waits),
			back: put(!waits),
			said: waits ? this.#words().tasks.done.blocked : this.#words().taskPanel.blocker.takenOff
		});
	}

	/** Says something else of a blocker, for all tasks that wait for it. */
	setBlocker({ id, reason, ownerId, expectedOn }: Blocker, facts: BlockerFacts): Promise<boolean> {
		const { records } = this.#workspace;
		return this.#changes.make({
			run: () => records.send('blockers.set', { id, ...facts }),
			back: () => records.send('blockers.set', { id, reason, ownerId, expectedOn }),
			said: this.#words().taskPanel.blocker.changed
		});
	}

	/** Begins the description. It stays: whoever wrote into it meanwhile must not lose it by an undo. */
	describe({ id }: Task): Promise<boolean> {
		return this.#changes.make({
			run: () => this.#workspace.records.send('tasks.describe', { id }),
			said: this.#words().taskPanel.done.described
		});
	}
}
