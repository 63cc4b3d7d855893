import { ImageStore } from './image-store.ts';
import type { PageContext } from './page-document.ts';
import { SharedPages } from './page-documents.ts';
import { fetchPageImage, fetchPageState, keptAtMost, PageKeeper, type KeeperDeps } from './page-keeper.ts';
import type { TabGroup } from './tab-group.ts';
import type { TabNews } from './tab-news.ts';
import { WorkspaceImages } from './workspace-images.ts';
import type { WorkspaceSession } from './workspace-session.ts';

/** The documents of an open workspace's pages, with what they need of the session around them. */
export function createSharedPages(
	session: WorkspaceSession,
	listener: Pick<PageContext, 'isUnsent' | 'onUnsent' | 'onOpen'>
): SharedPages {
	const { engine, known, outbox, pageStore, ports, rights, state, store } = session;
	return new SharedPages({
		...listener,
		memberId: known.memberId,
		store: pageStore,
		now: () => session.now(),
		openSocket: (path) => ports.openSocket(path),
		after: (ms, work) => ports.after(ms, work),
		whenReadable: () => state.whenReadable(),
		whenWritten: () => outbox.idle(),
		isConfirmed: (pageId) => engine.copy.base.pages.get(pageId) !== undefined,
		contentSeq: (pageId) => engine.copy.base.pages.get(pageId)?.contentSeq ?? -1,
		onRecords: (listener) => engine.changed.listen(listener),
		onWake: (listener) => ports.onWake(listener),
		onLost: (listener) => ports.onLost(listener),
		onSignedOut: () => state.set({ signedOut: true }),
		cannotWrite: () => {
			store.changed.read();
			return store.state === 'failed';
		},
		canEdit: (pageId) => rights.canEditPage(pageId)
	});
}

/** Brings what may be seen onto the device, for the tab that leads. */
export function createKeeper(session: WorkspaceSession, onKept: KeeperDeps['onKept']): PageKeeper {
	const { engine, known, pageStore, pages, ports, state, store } = session;
	return new PageKeeper({
		engine,
		onKept,
		atMost: keptAtMost,
		store: pageStore,
		images: new ImageStore(store),
		fetchImage: (id) => fetchPageImage(ports, id),
		fetchState: (pageId) => fetchPageState(ports, known.slug, pageId),
		isIdle: () => state.now.caughtUp,
		isOpen: (pageId) => pages.isOpen(pageId),
		now: () => session.now(),
		after: (ms, work) => ports.after(ms, work)
	});
}

/** The pictures of an open workspace, sent by the tab that leads. */
export function createImages(
	{ engine, ports, state, store }: WorkspaceSession,
	tabs: Pick<TabGroup<TabNews>, 'leads' | 'tell'>
): WorkspaceImages {
	return new WorkspaceImages({
		store,
		images: new ImageStore(store),
		send: ports.sendImage,
		fetch: (id) => fetchPageImage(ports, id),
		after: (ms, work) => ports.after(ms, work),
		onWake: (listener) => ports.onWake(listener),
		maySend: () => tabs.leads && state.now.caughtUp,
		isConfirmed: (pageId) => engine.copy.base.pages.get(pageId) !== undefined,
		tell: (news) => tabs.tell(news)
	});
}
