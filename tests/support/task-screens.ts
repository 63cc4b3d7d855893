import * as shown from './screen-acts.ts';
import type { ScreenCase } from './screens.ts';
import type { Stage } from './screen-stage.ts';
import * as act from './task-acts.ts';

const board = {
	as: 'wulan',
	route: '/[ws]/boards/[board]',
	params: ({ demo }: Stage) => ({ board: `x-${demo.demo.boardIds['Rilis koleksi Senja'] ?? ''}` })
} as const;
const view = (query: string) => ({ ...board, query: () => query });
const task = (title: string) => ({
	...board,
	query: ({ taskIds }: Stage) => `?t=${taskIds[title] ?? ''}`
});

const label = 'Revisi label kemasan serum 20 ml';
const slot = 'Konfirmasi slot pickup kurir untuk hari rilis';
const resend = 'Kirim ulang 12 pesanan salah ukuran';

/** The screens of the task hub. */
export const taskScreens: readonly ScreenCase[] = [
	{ name: 'boards', as: 'wulan', route: '/[ws]/boards' },
	{ name: 'board', ...board, arrows: true, act: shown.boardShown },
	{ name: 'board-selection', ...board, arrows: true, act: act.chooseCard },
	{ name: 'board-composer', ...board, arrows: true, act: act.compose },
	{ name: 'card-menu', ...board, over: true, act: act.openCardMenu },
	{ name: 'board-list', ...view('?view=list'), act: act.listShown },
	{ name: 'board-list-filtered', ...view('?view=list&status=doing'), act: act.listShown },
	{ name: 'filter-open', ...view('?view=list'), over: true, act: act.openFilter },
	{ name: 'dialog-save-filter', ...view('?view=list&status=todo'), act: act.nameFilter },
	{ name: 'bulk-bar', ...view('?view=list'), act: act.chooseRows },
	{ name: 'calendar', ...view('?view=calendar'), act: act.calendarShown },
	{ name: 'calendar-week', ...view('?view=calendar&span=week'), act: act.calendarShown },
	{ name: 'workload', ...view('?view=load'), act: act.loadShown },
	{ name: 'task-panel', ...task(label), act: shown.taskShown },
	{ name: 'task-blocked', ...task(resend), act: shown.taskShown },
	{ name: 'task-overruled', ...task(slot), as: 'dimas', act: act.overruledShown },
	{ name: 'task-due', ...task(label), over: true, act: act.changeFact('due') },
	{ name: 'task-person', ...task(label), over: true, act: act.changeFact('assignees') },
	{ name: 'task-labels', ...task(label), over: true, act: act.changeFact('labels') },
	{ name: 'task-recurrence', ...task(label), over: true, act: act.changeFact('recurrence') },
	{ name: 'task-blocker', ...task(label), over: true, act: act.changeFact('blocker') },
	{
		name: 'task',
		as: 'wulan',
		route: '/[ws]/t/[task]',
		params: ({ taskIds }) => ({ task: taskIds[label] ?? '' }),
		act: shown.taskShown
	},
	{ name: 'quick-add', as: 'wulan', route: '/[ws]', act: act.quickAdd },
	{ name: 'dialog-create-board', as: 'wulan', route: '/[ws]/boards', act: act.createBoard },
	{ name: 'dialog-board-archive', ...board, act: act.openArchive },
	{ name: 'dialog-trello', as: 'wulan', route: '/[ws]/boards', act: act.askTrello },
	{ name: 'trello-report', as: 'wulan', route: '/[ws]/boards', act: act.reportTrello },
	{ name: 'inbox', as: 'yoga', route: '/[ws]/inbox' },
	{ name: 'inbox-snooze', as: 'yoga', route: '/[ws]/inbox', over: true, act: act.putOff },
	{ name: 'inbox-empty', as: 'hendra', route: '/[ws]/inbox', query: () => '?tab=following' },
	{ name: 'my-tasks', as: 'rara', route: '/[ws]/my' },
	{ name: 'my-tasks-empty', as: 'sarah', route: '/[ws]/my' }
];
