import type { Words } from '../i18n/en.ts';
import type { KeyGroup } from '../views/frame.svelte.ts';

/** The keys of a focused card, as the help names them. */
export function cardKeyRows(words: Words, writes: boolean): KeyGroup {
	const { boards, tasks, taskPanel, folders } = words;
	const { keys } = boards;
	const reading = [
		{ label: keys.walk, keys: '↑ ↓ ← →' },
		{ label: keys.ends, keys: 'Home End' },
		{ label: keys.open, keys: 'Enter' },
		{ label: taskPanel.follow, keys: 'F' }
	];
	const writing = [
		{ label: keys.shift, keys: 'Shift ↑ ↓ ← →' },
		{ label: keys.lift, keys: 'Space' },
		{ label: boards.status, keys: 'S' },
		{ label: tasks.facts.assignees, keys: 'A' },
		{ label: boards.assignMe, keys: 'I' },
		{ label: tasks.facts.dueOn, keys: 'D' },
		{ label: tasks.facts.priority, keys: 'P' },
		{ label: tasks.facts.labels, keys: 'L' },
		{ label: taskPanel.blocker.note, keys: 'B' },
		{ label: boards.select, keys: 'X' },
		{ label: boards.clearSelection, keys: 'Esc' },
		{ label: folders.trash, keys: 'Del' },
		{ label: keys.menu, keys: 'Shift F10' }
	];
	return { title: keys.title, rows: writes ? [...reading, ...writing] : reading };
}
