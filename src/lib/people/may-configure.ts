import { can } from '#domain/access/can.ts';
import type { Workspace } from '../sync/workspace.ts';

/** May this person change what holds for the whole workspace: its name, its time zone? */
export function mayConfigure({ actor }: Pick<Workspace, 'actor'>): boolean {
	const nothing = { folder: () => undefined, grantsOn: () => [] };
	return can(actor, 'workspace.configure', 'workspace', nothing, Date.now()).allowed;
}
