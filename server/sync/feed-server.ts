import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Logger } from 'pino';
import { WebSocketServer, type WebSocket } from 'ws';
import { feedFrameBytes } from '#domain/wire/feed.ts';
import { closeCodes } from '#domain/wire/protocol.ts';
import type { CommandRunner } from '../records/command-runner.ts';
import { noMember, type Admission, type Admit } from './admission.ts';
import { createFeedHub, type HubDeps } from './feed-hub.ts';
import { serveFeedSocket } from './feed-socket.ts';
import { RefusedPushes } from './refused-pushes.ts';
import { refuseUpgrade } from './upgrade.ts';

export interface FeedDeps extends HubDeps {
	commands: CommandRunner;
	admit: Admit;
	log: Logger;
}

export interface Feed {
	upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
	/** Closes the sockets of sessions and keys that somebody ended; nothing is sent to them any more. */
	endSignIns(ids: readonly string[]): void;
	/** How many sockets are open. */
	readonly size: number;
	close(): void;
}

/** How often the sign-in behind each socket is asked for, and dead peers are looked for. */
const aliveMs = 500;
const pingEveryMs = 30_000;

/** Sockets that one member may have open. */
const mostPerMember = 32;

/** The record engine's socket, `GET /sync/feed?w=<workspace>`: see docs/PROTOCOL.md. */
export function createFeed(deps: FeedDeps): Feed {
	const hub = createFeedHub(deps);
	const refused = new RefusedPushes(deps.clock);
	const open = new Map<WebSocket, Admission>();
	const sockets = new WebSocketServer({
		noServer: true,
		maxPayload: feedFrameBytes,
		perMessageDeflate: {
			threshold: 2_048,
			concurrencyLimit: 2,
			serverNoContextTakeover: true,
			clientNoContextTakeover: true
		}
	});
	const onError = (error: unknown) => deps.log.error({ err: error }, 'a feed failed');

	function serve(socket: WebSocket, admission: Awaited<ReturnType<Admit>>): void {
		socket.on('error', (error) => deps.log.debug({ err: error }, 'a feed socket failed'));
		if (!admission) return socket.close(closeCodes.sessionEnded, 'session ended');
		if (admission === noMember) return socket.close(closeCodes.noMember, 'no member');
		if (countOf(admission.caller.memberId) >= mostPerMember)
			return socket.close(closeCodes.tooSlow, 'too many sockets');
		open.set(socket, admission);
		socket.on('close', () => open.delete(socket));
		closeDeadPeer(socket);
		serveFeedSocket(socket, admission, { hub, refused, commands: deps.commands, onError, onFrame: () => {} });
		// The sign-in may have ended while it was being looked at; nobody told a socket that was not there yet.
		endIfDead(socket, admission).catch(onError);
	}

	function countOf(memberId: string): number {
		return [...open.values()].filter(({ caller }) => caller.memberId === memberId).length;
	}

	async function endIfDead(socket: WebSocket, admission: Admission): Promise<void> {
		if (await admission.isAlive()) return;
		// Deactivation ends sign-ins too; such a device has to learn more than that.
		if (await deps.finders.actor(admission.caller)) socket.close(closeCodes.sessionEnded, 'session ended');
		else socket.close(closeCodes.noMember, 'no member');
	}

	/** Finds the sign-ins that ended by the clock. */
	async function endDeadSignIns(): Promise<void> {
		for (const [socket, admission] of open) await endIfDead(socket, admission);
	}
	const watching = setInterval(() => void endDeadSignIns().catch(onError), aliveMs);
	watching.unref();

	async function upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
		const workspace = new URL(request.url ?? '', 'http://localhost').searchParams.get('w') ?? '';
		const admission = await deps.admit(request, workspace);
		sockets.handleUpgrade(request, socket, head, (accepted) => serve(accepted, admission));
	}

	return {
		upgrade(request, socket, head) {
			upgrade(request, socket, head).catch((error: unknown) => {
				onError(error);
				refuseUpgrade(socket, '500 Internal Server Error');
			});
		},
		endSignIns(ids) {
			for (const [socket, { signInId }] of open)
				if (ids.includes(signInId)) socket.close(closeCodes.sessionEnded, 'session ended');
		},
		get size() {
			return open.size;
		},
		close() {
			clearInterval(watching);
			hub.close();
			for (const socket of open.keys()) socket.close(closeCodes.goingAway, 'the server is stopping');
			sockets.close();
		}
	};
}

/** Ends a connection whose other side has gone without a word. */
function closeDeadPeer(socket: WebSocket): void {
	let heard = true;
	socket.on('pong', () => (heard = true));
	const pinging = setInterval(() => {
		if (!heard) return socket.terminate();
		heard = false;
		socket.ping();
	}, pingEveryMs);
	pinging.unref();
	socket.on('close', () => clearInterval(pinging));
}
