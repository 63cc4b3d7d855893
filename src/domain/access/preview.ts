import type { Member } from '../people/member.ts';
import { standingIn, type FolderTree } from './can.ts';
import { atLeast, type Level } from './level.ts';
import { actorOf, compareMembers, hiddenAbove } from './who-can.ts';

/** A folder in one state of the tree: as it is, or as it would be. */
export interface FolderState {
	folderId: string;
	tree: FolderTree;
}

/** What a change would mean for one person: the level before it and after it. */
export interface LevelChange {
	member: Member;
	before: Level;
	after: Level;
}

/** Who would see it anew, who no longer, and who would see it as before but do more or less. */
export interface SightChange {
	gains: LevelChange[];
	loses: LevelChange[];
	shifts: LevelChange[];
	/** Whether people who see a folder above that is hidden here would see it anew, or no longer. */
	hidden: { gain: boolean; lose: boolean };
}

/**
 * Compares who sees what between two states: a folder before and after a change of access, or the
 * folders that something moves between.
 */
export function previewSight(
	members: readonly Member[],
	before: FolderState,
	after: FolderState,
	now: number
): SightChange {
	const from = hiddenAbove(before.folderId, before.tree);
	const to = hiddenAbove(after.folderId, after.tree);
	const hidden = { gain: to !== undefined && to !== from, lose: from !== undefined && to !== from };
	const change: SightChange = { gains: [], loses: [], shifts: [], hidden };
	for (const member of [...members].sort(compareMembers)) {
		const was = levelOf(member, before, now);
		const is = levelOf(member, after, now);
		if (was === is) continue;
		kindOf(change, was, is).push({ member, before: was, after: is });
	}
	return change;
}

function levelOf(member: Member, { folderId, tree }: FolderState, now: number): Level {
	return standingIn(actorOf(member), folderId, tree, now).level;
}

function kindOf(change: SightChange, before: Level, after: Level): LevelChange[] {
	if (!atLeast(before, 'view')) return change.gains;
	return atLeast(after, 'view') ? change.shifts : change.loses;
}
