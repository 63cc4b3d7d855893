import { can } from '#domain/access/can.ts';
import type { Workspace } from '../sync/workspace.ts';

const nothing = { folder: () => undefined, grantsOn: () => [] };

/** May this person make teams, change them, and plan the leave of others? */
export function mayArrangePeople({ actor }: Pick<Workspace, 'actor'>): boolean {
	return can(actor, 'people.manage', 'workspace', nothing, Date.now()).allowed;
}

/** May this person say when a member is away? One's own leave is one's own matter. */
export function mayPlanLeave(workspace: Pick<Workspace, 'actor'>, memberId: string): boolean {
	if (mayArrangePeople(workspace)) return true;
	const { actor } = workspace;
	return memberId === actor.memberId && can(actor, 'teams.view', 'workspace', nothing, Date.now()).allowed;
}
