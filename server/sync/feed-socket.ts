import type { RawData, WebSocket } from 'ws';
import { parseJson } from '#domain/kernel/json.ts';
import type { Refusal } from '#domain/kernel/refusal.ts';
import { parse } from '#domain/kernel/schema.ts';
import { clientFrameSchema, type ClientFrame, type PushFrame } from '#domain/wire/feed.ts';
import { closeCodes, feedProtocol } from '#domain/wire/protocol.ts';
import type { CommandRunner } from '../records/command-runner.ts';
import type { Admission } from './admission.ts';
import type { FeedHub } from './feed-hub.ts';
import type { FeedPort, FeedSession } from './feed-session.ts';
import type { RefusedPushes } from './refused-pushes.ts';

/** Above this many bytes waiting for a device, live frames stop and it is read anew later. */
const fullBytes = 1024 * 1024;
/** Above this many, the device is too slow to be served. */
const tooMuchBytes = 8 * 1024 * 1024;
/** A device that takes nothing for this long is given up. */
const stalledMs = 60_000;
const drainCheckMs = 25;
/** Pushes that may wait for their turn; above it nothing more is read from the device. */
const mostWaiting = 64;

/** How long a device may take to say hello. */
const helloMs = 10_000;

export interface SocketDeps {
	hub: FeedHub;
	commands: CommandRunner;
	refused: RefusedPushes;
	onError: (error: unknown) => void;
	onFrame(direction: 'in' | 'out', type: string): void;
}

/** Serves one admitted socket until it closes. */
export function serveFeedSocket(socket: WebSocket, admission: Admission, deps: SocketDeps): void {
	const port = portOf(socket);
	const pushes = pushQueue(socket, admission, deps);
	let session: FeedSession | undefined;
	const impatient = setTimeout(() => port.close(closeCodes.badFrame, 'no hello'), helloMs);

	function onFrame(frame: ClientFrame): void {
		deps.onFrame('in', frame.type);
		if (frame.type === 'hello') onHello(frame);
		else if (!session) port.close(closeCodes.badFrame, 'hello comes first');
		else if (frame.type === 'push') pushes.add(frame, session);
		else deps.hub.place(session, frame.pageId).catch(deps.onError);
	}

	function onHello(frame: ClientFrame & { type: 'hello' }): void {
		clearTimeout(impatient);
		if (session) return port.close(closeCodes.badFrame, 'hello comes once');
		if (frame.protocol !== feedProtocol) return port.close(closeCodes.tooOld, 'another protocol');
		session = deps.hub.join(admission.caller, frame, port);
	}

	socket.on('message', (data, isBinary) => {
		// A socket that is being closed still hears; what it says no longer counts.
		if (socket.readyState !== socket.OPEN) return;
		const read = readFrame(data, isBinary);
		if (read.ok) onFrame(read.value);
		else port.close(closeCodes.badFrame, `${read.field} ${read.message}`.trim().slice(0, 100));
	});
	socket.on('close', () => {
		clearTimeout(impatient);
		if (session) deps.hub.leave(session);
	});
}

function readFrame(data: RawData, isBinary: boolean): ReturnType<typeof parse<typeof clientFrameSchema>> {
	if (isBinary) return { ok: false, field: '', message: 'frames are text' };
	const json = parseJson((data as Buffer).toString());
	return json.ok ? parse(clientFrameSchema, json.value) : json;
}

interface PushQueue {
	add(frame: PushFrame, session: FeedSession): void;
}

/** Carries out the pushes of one socket strictly one after the other. */
function pushQueue(socket: WebSocket, { caller, isAlive }: Admission, deps: SocketDeps): PushQueue {
	let last: Promise<void> = Promise.resolve();
	let waiting = 0;

	async function carryOut({ id, name, input }: PushFrame, session: FeedSession): Promise<void> {
		if (socket.readyState !== socket.OPEN) return;
		// The watch over sign-ins closes the socket, and knows with which code.
		if (!(await isAlive())) return;
		const before = deps.refused.find(caller.memberId, id);
		if (before) return refuse(session, id, before);
		const outcome = await deps.commands.execute(caller, { id, name, input });
		if (!outcome.ok) {
			deps.refused.note(caller.memberId, id, outcome.refusal);
			return refuse(session, id, outcome.refusal);
		}
		await session.settled(outcome.version);
		session.send({ type: 'receipt', id, version: outcome.version });
	}

	function refuse(session: FeedSession, id: string, { refused, ...rest }: Refusal): void {
		session.send({ type: 'refusal', id, code: refused, ...rest });
	}

	return {
		add(frame, session) {
			if (++waiting >= mostWaiting) socket.pause();
			last = last
				.then(() => carryOut(frame, session))
				.catch((error: unknown) => {
					deps.onError(error);
					session.close(closeCodes.failed, 'try again');
				})
				.finally(() => {
					if (--waiting < mostWaiting / 2 && socket.isPaused) socket.resume();
				});
		}
	};
}

function portOf(socket: WebSocket): FeedPort {
	const isOpen = () => socket.readyState === socket.OPEN;
	function close(code: number, reason: string): void {
		socket.close(code, reason);
		setTimeout(() => socket.terminate(), 1_000).unref();
	}
	return {
		close,
		full: () => socket.bufferedAmount > fullBytes,
		send(frame) {
			if (!isOpen()) return;
			socket.send(frame);
			if (socket.bufferedAmount > tooMuchBytes) close(closeCodes.tooSlow, 'too slow');
		},
		async drained() {
			await new Promise(setImmediate);
			for (let waited = 0; isOpen() && socket.bufferedAmount > fullBytes; waited += drainCheckMs) {
				if (waited > stalledMs) close(closeCodes.tooSlow, 'too slow');
				await new Promise((resolve) => setTimeout(resolve, drainCheckMs));
			}
			return isOpen();
		}
	};
}
