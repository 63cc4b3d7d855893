import { browserPorts } from './browser-ports.ts';
import { DeviceDirectory, WorkspaceUnavailable, type KnownWorkspace } from './device-directory.ts';
import type { SyncPorts } from './sync-ports.ts';
import { createWorkspace } from './workspace-face.ts';
import type { Workspace } from './workspace.ts';
import { WorkspaceSession } from './workspace-session.ts';

/**
 * Opens a workspace by the name in its address: from this device when it is known here, with no
 * network; otherwise by asking the server once. Throws `WorkspaceUnavailable` with the reason.
 */
export async function openWorkspace(slug: string, ports: SyncPorts = browserPorts()): Promise<Workspace> {
	const directory = new DeviceDirectory(ports);
	const found = await directory.find(slug);
	const known = found ?? (await firstContact(directory, slug));
	// Names change now and then: learned for the next opening, missed without harm.
	if (found) directory.refresh().catch(() => undefined);
	const session = new WorkspaceSession(known, ports);
	await session.start();
	void directory.touch(known.memberId);
	return createWorkspace(session, (options) => forget(session, directory, options?.evenUnsent ?? false));
}

async function forget(
	session: WorkspaceSession,
	directory: DeviceDirectory,
	evenUnsent: boolean
): Promise<boolean> {
	const { lateEdits } = session.state.now;
	if (session.unsent + lateEdits.length > 0 && !evenUnsent) return false;
	await session.close();
	await session.store.db.delete();
	await directory.forget(session.known.memberId);
	return true;
}

/** The workspaces that this device can open without a network, most recently opened first. */
export async function knownWorkspaces(ports: SyncPorts = browserPorts()): Promise<KnownWorkspace[]> {
	const directory = new DeviceDirectory(ports);
	const known = await directory.list();
	directory.close();
	return known;
}

async function firstContact(directory: DeviceDirectory, slug: string): Promise<KnownWorkspace> {
	const known = (await directory.refresh()).find((workspace) => workspace.slug === slug);
	if (!known) throw new WorkspaceUnavailable('notFound');
	return known;
}
