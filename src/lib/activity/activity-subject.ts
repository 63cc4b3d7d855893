import type { Words } from '../i18n/en.ts';
import type { Records } from '../sync/workspace.ts';
import { boardPath, folderPath, pagePath } from '../views/addresses.ts';
import type { Happening } from './activity-api.ts';

/** The thing that something happened with. Without an address it cannot be opened any more. */
export interface ActivitySubject {
	name: string;
	href?: string;
}

export interface SubjectSurroundings {
	records: Pick<Records, 'get' | 'list'>;
	words: Words;
	slug: string;
	/** Where a task opens from here. */
	taskHref: (taskId: string) => string;
}

/** What a happening is about, as this device knows it now; what it was called then where it does not. */
export function subjectOf(happening: Happening, around: SubjectSurroundings): ActivitySubject {
	const { subject, before, after } = happening;
	const { records, slug } = around;
	switch (subject.noun) {
		case 'tasks':
			return taskSubject(subject.id, around) ?? remembered(happening, around);
		case 'comments': {
			const taskId = records.get('comments', subject.id)?.taskId ?? after['taskId'] ?? before['taskId'];
			return taskSubject(String(taskId), around) ?? remembered(happening, around);
		}
		case 'blockers':
			return blockerSubject(subject.id, around) ?? remembered(happening, around);
		case 'boards': {
			const board = records.get('boards', subject.id);
			if (!board) return remembered(happening, around);
			return { name: board.name, ...(board.trashedAt === null && { href: boardPath(slug, board) }) };
		}
		case 'filters':
			return filterSubject(subject.id, around) ?? remembered(happening, around);
		case 'pages':
			return pageSubject(subject.id, around) ?? remembered(happening, around);
		default: {
			const folder = records.get('folders', happening.folderId ?? '');
			if (!folder) return remembered(happening, around);
			return { name: folder.name, ...(folder.trashedAt === null && { href: folderPath(slug, folder) }) };
		}
	}
}

function remembered({ before, after }: Happening, { words }: SubjectSurroundings): ActivitySubject {
	const names = [after['title'], after['name'], after['reason'], before['title'], before['name']];
	return { name: names.find((name) => typeof name === 'string') ?? words.activity.gone };
}

function taskSubject(id: string, { records, taskHref }: SubjectSurroundings): ActivitySubject | undefined {
	const task = records.get('tasks', id);
	return task && { name: task.title, href: taskHref(id) };
}

/** It opens where the first task that waits for it does. */
function blockerSubject(id: string, { records, taskHref }: SubjectSurroundings): ActivitySubject | undefined {
	const blocker = records.get('blockers', id);
	if (!blocker) return undefined;
	const task = records.list('tasks').find(({ blockerIds }) => blockerIds.includes(id));
	return { name: blocker.reason, ...(task && { href: taskHref(task.id) }) };
}

/** A saved filter opens its board as it shows it. */
function filterSubject(id: string, { records, slug }: SubjectSurroundings): ActivitySubject | undefined {
	const filter = records.get('filters', id);
	if (!filter) return undefined;
	const board = records.get('boards', filter.boardId);
	return {
		name: filter.name,
		...(board?.trashedAt === null && { href: `${boardPath(slug, board)}?${filter.query}` })
	};
}

/** A task's description is opened with its task. */
function pageSubject(id: string, around: SubjectSurroundings): ActivitySubject | undefined {
	const { records, slug } = around;
	const page = records.get('pages', id);
	if (!page) return undefined;
	if (page.kind !== 'task')
		return { name: page.title, ...(page.trashedAt === null && { href: pagePath(slug, page) }) };
	const task = records.list('tasks').find(({ descriptionId }) => descriptionId === id);
	return task && taskSubject(task.id, around);
}
