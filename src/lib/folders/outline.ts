import type { Folder } from '#domain/folders/folder.ts';
import { isDocument, type Page } from '#domain/pages/page.ts';

/** A folder with what lies in it, in the order that people gave it. */
export interface OutlineNode {
	folder: Folder;
	folders: OutlineNode[];
	pages: Page[];
}

type Ordered = { id: string; orderKey: string };

/** Order keys are compared as bytes, never as words; equal keys of two devices by id. */
export function byOrder(a: Ordered, b: Ordered): number {
	if (a.orderKey !== b.orderKey) return a.orderKey < b.orderKey ? -1 : 1;
	return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/**
 * The live tree as this person sees it: nothing archived or in the trash, nor below such a folder.
 * A folder whose parent is not known here (a shared one) stands at the root.
 */
export function outline(folders: readonly Folder[], pages: readonly Page[]): OutlineNode[] {
	const known = new Set(folders.map(({ id }) => id));
	const below = Map.groupBy(folders.filter(isLive), ({ parentId }) =>
		parentId !== null && known.has(parentId) ? parentId : null
	);
	const inFolder = Map.groupBy(
		pages.filter((page) => isDocument(page) && isLive(page)),
		({ folderId }) => folderId
	);
	const nodes = (parentId: string | null, depth: number): OutlineNode[] =>
		(depth > deepest ? [] : (below.get(parentId) ?? [])).sort(byOrder).map((folder) => ({
			folder,
			folders: nodes(folder.id, depth + 1),
			pages: (inFolder.get(folder.id) ?? []).sort(byOrder)
		}));
	return nodes(null, 0);
}

/** A cycle of two moves made apart must not hang the screen before the server has judged them. */
const deepest = 32;

/** Neither archived nor in the trash, itself. */
export function isLive(thing: Pick<Page, 'archivedAt' | 'trashedAt'>): boolean {
	return thing.archivedAt === null && thing.trashedAt === null;
}

/** The node of a folder, wherever it lies. */
export function findNode(nodes: readonly OutlineNode[], id: string): OutlineNode | undefined {
	for (const node of nodes) {
		const found = node.folder.id === id ? node : findNode(node.folders, id);
		if (found) return found;
	}
	return undefined;
}

/** The folders from the root to this one, itself last, as far as they are known here. */
export function pathOf(folder: (id: string) => Folder | undefined, id: string): Folder[] {
	const path: Folder[] = [];
	for (let at = folder(id); at && !path.includes(at); at = at.parentId ? folder(at.parentId) : undefined) {
		path.unshift(at);
	}
	return path;
}
