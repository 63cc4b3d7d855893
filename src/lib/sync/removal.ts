import type { DeviceDirectory, KnownWorkspace } from './device-directory.ts';
import { LocalStore } from './local-store.ts';
import { RecordStore } from './record-store.ts';
import type { SyncPorts } from './sync-ports.ts';
import type { WorkspaceSession } from './workspace-session.ts';

/**
 * Takes an open workspace off the device because its person is no member any more. What they wrote
 * and could not send stays, kept apart; while there is some of it, so do the store and its place.
 */
export async function removeOpen(session: WorkspaceSession, directory: DeviceDirectory): Promise<void> {
	const { known, ports, store } = session;
	session.images.stop();
	await session.pages.closeAll();
	const kept = await new RecordStore(store).purge(ports.now());
	await session.lateEdits.read();
	if (kept > 0) return directory.markRemoved(known.memberId);
	await session.close();
	await store.db.delete();
	await directory.forget(known.memberId);
}

/** As `removeOpen`, for a workspace that is not open in this tab. */
export async function removeClosed(
	known: KnownWorkspace,
	ports: SyncPorts,
	directory: DeviceDirectory
): Promise<void> {
	const store = new LocalStore(known.memberId, ports);
	if (!(await store.open())) return;
	const kept = await new RecordStore(store).purge(ports.now());
	await store.close();
	if (kept > 0) return directory.markRemoved(known.memberId);
	await store.db.delete();
	await directory.forget(known.memberId);
}
