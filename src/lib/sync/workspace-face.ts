import type { DeviceCopies } from './device-copies.ts';
import type { PendingChange, RefusedCommand, SyncStatus, Workspace } from './workspace.ts';
import { createRecords } from './workspace-records.ts';
import type { WorkspaceSession } from './workspace-session.ts';

/** What screens see of an open workspace; every property is reactive. */
export function createWorkspace(session: WorkspaceSession, copies: DeviceCopies): Workspace {
	const { engine, state, known, rights } = session;
	return {
		id: known.id,
		slug: known.slug,
		get name() {
			return state.facts.name ?? known.name;
		},
		showName: (name) => session.showName(name),
		get me() {
			return engine.me;
		},
		get actor() {
			return engine.actor;
		},
		records: createRecords(engine, session.outbox),
		pages: session.pages,
		images: session.images,
		status: createStatus(session),
		levelIn: (folderId) => rights.levelIn(folderId),
		can: (action, folderId) => rights.can(action, folderId),
		presentOn: (pageId) => state.facts.presence[pageId] ?? [],
		get pending(): readonly PendingChange[] {
			engine.changed.read();
			return engine.pending;
		},
		get refusals(): readonly RefusedCommand[] {
			engine.changed.read();
			return engine.refusals;
		},
		dismissRefusal: (id) => session.answers.dismiss(id),
		get lateEdits() {
			return state.facts.lateEdits;
		},
		dismissLateEdit: (pageId) => session.lateEdits.dismiss(pageId),
		get ended() {
			return state.facts.ended;
		},
		unsentOnDevice: () => copies.unsent(),
		forgetDevice: (options) => copies.forget(options),
		close: () => session.close()
	};
}

function createStatus({ engine, state, store, images, ports, retry }: WorkspaceSession): SyncStatus {
	return {
		get connection() {
			return state.facts.connection;
		},
		get unsent() {
			engine.changed.read();
			images.changed.read();
			return engine.pending.length + state.facts.unsentPages.length + images.unsent;
		},
		get unsentPages() {
			images.changed.read();
			return [...new Set([...state.facts.unsentPages, ...images.unsentOn])];
		},
		get writing() {
			engine.changed.read();
			return engine.pending.some(({ seq }) => seq === null);
		},
		get storage() {
			store.changed.read();
			return store.state;
		},
		get caughtUp() {
			return state.facts.caughtUp;
		},
		get persisted() {
			return state.facts.persisted;
		},
		get bootstrapped() {
			return state.facts.bootstrapped;
		},
		get lastSyncAt() {
			return state.facts.lastSyncAt;
		},
		get signedOut() {
			return state.facts.signedOut;
		},
		get leaseEnded() {
			return state.facts.leaseEnded;
		},
		get kept() {
			return state.facts.kept;
		},
		get updateReady() {
			return state.facts.updateReady;
		},
		update: () => void ports.updates?.change(),
		retry
	};
}
