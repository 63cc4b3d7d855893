import { knowsEverybody } from '#domain/access/audience.ts';
import type { Folder } from '#domain/folders/folder.ts';
import { isDocument, type Page } from '#domain/pages/page.ts';
import type { Member } from '#domain/people/member.ts';
import { isCurrent, taskKey } from '#domain/tasks/task.ts';
import { matchText, type Match } from '#domain/search/match.ts';
import SquareCheck from '@lucide/svelte/icons/square-check';
import SquareKanban from '@lucide/svelte/icons/square-kanban';
import { liveBoards } from '../../boards/board-actions.ts';
import { boardsToWriteOn } from '../../tasks/views/quick-boards.ts';
import { isLive, pathOf } from '../../folders/outline.ts';
import type { Words } from '../../i18n/en.ts';
import type { Workspace } from '../../sync/workspace.ts';
import type { IconComponent } from '../../ui/icon.ts';
import type { MenuAction, MenuEntry } from '../../ui/menu.ts';
import { boardPath, folderPath, pagePath, personPath, taskPath } from '../addresses.ts';
import type { CreateFlow } from '../create-flow.ts';
import type { AppCommand } from '../shortcuts.ts';

/** One row of the palette. */
export interface PaletteRow {
	id: string;
	name: string;
	/** The matched letters, to be shown bold. */
	ranges: Match['ranges'];
	path: string;
	keys?: string | undefined;
	/** What the picture is made from. */
	shape:
		| { page: Page }
		| { folder: Folder }
		| { member: Member }
		| { icon: IconComponent }
		| 'create'
		| 'go'
		| 'command';
	/** Opens an address, or does something. */
	action: { href: string } | { run: () => void };
}

export interface PaletteSection {
	label: string;
	items: PaletteRow[];
}

interface Sources {
	workspace: Workspace;
	words: Words;
	commands: readonly AppCommand[];
	create: CreateFlow;
	/** What can be done with the folder or page that is open. */
	here: readonly MenuEntry[];
	/** Ids of pages, the last opened first, without the one that is open. */
	recent: readonly string[];
}

const shownPerSection = 8;
const shownRecent = 6;
/** Before anything is typed; the rest is found by its name. */
const shownHere = 4;
const prefixes = { '>': 'commands', '@': 'people', '#': 'tasks', '+': 'create' } as const;

/** The rows for what has been typed: `>` only commands, `#` only tasks, `@` only people, `+` only making. */
export function paletteSections(typed: string, sources: Sources): PaletteSection[] {
	const only = prefixes[typed.charAt(0) as keyof typeof prefixes];
	const query = (only ? typed.slice(1) : typed).trim();
	if (only === 'commands')
		return [hereSection(query, sources), commandSection(query, sources), goSection(query, sources)];
	if (only === 'people') return [peopleSection(query, sources)];
	if (only === 'tasks') return [taskSection(query, sources)];
	if (only === 'create') return [createSection(query, sources)];
	if (query === '') {
		const here = hereSection('', sources);
		return [
			{ ...here, items: here.items.slice(0, shownHere) },
			recentSection(sources),
			createSection('', sources),
			goSection('', sources),
			commandSection('', sources)
		];
	}
	const found = [
		hereSection(query, sources),
		taskSection(query, sources),
		pageSection(query, sources),
		boardSection(query, sources),
		folderSection(query, sources),
		peopleSection(query, sources)
	];
	const best = (section: PaletteSection & { score?: number }) => section.score ?? 0;
	return [
		...found.sort((a, b) => best(b) - best(a)),
		createSection(query, sources),
		goSection(query, sources),
		commandSection(query, sources)
	];
}

function ranked(label: string, query: string, rows: PaletteRow[]): PaletteSection & { score: number } {
	const hits = rows
		.map((row) => ({ row, match: matchText(row.name, query) }))
		.flatMap(({ row, match }) =>
			match ? [{ score: match.score, row: { ...row, ranges: match.ranges } }] : []
		)
		.sort((a, b) => b.score - a.score)
		.slice(0, shownPerSection);
	return { label, items: hits.map(({ row }) => row), score: hits[0]?.score ?? 0 };
}

function hereSection(query: string, { words, here }: Sources) {
	const rows = here.filter(isAct).map((entry, index): PaletteRow => ({
		id: `here-${index}`,
		name: entry.label,
		ranges: [],
		path: '',
		shape: entry.icon ? { icon: entry.icon } : 'command',
		action: { run: () => entry.onselect?.() }
	}));
	return ranked(words.palette.here, query, rows);
}

function isAct(entry: MenuEntry): entry is MenuAction {
	return entry !== null && typeof entry !== 'string';
}

function pageSection(query: string, { workspace, words }: Sources) {
	const rows = workspace.records
		.list('pages')
		.filter((page) => isDocument(page) && isLive(page))
		.map((page) => pageRow(workspace, page));
	return ranked(words.palette.pages, query, rows);
}

function pageRow(workspace: Workspace, page: Page): PaletteRow {
	return {
		id: page.id,
		name: page.title,
		ranges: [],
		path: placeOf(workspace, page.folderId),
		shape: { page },
		action: { href: pagePath(workspace.slug, page) }
	};
}

/** Above everything that only sounds like it. */
const exactNumber = Number.MAX_SAFE_INTEGER;

/** Tasks by their title; a number such as SR-214, or 214 alone, finds its task before all else. */
function taskSection(query: string, { workspace, words }: Sources) {
	const label = words.taskViews.palette.tasks;
	const tasks = workspace.records.list('tasks').filter(isCurrent);
	const row = (task: (typeof tasks)[number]): PaletteRow => ({
		id: task.id,
		name: task.title,
		ranges: [],
		path: [taskKey(workspace.name, task.number), workspace.records.get('boards', task.boardId)?.name]
			.filter(Boolean)
			.join(' · '),
		shape: { icon: SquareCheck },
		action: { href: taskPath(workspace.slug, task) }
	});
	const wanted = query.toUpperCase();
	const exact = tasks.filter(
		({ number }) =>
			number !== null && (wanted === String(number) || wanted === taskKey(workspace.name, number))
	);
	const found = ranked(label, query, tasks.filter((task) => !exact.includes(task)).map(row));
	if (exact.length === 0) return found;
	return { label, items: [...exact.map(row), ...found.items], score: exactNumber };
}

function boardSection(query: string, { workspace, words }: Sources) {
	const rows = liveBoards(workspace).map((board): PaletteRow => ({
		id: board.id,
		name: board.name,
		ranges: [],
		path: placeOf(workspace, board.folderId),
		shape: { icon: SquareKanban },
		action: { href: boardPath(workspace.slug, board) }
	}));
	return ranked(words.taskViews.palette.boards, query, rows);
}

function placeOf(workspace: Workspace, folderId: string): string {
	return pathOf((id) => workspace.records.get('folders', id), folderId)
		.map(({ name }) => name)
		.join(' / ');
}

function recentSection({ workspace, words, recent }: Sources): PaletteSection {
	const pages = recent.flatMap((id) => workspace.records.get('pages', id) ?? []).filter(isLive);
	const items = pages.slice(0, shownRecent).map((page) => pageRow(workspace, page));
	return { label: words.palette.recent, items };
}

function folderSection(query: string, { workspace, words }: Sources) {
	const rows = workspace.records
		.list('folders')
		.filter(isLive)
		.map((folder): PaletteRow => ({
			id: folder.id,
			name: folder.name,
			ranges: [],
			path: folder.parentId === null ? '' : placeOf(workspace, folder.parentId),
			shape: { folder },
			action: { href: folderPath(workspace.slug, folder) }
		}));
	return ranked(words.palette.folders, query, rows);
}

/** Only for whoever may open a person: a row that leads nowhere is none. */
function peopleSection(query: string, { workspace, words }: Sources) {
	const members = knowsEverybody(workspace.actor) ? workspace.records.list('members') : [];
	const rows = members
		.filter((member) => member.deactivatedAt === null)
		.map((member): PaletteRow => ({
			id: member.id,
			name: member.name,
			ranges: [],
			path: member.company || member.title || words.folders.roleWord[member.role],
			shape: { member },
			action: { href: personPath(workspace.slug, member) }
		}));
	return ranked(words.palette.people, query, rows);
}

function createSection(title: string, { workspace, words, create }: Sources): PaletteSection {
	const say = words.palette;
	const writes = workspace.records
		.list('folders')
		.some((folder) => isLive(folder) && workspace.can('edit', folder.id));
	const row = (kind: 'doc' | 'sop' | 'folder' | 'board' | 'task', name: string): PaletteRow => ({
		id: `create-${kind}`,
		name,
		ranges: [],
		path: '',
		shape: 'create',
		action: { run: () => create.start(kind, title) }
	});
	const items = [
		row('doc', say.createDoc({ title })),
		row('sop', say.createSop({ title })),
		row('board', say.createBoard({ title })),
		row('folder', say.createFolder({ title }))
	];
	const task = row('task', words.taskViews.palette.create({ title }));
	return {
		label: say.create,
		items: [...(boardsToWriteOn(workspace).length > 0 ? [task] : []), ...(writes ? items : [])]
	};
}

function goSection(query: string, { words, commands }: Sources) {
	const rows = commands.filter(({ id }) => id.startsWith('go-')).map((command) => commandRow(command, 'go'));
	return ranked(words.palette.go, query, rows);
}

function commandSection(query: string, { words, commands }: Sources) {
	const hidden = ['palette', 'search', 'create', 'create-task', 'region'];
	const rows = commands
		.filter(({ id }) => !id.startsWith('go-') && !hidden.includes(id))
		.map((command) => commandRow(command, 'command'));
	return ranked(words.palette.commands, query, rows);
}

function commandRow({ id, label, keys, run }: AppCommand, shape: 'go' | 'command'): PaletteRow {
	return { id, name: label, ranges: [], path: '', keys, shape, action: { run } };
}
