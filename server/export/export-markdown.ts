import type { Actor } from '#domain/access/can.ts';
import type { Folder } from '#domain/folders/folder.ts';
import { pageIdIn } from '#domain/pages/page-address.ts';
import type { Page } from '#domain/pages/page.ts';
import type { Caller } from '../records/command-runner.ts';
import type { Services } from '../services.ts';
import { visitorOf } from '../pages/standing.ts';
import { FileNames, relativeLink } from './file-names.ts';
import { markdownFile } from './page-content.ts';
import { Pictures } from './pictures.ts';

/** A folder, a page or a picture of an export; a path is relative and its names are safe on every system. */
export type ExportedEntry =
	| { kind: 'folder'; path: string }
	| { kind: 'page'; path: string; text: string }
	| { kind: 'picture'; path: string; bytes: ReadableStream<Uint8Array> };

type ExportServices = Pick<Services, 'finders' | 'images' | 'pages' | 'storage'>;

/**
 * Everything of a workspace that the caller may see and that is not in the trash: folders
 * before the pages in them, pictures after the first page that shows them. Links and pictures lead
 * from file to file.
 */
export async function* exportMarkdown(
	services: ExportServices,
	caller: Caller
): AsyncGenerator<ExportedEntry> {
	const actor = await services.finders.actor(caller);
	if (!actor) return;
	const folders = await readFolders(services, actor);
	const names = new FileNames();
	const folderPaths = pathsOf(folders, names);
	for (const path of folderPaths.values()) yield { kind: 'folder', path };
	const pages = await readPages(services, actor, [...folderPaths.keys()]);
	const paths = placePages(pages, folderPaths, names);
	const pictures = new Pictures(services.images, visitorOf(caller));
	for (const page of pages) {
		const path = paths.get(page.id);
		const nodes = path === undefined ? undefined : await services.pages.readDocument(actor, page.id);
		if (path === undefined || !nodes) continue;
		const anew = await pictures.add(nodes);
		const image = (src: string) => pictures.link(src, path);
		const link = (href: string) => fileLink(href, path, paths);
		yield { kind: 'page', path, text: markdownFile(page, nodes, { link, image }) };
		for (const picture of anew) yield { kind: 'picture', ...picture };
	}
}

async function readFolders({ finders, storage }: ExportServices, actor: Actor): Promise<Folder[]> {
	const visible = await finders.visibleFolders(actor);
	const folders = await storage.db
		.selectFrom('folders')
		.selectAll()
		.where('workspaceId', '=', actor.workspaceId)
		.where('deletedAt', 'is', null)
		.orderBy('orderKey')
		.execute();
	return folders.filter(({ id }) => visible.has(id));
}

/** The path of each folder; one whose parent is not to be seen stands at the top. */
function pathsOf(folders: readonly Folder[], names: FileNames): Map<string, string> {
	const known = new Set(folders.map(({ id }) => id));
	const paths = new Map<string, string>();
	const waiting = folders.filter(({ parentId }) => parentId === null || !known.has(parentId));
	for (let folder = waiting.shift(); folder; folder = waiting.shift()) {
		const { id, parentId, name, trashedAt } = folder;
		if (trashedAt !== null) continue;
		paths.set(id, names.take(paths.get(parentId ?? '') ?? '', name));
		waiting.push(...folders.filter((below) => below.parentId === id));
	}
	return paths;
}

async function readPages(
	{ storage }: ExportServices,
	{ workspaceId }: Actor,
	folderIds: readonly string[]
): Promise<Page[]> {
	const inside = new Set(folderIds);
	const pages = await storage.db
		.selectFrom('pages')
		.selectAll()
		.where('workspaceId', '=', workspaceId)
		.where('deletedAt', 'is', null)
		.where('trashedAt', 'is', null)
		.where('kind', '!=', 'task')
		.orderBy('orderKey')
		.execute();
	return pages.filter(({ folderId }) => inside.has(folderId));
}

function placePages(
	pages: readonly Page[],
	folderPaths: ReadonlyMap<string, string>,
	names: FileNames
): Map<string, string> {
	return new Map(
		pages.map(({ id, folderId, title }) => [id, names.take(folderPaths.get(folderId) ?? '', title, '.md')])
	);
}

/** The address of another page's file, seen from `from`; any other link stays as it is. */
function fileLink(href: string, from: string, paths: ReadonlyMap<string, string>): string {
	const target = paths.get(pageIdIn(href) ?? '');
	if (target === undefined) return href;
	return relativeLink(from, target) + (/#.*$/.exec(href)?.[0] ?? '');
}
