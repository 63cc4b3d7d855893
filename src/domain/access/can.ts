import type { Folder } from '../folders/folder.ts';
import type { Grant } from './grant.ts';
import {
	atLeast,
	ceilingOf,
	defaultLevelOf,
	higher,
	lower,
	managesWorkspace,
	type Level,
	type Role
} from './level.ts';

/** Who acts, in one workspace. `cap` is the most that this way of signing in allows (an API key's). */
export interface Actor {
	memberId: string;
	workspaceId: string;
	role: Role;
	active: boolean;
	cap: Level;
}

/** The part of the folder tree that a decision reads. What it does not hold counts as closed. */
export interface FolderTree {
	folder(id: string): Pick<Folder, 'id' | 'parentId' | 'restrictedAt'> | undefined;
	grantsOn(folderId: string): readonly Pick<Grant, 'id' | 'memberId' | 'role' | 'level' | 'endsAt'>[];
}

/** What somebody wants to do with a thing in a folder, or with the workspace itself. */
export type Subject = { folderId: string } | 'workspace';

export const folderActions = {
	view: 'view',
	comment: 'comment',
	edit: 'edit',
	manage: 'manage'
} as const satisfies Record<string, Level>;
export type FolderAction = keyof typeof folderActions;

/** What happens outside every folder, and whose role may do it. */
export const workspaceActions = {
	'workspace.view': ['owner', 'admin', 'staff', 'freelancer', 'vendor'],
	'folders.createRoot': ['owner', 'admin', 'staff'],
	/** Teams and who is away: known inside the company only. */
	'teams.view': ['owner', 'admin', 'staff'],
	'people.invite': ['owner', 'admin'],
	'people.manage': ['owner', 'admin'],
	'people.appointOwner': ['owner'],
	'workspace.configure': ['owner', 'admin']
} as const satisfies Record<string, readonly Role[]>;
export type WorkspaceAction = keyof typeof workspaceActions;

/** By what somebody has a level: their role, the default for staff, or grants by id. */
export type Reason = 'role' | 'default' | { grants: readonly string[] };
export interface Standing {
	level: Level;
	by: Reason | null;
}
export type Decision = { allowed: true; by: Reason } | { allowed: false };

const nothing: Standing = { level: 'none', by: null };

/** Deepest chain of folders that is followed; a longer one (a cycle) counts as closed. */
const deepest = 64;

/**
 * What `actor` may do in a folder at `now`: owner and admin manage; others hold the highest of
 * their grants from the folder upwards to the first restricted one, and staff hold *edit* where
 * nothing up to the root is restricted. Pure and total; unknown folders give nothing.
 */
export function standingIn(actor: Actor, folderId: string, tree: FolderTree, now: number): Standing {
	if (!actor.active) return nothing;
	if (!tree.folder(folderId)) return nothing;
	if (managesWorkspace(actor.role)) return { level: lower('manage', actor.cap), by: 'role' };
	const found = inherited(actor, folderId, tree, now);
	const level = lower(lower(found.level, ceilingOf(actor.role)), actor.cap);
	return level === 'none' ? nothing : { level, by: found.by };
}

function inherited(actor: Actor, folderId: string, tree: FolderTree, now: number): Standing {
	let level: Level = 'none';
	let grants: string[] = [];
	let id: string | null = folderId;
	for (let depth = 0; depth < deepest && id !== null; depth++) {
		const folder = tree.folder(id);
		if (!folder) return { level, by: { grants } };
		for (const grant of tree.grantsOn(id)) {
			if (!gives(grant, actor, now)) continue;
			if (!atLeast(level, grant.level)) grants = [];
			level = higher(level, grant.level);
			if (level === grant.level) grants.push(grant.id);
		}
		if (folder.restrictedAt !== null) return { level, by: { grants } };
		id = folder.parentId;
	}
	const byDefault = id === null ? defaultLevelOf(actor.role) : 'none';
	return atLeast(level, byDefault) ? { level, by: { grants } } : { level: byDefault, by: 'default' };
}

function gives(grant: Pick<Grant, 'memberId' | 'role' | 'endsAt'>, actor: Actor, now: number): boolean {
	if (grant.endsAt !== null && grant.endsAt <= now) return false;
	return grant.memberId === null ? grant.role === actor.role : grant.memberId === actor.memberId;
}

/** May `actor` do this at `now`? Denied unless something allows it. Run by server and browser alike. */
export function can(
	actor: Actor,
	action: FolderAction | WorkspaceAction,
	subject: Subject,
	tree: FolderTree,
	now: number
): Decision {
	if (subject === 'workspace') return canInWorkspace(actor, action);
	const needed = Object.hasOwn(folderActions, action) ? folderActions[action as FolderAction] : undefined;
	if (!needed) return { allowed: false };
	const { level, by } = standingIn(actor, subject.folderId, tree, now);
	return by && atLeast(level, needed) ? { allowed: true, by } : { allowed: false };
}

function canInWorkspace(actor: Actor, action: string): Decision {
	if (!actor.active || !Object.hasOwn(workspaceActions, action)) return { allowed: false };
	const who: readonly Role[] = workspaceActions[action as WorkspaceAction];
	// A capped key works inside folders only, up to its cap; people and settings need a full one.
	const enough = action === 'workspace.view' || atLeast(actor.cap, 'manage');
	return enough && who.includes(actor.role) ? { allowed: true, by: 'role' } : { allowed: false };
}
