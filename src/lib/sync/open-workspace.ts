import { browserPorts } from './browser-ports.ts';
import { DeviceCopies } from './device-copies.ts';
import { DeviceDirectory, WorkspaceUnavailable, type KnownWorkspace } from './device-directory.ts';
import { inBackground } from './in-background.ts';
import { removeClosed, removeOpen } from './removal.ts';
import type { SyncPorts } from './sync-ports.ts';
import { createWorkspace } from './workspace-face.ts';
import type { Workspace } from './workspace.ts';
import { WorkspaceSession } from './workspace-session.ts';

/**
 * Opens a workspace by the name in its address: from this device when whoever is signed in has a copy
 * here, with no network; otherwise, and with `askFirst`, by asking the server who that is. Throws
 * `WorkspaceUnavailable` with the reason.
 */
export async function openWorkspace(
	slug: string,
	ports: SyncPorts = browserPorts(),
	{ askFirst = false } = {}
): Promise<Workspace> {
	const directory = new DeviceDirectory(ports);
	const found = askFirst ? undefined : await directory.find(slug);
	const known = found ?? (await firstContact(slug, ports, directory));
	const session = new WorkspaceSession(known, ports);
	session.state.whenEnded('removed', () => inBackground(removeOpen(session, directory)));
	await session.start();
	const { store } = session;
	store.changed.listen(() => store.removed && session.end('forgotten'));
	if (found) inBackground(learn(directory, session));
	if (known.removedAt !== null) session.end('removed');
	void directory.touch(known.memberId);
	return createWorkspace(session, new DeviceCopies(session, directory));
}

/** Names change now and then, and so may who one is: learned once a network is there, missed without harm. */
async function learn(directory: DeviceDirectory, session: WorkspaceSession): Promise<void> {
	const { slug, memberId } = session.known;
	const { fresh, gone } = await directory.refresh();
	for (const known of gone) {
		if (known.memberId === memberId) session.end('removed');
		else await removeClosed(known, session.ports, directory);
	}
	const meant = fresh.find((workspace) => workspace.slug === slug);
	if (meant && meant.memberId !== memberId) session.end('otherPerson');
	else if (meant) session.showName(meant.name);
}

/** The workspaces that whoever is signed in can open here without a network, most recently opened first. */
export async function knownWorkspaces(ports: SyncPorts = browserPorts()): Promise<KnownWorkspace[]> {
	const directory = new DeviceDirectory(ports);
	const known = await directory.list();
	directory.close();
	return known;
}

async function firstContact(
	slug: string,
	ports: SyncPorts,
	directory: DeviceDirectory
): Promise<KnownWorkspace> {
	const { fresh, gone } = await directory.refresh();
	for (const known of gone) await removeClosed(known, ports, directory);
	const known = fresh.find((workspace) => workspace.slug === slug);
	if (!known) throw new WorkspaceUnavailable('notFound');
	return known;
}
