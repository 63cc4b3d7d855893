import type { Logger } from 'pino';
import type { HelloFrame } from '#domain/wire/feed.ts';
import { closeCodes } from '#domain/wire/protocol.ts';
import type { Finders } from '../access/finders.ts';
import type { Clock } from '../clock.ts';
import type { Bus, Committed } from '../events/bus.ts';
import type { Caller } from '../records/command-runner.ts';
import type { Database } from '../storage/tables.ts';
import { createFrameCache } from './feed-live.ts';
import { FeedPresence } from './feed-presence.ts';
import { FeedSession, type FeedPort } from './feed-session.ts';

/** How often time itself is looked at: ended grants, ended sign-ins, readers that were slow. */
const tickMs = 250;

/** News of who is where is gathered for this long. */
const presenceMs = 100;

export interface HubDeps {
	db: Database;
	bus: Bus;
	clock: Clock;
	finders: Finders;
	log: Logger;
	leaseDays: number;
}

/** All devices that follow one workspace on this node. */
interface Channel {
	sessions: Set<FeedSession>;
	presence: FeedPresence;
	/** Version of the newest commit that changed folders, grants or members. */
	accessVersion: number;
	presenceTimer: NodeJS.Timeout | undefined;
}

export interface FeedHub {
	join(caller: Caller, hello: HelloFrame, port: FeedPort): FeedSession;
	leave(session: FeedSession): void;
	/** Says on which page a device is; a page that this person may not see counts as none. */
	place(session: FeedSession, pageId: string | null): Promise<void>;
	sessions(): Iterable<FeedSession>;
	close(): void;
}

/** Brings every commit to the devices that may know of it. */
export function createFeedHub({ db, bus, clock, finders, log, leaseDays }: HubDeps): FeedHub {
	const channels = new Map<string, Channel>();

	function channelOf(workspaceId: string): Channel {
		let channel = channels.get(workspaceId);
		if (!channel) {
			const presence = new FeedPresence();
			channel = { sessions: new Set(), presence, accessVersion: 0, presenceTimer: undefined };
			channels.set(workspaceId, channel);
		}
		return channel;
	}

	function tellPresence(channel: Channel): void {
		channel.presenceTimer ??= setTimeout(() => {
			channel.presenceTimer = undefined;
			channel.presence.tell(channel.sessions);
		}, presenceMs);
	}

	function onNews(news: Committed): void {
		const channel = channels.get(news.workspaceId);
		if (!channel) return;
		if (news.accessChanged) channel.accessVersion = Math.max(channel.accessVersion, news.version);
		const frames = createFrameCache(news);
		for (const session of channel.sessions) session.onNews(news, frames);
		if (channel.presence.follow(news)) tellPresence(channel);
	}

	function leave(session: FeedSession): void {
		session.end();
		const { workspaceId } = session.caller;
		const channel = channels.get(workspaceId);
		if (!channel?.sessions.delete(session)) return;
		channel.presence.remove(session);
		tellPresence(channel);
		if (channel.sessions.size > 0) return;
		clearTimeout(channel.presenceTimer);
		channels.delete(workspaceId);
	}

	function* sessions(): Iterable<FeedSession> {
		for (const channel of channels.values()) yield* channel.sessions;
	}

	const stopListening = bus.subscribe(onNews);
	const ticking = setInterval(() => {
		for (const session of sessions()) session.tick();
	}, tickMs);
	ticking.unref();

	return {
		leave,
		sessions,
		join(caller, hello, port) {
			const channel = channelOf(caller.workspaceId);
			const session = new FeedSession(caller, hello, port, {
				db,
				clock,
				leaseDays,
				accessVersion: () => channel.accessVersion,
				onViewChanged: () => tellPresence(channel),
				onError: (error) => log.error({ err: error }, 'a feed could not be read')
			});
			channel.sessions.add(session);
			session.refresh();
			return session;
		},
		async place(session, pageId) {
			const actor = pageId === null ? undefined : await finders.actor(session.caller);
			const found = actor && pageId !== null ? await finders.page(actor, pageId) : undefined;
			const channel = channels.get(session.caller.workspaceId);
			if (!channel?.sessions.has(session)) return;
			channel.presence.put(session, found ? { pageId: found.page.id, folderId: found.page.folderId } : null);
			tellPresence(channel);
		},
		close() {
			clearInterval(ticking);
			stopListening();
			for (const session of sessions()) session.close(closeCodes.goingAway, 'the server is stopping');
			for (const channel of channels.values()) clearTimeout(channel.presenceTimer);
		}
	};
}
