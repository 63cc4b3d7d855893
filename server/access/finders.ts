import { standingIn, type Actor, type FolderTree } from '#domain/access/can.ts';
import { folderTree } from '#domain/access/folder-tree.ts';
import { atLeast, type Level } from '#domain/access/level.ts';
import type { Page } from '#domain/pages/page.ts';
import type { Caller } from '../records/command-runner.ts';
import type { Clock } from '../clock.ts';
import type { Database } from '../storage/tables.ts';
import { readVisibleFolders } from './visible-folders.ts';

/** Reads for one viewer: what they may not see does not exist. */
export interface Finders {
	/** The caller with the rights they have at this moment; undefined when they have none at all. */
	actor(caller: Caller): Promise<Actor | undefined>;
	/** Every folder that the actor may view, with the level held in it. */
	visibleFolders(actor: Actor): Promise<Map<string, Level>>;
	/** The level held in one folder; 'none' also for a folder that does not exist. */
	levelIn(actor: Actor, folderId: string): Promise<Level>;
	/** A page and the level held on it; undefined when missing or not for these eyes. */
	page(actor: Actor, pageId: string): Promise<{ page: Page; level: Level } | undefined>;
}

export function createFinders(db: Database, clock: Clock): Finders {
	async function actor(caller: Caller): Promise<Actor | undefined> {
		const member = await db
			.selectFrom('members')
			.select(['role', 'deactivatedAt', 'deletedAt'])
			.where('id', '=', caller.memberId)
			.where('workspaceId', '=', caller.workspaceId)
			.executeTakeFirst();
		if (!member || member.deactivatedAt !== null || member.deletedAt !== null) return undefined;
		return { ...caller, role: member.role, active: true };
	}

	async function levelIn(viewer: Actor, folderId: string): Promise<Level> {
		const tree = await loadFolderChain(db, viewer.workspaceId, folderId);
		return standingIn(viewer, folderId, tree, clock.now()).level;
	}

	async function page(viewer: Actor, pageId: string) {
		const found = await db
			.selectFrom('pages')
			.selectAll()
			.where('id', '=', pageId)
			.where('workspaceId', '=', viewer.workspaceId)
			.where('deletedAt', 'is', null)
			.executeTakeFirst();
		if (!found) return undefined;
		const level = await levelIn(viewer, found.folderId);
		return atLeast(level, 'view') ? { page: found, level } : undefined;
	}

	const visibleFolders = (viewer: Actor) => readVisibleFolders(db, viewer, clock.now());

	return { actor, visibleFolders, levelIn, page };
}

/** Every folder and grant of a workspace, for decisions over all of it. */
export async function loadWorkspaceTree(db: Database, workspaceId: string) {
	const folders = await db
		.selectFrom('folders')
		.selectAll()
		.where('workspaceId', '=', workspaceId)
		.where('deletedAt', 'is', null)
		.execute();
	const grants = await db
		.selectFrom('grants')
		.selectAll()
		.where('workspaceId', '=', workspaceId)
		.where('deletedAt', 'is', null)
		.execute();
	return { folders, tree: folderTree(folders, grants) };
}

/** The folder and those above it, with their grants, in two statements. */
async function loadFolderChain(db: Database, workspaceId: string, folderId: string): Promise<FolderTree> {
	const folders = await db
		.withRecursive('chain', (cte) =>
			cte
				.selectFrom('folders')
				.selectAll()
				.where('id', '=', folderId)
				.where('workspaceId', '=', workspaceId)
				.where('deletedAt', 'is', null)
				.union(
					cte
						.selectFrom('folders')
						.innerJoin('chain', 'chain.parentId', 'folders.id')
						.selectAll('folders')
						.where('folders.workspaceId', '=', workspaceId)
						.where('folders.deletedAt', 'is', null)
				)
		)
		.selectFrom('chain')
		.selectAll()
		.execute();
	const ids = folders.map((folder) => folder.id);
	const grants = ids.length
		? await db
				.selectFrom('grants')
				.selectAll()
				.where('folderId', 'in', ids)
				.where('deletedAt', 'is', null)
				.execute()
		: [];
	return folderTree(folders, grants);
}
