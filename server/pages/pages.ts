import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Logger } from 'pino';
import type { Actor } from '#domain/access/can.ts';
import { atLeast } from '#domain/access/level.ts';
import type { DocumentNode } from '#domain/pages/document-tree.ts';
import type { Page } from '#domain/pages/page.ts';
import type { PageRefusal } from '#domain/wire/protocol.ts';
import type { Bus, Committed } from '../events/bus.ts';
import { readDocument } from './document-tree.ts';
import { EditedMarks } from './edited-marks.ts';
import { GroupCommit } from './group-commit.ts';
import { PageDocument } from './page-document.ts';
import { createPageLog, mergeStored } from './page-log.ts';
import { PageSockets } from './page-sockets.ts';
import { Rooms } from './rooms.ts';
import type { StandingDeps, Welcome } from './standing.ts';

export interface PagesDeps extends StandingDeps {
	bus: Bus;
	log: Logger;
	welcome: Welcome;
}

/** The texts of pages: live over sockets, and read or written at once by routes and commands. */
export interface Pages {
	upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
	/** The whole text as one Yjs update, with the log position it reaches; undefined for who may not see it. */
	readState(actor: Actor, pageId: string): Promise<{ state: Uint8Array; seq: number } | undefined>;
	/** The text as plain nodes, for export. Reading never writes. */
	readDocument(actor: Actor, pageId: string): Promise<DocumentNode[] | undefined>;
	/** Adds an update as if the actor had sent it over a socket. Resolves when it is on disk. */
	applyUpdate(
		actor: Actor,
		pageId: string,
		update: Uint8Array
	): Promise<'saved' | 'not_found' | 'failed' | PageRefusal>;
	/** A sign-in or key has ended: every socket is asked anew. */
	doubtAll(): void;
	/** Notices at once what ends by the clock. */
	tick(): void;
	/** Open pages and sockets, for the figures of the server. */
	size(): { rooms: number; sockets: number };
	/** Sends everybody away, writes everything down. */
	close(): Promise<void>;
}

export function createPages(deps: PagesDeps): Pages {
	const { db, bus, clock, finders, log } = deps;
	const onError = (error: unknown) => log.error({ err: error }, 'a page could not be kept');
	const pageLog = createPageLog(db, clock);
	const commit = new GroupCommit(pageLog, onError);
	const marks = new EditedMarks(db, bus, clock, onError);
	const rooms = new Rooms({
		log: pageLog,
		commit,
		onEdited: (pageId, seq, memberId) => marks.note(pageId, seq, memberId),
		onClosed: (pageId) => marks.flush(pageId),
		onError
	});
	const sockets = new PageSockets({ ...deps, rooms });
	const deaf = bus.subscribe((news) => doubtTouched(sockets, news));

	async function read(actor: Actor, pageId: string) {
		const found = await finders.page(actor, pageId);
		if (!found) return undefined;
		const stored = await pageLog.load(pageId);
		return { state: mergeStored(stored), seq: stored.seq };
	}

	async function applyUpdate(actor: Actor, pageId: string, update: Uint8Array) {
		const found = await finders.page(actor, pageId);
		if (!found) return 'not_found';
		if (!atLeast(found.level, 'edit')) return 'read_only';
		const room = await rooms.acquire(pageId);
		try {
			const refusal = room.receive(update, actor.memberId);
			if (refusal) return refusal;
			await room.settled();
			return room.ended ? 'failed' : 'saved';
		} finally {
			rooms.release(room);
		}
	}

	return {
		upgrade: (request, socket, head) => sockets.upgrade(request, socket, head),
		readState: read,
		async readDocument(actor, pageId) {
			const found = await read(actor, pageId);
			if (!found) return undefined;
			const document = new PageDocument();
			document.load([found.state]);
			return readDocument(document.body);
		},
		applyUpdate,
		doubtAll: () => sockets.doubt(() => true),
		tick: () => sockets.tick(),
		size: () => ({ rooms: rooms.size, sockets: sockets.size }),
		async close() {
			deaf();
			sockets.close();
			await rooms.stop();
			await commit.settled();
			await marks.flushAll();
		}
	};
}

/** Whose rights a command may have touched: everybody's, or those of who is in a page that moved, went or came back. */
function doubtTouched(sockets: PageSockets, news: Committed): void {
	if (news.accessChanged) return sockets.doubt(() => true);
	const moved = new Set<string>();
	for (const { noun, before, after } of news.changes) {
		if (noun === 'pages' && before && hasMoved(before as Page, after as Page)) moved.add(after.id);
	}
	if (moved.size > 0) sockets.doubt((pageId) => moved.has(pageId));
}

function hasMoved(before: Page, after: Page): boolean {
	if ((before.trashedAt === null) !== (after.trashedAt === null)) return true;
	return before.folderId !== after.folderId || after.deletedAt !== null;
}
