import { uuidv7 } from 'uuidv7';
import { isDocument } from '#domain/pages/page.ts';
import { matchText } from '#domain/search/match.ts';
import { isCurrent, type Task, type TaskLink } from '#domain/tasks/task.ts';
import { isLive } from '../../folders/outline.ts';
import type { Words } from '../../i18n/en.ts';
import type { Workspace } from '../../sync/workspace.ts';
import { pagePath, taskPath } from '../../views/addresses.ts';

/** Something that a task can point at. */
export interface LinkRow {
	id: string;
	name: string;
	/** Where it lies. */
	place: string;
	kind: TaskLink['kind'];
}

const shownPerKind = 8;

/** What a typed text may mean: documents, other tasks, or an address of the web. */
export function linkRows(
	query: string,
	task: Task,
	{ records }: Workspace,
	words: Words['taskPanel']['links']
): { label: string; items: LinkRow[] }[] {
	const linked = new Set([task.id, ...task.links.map(({ target }) => target)]);
	const best = <T extends { id: string; title: string }>(things: readonly T[]) =>
		things
			.flatMap((thing) => {
				const match = linked.has(thing.id) ? undefined : matchText(thing.title, query);
				return match ? [{ thing, score: match.score }] : [];
			})
			.sort((a, b) => b.score - a.score)
			.slice(0, shownPerKind)
			.map(({ thing }) => thing);
	const pages = best(records.list('pages').filter((page) => isDocument(page) && isLive(page)));
	const tasks = best(records.list('tasks').filter(isCurrent));
	const address = query.trim();
	const web = /^https?:\/\/\S+$/i.test(address)
		? [{ id: 'web', name: address, place: '', kind: 'url' as const }]
		: [];
	return [
		{ label: words.web, items: web },
		{
			label: words.pages,
			items: pages.map(({ id, title, folderId }) => ({
				...{ id, name: title, kind: 'page' as const },
				place: records.get('folders', folderId)?.name ?? ''
			}))
		},
		{
			label: words.tasks,
			items: tasks.map(({ id, title, boardId }) => ({
				...{ id, name: title, kind: 'task' as const },
				place: records.get('boards', boardId)?.name ?? ''
			}))
		}
	];
}

export function linkTo({ id, name, kind }: LinkRow): TaskLink {
	return kind === 'url'
		? { id: uuidv7(), kind, target: name, title: '' }
		: { id: uuidv7(), kind, target: id, title: '' };
}

/** How a link is shown; undefined when this person cannot see what it leads to. */
export function shownLink(
	{ kind, target, title }: TaskLink,
	{ records, slug }: Workspace
): { title: string; href: string } | undefined {
	if (kind === 'url') return { title: title || target.replace(/^https?:\/\//i, ''), href: target };
	if (kind === 'page') {
		const page = records.get('pages', target);
		return page && { title: page.title, href: pagePath(slug, page) };
	}
	const task = records.get('tasks', target);
	return task && { title: task.title, href: taskPath(slug, task) };
}
