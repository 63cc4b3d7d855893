import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Logger } from 'pino';
import { WebSocketServer, type RawData, type WebSocket } from 'ws';
import { parse, idSchema } from '#domain/kernel/schema.ts';
import { closeCodes, pageSchemaVersion } from '#domain/wire/protocol.ts';
import { refuseUpgrade } from '../sync/upgrade.ts';
import { PagePeer } from './page-peer.ts';
import type { Room } from './room.ts';
import type { Rooms } from './rooms.ts';
import { decideStanding, type Standing, type StandingDeps, type Visitor, type Welcome } from './standing.ts';

export interface PageSocketDeps extends StandingDeps {
	rooms: Rooms;
	welcome: Welcome;
	log: Logger;
}

/** What a page's address asks for: `/sync/pages/<pageId>?saved=1&packed=1&schema=N&as=<memberId>`. */
interface Wanted {
	pageId: string;
	wantsSaved: boolean;
	takesPacked: boolean;
	/** Whether the editor knows all that pages may hold. A client that says nothing is no editor of ours. */
	isCurrent: boolean;
	/** Whose edits the client has to send; null when it does not say. */
	as: string | null;
}

/** A socket, and the line under it. */
interface Accepted {
	socket: WebSocket;
	line: Duplex;
}

type CloseReason = keyof typeof closeCodes;

/** A frame has room for the largest update and its envelope; a larger one is told *too large*. */
const mostFrameBytes = 1024 * 1024;
const upgradeMs = 5_000;
const tickMs = 500;
const pingMs = 25_000;
/** Most pages that one member may have open, in all tabs and on all devices together. */
const mostPerMember = 64;
/** Frames that may come before the room is open. */
const mostEarly = 256;

/** The sockets of pages, `GET /sync/pages/<pageId>`: see docs/PROTOCOL.md. */
export class PageSockets {
	readonly #deps: PageSocketDeps;
	readonly #peers = new Map<WebSocket, PagePeer>();
	readonly #sockets = new WebSocketServer({
		noServer: true,
		clientTracking: true,
		maxPayload: mostFrameBytes,
		perMessageDeflate: false
	});
	readonly #silent = new WeakSet<WebSocket>();
	readonly #ticking = setInterval(() => this.tick(), tickMs).unref();
	readonly #pinging = setInterval(() => this.#ping(), pingMs).unref();

	constructor(deps: PageSocketDeps) {
		this.#deps = deps;
	}

	/** Takes an upgrade request over. Whoever may not come in is told by the close code, never before. */
	upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
		const deadline = setTimeout(() => socket.destroy(), upgradeMs).unref();
		this.#deps
			.welcome(request)
			.then((visitor) => {
				clearTimeout(deadline);
				this.#sockets.handleUpgrade(request, socket, head, (accepted) =>
					this.#serve({ socket: accepted, line: socket }, visitor, readWanted(request))
				);
			})
			.catch((error: unknown) => {
				this.#onError(error);
				refuseUpgrade(socket, '500 Internal Server Error');
			});
	}

	/** What somebody in this page, or in any, may do may have changed. */
	doubt(matches: (pageId: string) => boolean): void {
		for (const peer of this.#peers.values()) if (matches(peer.pageId)) peer.doubt();
	}

	/** Notices what ends by the clock alone. */
	tick(): void {
		for (const peer of this.#peers.values()) peer.tick();
	}

	get size(): number {
		return this.#peers.size;
	}

	/** Sends everybody away; their rooms are given back at once. */
	close(): void {
		clearInterval(this.#ticking);
		clearInterval(this.#pinging);
		for (const socket of this.#sockets.clients) end(socket, 'goingAway');
		for (const socket of [...this.#peers.keys()]) this.#left(socket);
		this.#sockets.close();
	}

	#serve({ socket, line }: Accepted, visitor: Visitor | undefined, wanted: Wanted | undefined): void {
		socket.on('error', (error) => this.#deps.log.debug({ err: error }, 'a page socket failed'));
		socket.on('pong', () => this.#silent.delete(socket));
		if (!visitor) return end(socket, 'sessionEnded');
		if (!wanted) return end(socket, 'notFound');
		if (!wanted.isCurrent) return end(socket, 'tooOld');
		const early = holdFrames(socket);
		this.#enter({ socket, line }, visitor, wanted)
			.then((peer) => {
				if (!peer) return;
				early.passTo((frame) => peer.receive(frame));
			})
			.catch((error: unknown) => {
				this.#onError(error);
				end(socket, 'failed');
			});
	}

	async #enter(accepted: Accepted, visitor: Visitor, wanted: Wanted): Promise<PagePeer | undefined> {
		const { socket } = accepted;
		const { pageId } = wanted;
		const decide = () => decideStanding(this.#deps, visitor, pageId);
		const standing = await decide();
		if (typeof standing === 'string') return void end(socket, 'notFound');
		// Somebody else has signed in on that browser since: nobody's edits are taken as another's.
		if (wanted.as !== null && wanted.as !== standing.memberId) return void end(socket, 'sessionEnded');
		const room = await this.#deps.rooms.acquire(pageId);
		if (this.#hasTooMany(standing.memberId)) end(socket, 'tooSlow');
		if (socket.readyState !== socket.OPEN) return void this.#deps.rooms.release(room);
		return this.#admit(accepted, room, standing, wanted, decide);
	}

	#hasTooMany(memberId: string): boolean {
		let open = 0;
		for (const peer of this.#peers.values()) if (peer.memberId === memberId) open += 1;
		return open >= mostPerMember;
	}

	#admit(
		{ socket, line }: Accepted,
		room: Room,
		standing: Standing,
		wanted: Wanted,
		decide: () => ReturnType<typeof decideStanding>
	): PagePeer {
		const peer = new PagePeer(socket, room, standing, wanted, {
			now: () => this.#deps.clock.now(),
			decide,
			line,
			onError: (error) => this.#onError(error)
		});
		this.#peers.set(socket, peer);
		socket.on('close', () => this.#left(socket));
		// Rights may have changed while the room was being opened; nobody told a peer that was not there yet.
		peer.doubt();
		peer.start();
		return peer;
	}

	#left(socket: WebSocket): void {
		const peer = this.#peers.get(socket);
		if (!peer) return;
		this.#peers.delete(socket);
		peer.room.leave(peer);
		this.#deps.rooms.release(peer.room);
	}

	#ping(): void {
		for (const socket of this.#sockets.clients) {
			if (this.#silent.has(socket)) {
				socket.terminate();
				continue;
			}
			this.#silent.add(socket);
			socket.ping();
		}
	}

	#onError(error: unknown): void {
		this.#deps.log.error({ err: error }, 'a page socket could not be served');
	}
}

function readWanted(request: IncomingMessage): Wanted | undefined {
	const url = new URL(request.url ?? '', 'http://localhost');
	const pageId = parse(idSchema, url.pathname.split('/')[3]);
	if (!pageId.ok) return undefined;
	const schema = url.searchParams.get('schema');
	return {
		pageId: pageId.value,
		wantsSaved: url.searchParams.get('saved') === '1',
		takesPacked: url.searchParams.get('packed') === '1',
		isCurrent: schema === null || Number(schema) >= pageSchemaVersion,
		as: url.searchParams.get('as')
	};
}

function end(socket: WebSocket, reason: CloseReason): void {
	socket.close(closeCodes[reason], reason);
}

/** Keeps the frames that come while it is still being decided who this is, and passes all on in order. */
function holdFrames(socket: WebSocket) {
	let held: Uint8Array[] = [];
	let pass = (frame: Uint8Array) => {
		held.push(frame);
		if (held.length > mostEarly) end(socket, 'tooSlow');
	};
	socket.on('message', (data: RawData, isBinary: boolean) => {
		if (isBinary) pass(data as Buffer);
		else end(socket, 'badFrame');
	});
	return {
		passTo(next: (frame: Uint8Array) => void) {
			const early = held;
			held = [];
			pass = next;
			for (const frame of early) next(frame);
		}
	};
}
