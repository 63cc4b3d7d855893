import type { Committed } from '../events/bus.ts';
import type { FeedSession } from './feed-session.ts';

interface Place {
	pageId: string;
	folderId: string;
}

/** Who of a workspace is on which page. Each session is told only of pages and people it may know. */
export class FeedPresence {
	readonly #places = new Map<FeedSession, Place>();
	readonly #told = new Map<FeedSession, string>();

	/** Notes where a device is; null: on no page. */
	put(session: FeedSession, place: Place | null): void {
		if (place) this.#places.set(session, place);
		else this.#places.delete(session);
	}

	remove(session: FeedSession): void {
		this.#places.delete(session);
		this.#told.delete(session);
	}

	/** Follows pages that were moved. True when somebody is on one of them. */
	follow({ changes }: Committed): boolean {
		let moved = false;
		for (const { noun, after } of changes) {
			if (noun !== 'pages' || !('folderId' in after)) continue;
			for (const place of this.#places.values()) {
				if (place.pageId !== after.id || place.folderId === after.folderId) continue;
				place.folderId = after.folderId;
				moved = true;
			}
		}
		return moved;
	}

	/** Tells each session what is new to it. */
	tell(sessions: Iterable<FeedSession>): void {
		for (const session of sessions) {
			if (!session.ready) continue;
			const pages = this.#seenBy(session);
			const text = JSON.stringify(pages);
			if (text === (this.#told.get(session) ?? '{}')) continue;
			this.#told.set(session, text);
			session.send({ type: 'presence', pages });
		}
	}

	#seenBy(viewer: FeedSession): Record<string, string[]> {
		const pages = new Map<string, Set<string>>();
		for (const [session, { pageId, folderId }] of this.#places) {
			const { memberId } = session.caller;
			if (memberId === viewer.caller.memberId) continue;
			if (!viewer.sees(folderId) || !viewer.knows(memberId)) continue;
			pages.set(pageId, (pages.get(pageId) ?? new Set()).add(memberId));
		}
		const sorted = [...pages].sort(([a], [b]) => (a < b ? -1 : 1));
		return Object.fromEntries(sorted.map(([id, members]) => [id, [...members].sort()]));
	}
}
