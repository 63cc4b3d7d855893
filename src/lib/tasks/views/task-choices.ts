import type { Board } from '#domain/boards/board.ts';
import { addDays, weekdayOf } from '#domain/kernel/day.ts';
import { priorities, type Task } from '#domain/tasks/task.ts';
import type { Words } from '../../i18n/en.ts';
import type { Locale } from '../../i18n/locale.ts';
import type { Workspace } from '../../sync/workspace.ts';
import type { MenuEntry } from '../../ui/menu.ts';
import { awayWords } from '../../teams/away-words.ts';
import type { TaskActions } from '../task-actions.ts';
import { endOf } from './task-place.ts';

export const choosable = ['status', 'assignees', 'dueOn', 'priority', 'labels'] as const;
export type Choosable = (typeof choosable)[number];

interface Sources {
	workspace: Workspace;
	actions: TaskActions;
	words: Words;
	locale: Locale;
	board: Board;
	/** Opens the field for a date. */
	pickDate: (tasks: readonly Task[]) => void;
}

/** What one fact of these tasks can become, as rows of a menu; shared by one row and by many at once. */
export function choicesFor(fact: Choosable, tasks: readonly Task[], sources: Sources): MenuEntry[] {
	const { facts } = sources.words.tasks;
	return [facts[fact], ...builders[fact](tasks, sources)];
}

const builders: Record<Choosable, (tasks: readonly Task[], sources: Sources) => MenuEntry[]> = {
	status: statusChoices,
	assignees: personChoices,
	dueOn: dueChoices,
	priority: priorityChoices,
	labels: labelChoices
};

function statusChoices(tasks: readonly Task[], { workspace, actions, board }: Sources): MenuEntry[] {
	return board.columns.map(({ id, name }) => ({
		label: name,
		checked: tasks.every(({ columnId }) => columnId === id),
		onselect: () => {
			const moved = tasks.filter(({ columnId }) => columnId !== id);
			void actions.move(endOf(board.id, id, workspace.records.list('tasks'), moved));
		}
	}));
}

/** Me first, then those who are on the tasks of this board, then everybody else. */
function personChoices(tasks: readonly Task[], sources: Sources): MenuEntry[] {
	const { workspace, actions, words, locale, board } = sources;
	const { records, me } = workspace;
	const near = new Set(
		records.list('tasks').flatMap((task) => (task.boardId === board.id ? task.assigneeIds : []))
	);
	const rank = (id: string) => (id === me.id ? 0 : near.has(id) ? 1 : 2);
	return records
		.list('members')
		.filter(({ deactivatedAt }) => deactivatedAt === null)
		.sort((a, b) => rank(a.id) - rank(b.id) || a.name.localeCompare(b.name))
		.map(({ id, name }) => {
			const checked = tasks.every(({ assigneeIds }) => assigneeIds.includes(id));
			const called = id === me.id ? words.taskViews.filter.me({ name }) : name;
			const away = awayWords(records.list('leaves'), id, { today: actions.today, words, locale });
			return {
				label: away ? `${called}, ${away}` : called,
				checked,
				onselect: () => void actions.assign(tasks, id, !checked)
			};
		});
}

function dueChoices(tasks: readonly Task[], { actions, words, pickDate }: Sources): MenuEntry[] {
	const { today } = actions;
	const say = words.taskViews.due;
	const day = (label: string, dueOn: string): MenuEntry => ({
		label,
		checked: tasks.every((task) => task.dueOn === dueOn),
		onselect: () => void setDue(tasks, dueOn, actions)
	});
	return [
		day(words.tasks.today, today),
		day(words.tasks.tomorrow, addDays(today, 1)),
		day(say.dayAfter, addDays(today, 2)),
		day(say.nextMonday, addDays(today, 8 - weekdayOf(today))),
		{ label: say.pick, onselect: () => pickDate(tasks) },
		null,
		{ label: say.clear, onselect: () => void setDue(tasks, null, actions) }
	];
}

/**
 * A start that would come after the new day goes; without a day there is no time of day. Where no time
 * is given, each task keeps its own.
 */
export function setDue(
	tasks: readonly Task[],
	dueOn: string | null,
	actions: TaskActions,
	dueTime?: string | null
): Promise<boolean> {
	const late = dueOn !== null && tasks.some(({ startOn }) => startOn !== null && startOn > dueOn);
	return actions.set(tasks, {
		dueOn,
		...(dueTime !== undefined && { dueTime }),
		...(dueOn === null && { dueTime: null }),
		...(late && { startOn: null })
	});
}

function priorityChoices(tasks: readonly Task[], { actions, words }: Sources): MenuEntry[] {
	return priorities.map((priority) => ({
		label: words.tasks.priority[priority],
		checked: tasks.every((task) => task.priority === priority),
		onselect: () => void actions.set(tasks, { priority })
	}));
}

function labelChoices(tasks: readonly Task[], { workspace, actions, words, board }: Sources): MenuEntry[] {
	const known = new Set(
		workspace.records.list('tasks').flatMap((task) => (task.boardId === board.id ? task.labels : []))
	);
	if (known.size === 0) return [{ label: words.taskViews.list.noLabel }];
	return [...known].sort().map((label) => {
		const checked = tasks.every(({ labels }) => labels.includes(label));
		return { label, checked, onselect: () => void actions.label(tasks, label, !checked) };
	});
}
