import type { WebSocket } from 'ws';
import { GroupCommit } from '#server/pages/group-commit.ts';
import { createPageLog, type PageLog } from '#server/pages/page-log.ts';
import { PagePeer } from '#server/pages/page-peer.ts';
import { Room } from '#server/pages/room.ts';
import type { TestWorkspace } from './test-workspace.ts';
import { asked, peerDeps } from './peer-deps.ts';

/** One socket at the room, fed with raw frames. */
export interface Attacker {
	peer: PagePeer;
	/** Close codes that the server has sent. */
	closed: number[];
	/** Frames that the server has sent. */
	heard: Uint8Array[];
}

/** A page's real room over the real disk, without the way through a network. */
export interface AttackedRoom {
	pageId: string;
	room: Room;
	log: PageLog;
	/** What the server itself noted as its own failure. */
	faults: unknown[];
	connect(memberId?: string): Attacker;
}

export async function openAttackedRoom(home: TestWorkspace, folderId: string): Promise<AttackedRoom> {
	const faults: unknown[] = [];
	const pageId = await home.page('Sasaran', folderId);
	const log = createPageLog(home.services.storage.db, home.clock);
	const onError = (error: unknown) => void faults.push(error);
	const commit = new GroupCommit(log, onError);
	const deps = { log, commit, onEdited: () => undefined, onClosed: () => Promise.resolve(), onError };
	const room = new Room(pageId, await log.load(pageId), deps);
	return { pageId, room, log, faults, connect: (memberId = 'm') => connect(room, memberId, onError) };
}

function connect(room: Room, memberId: string, onError: (error: unknown) => void): Attacker {
	const closed: number[] = [];
	const heard: Uint8Array[] = [];
	const socket = {
		readyState: 1,
		OPEN: 1,
		bufferedAmount: 0,
		send: (frame: Uint8Array) => heard.push(frame),
		close(code: number) {
			closed.push(code);
			socket.readyState = 2;
		}
	};
	const standing = { memberId, name: '', level: 'edit', validUntil: Infinity } as const;
	const deps = peerDeps(standing, onError);
	const peer = new PagePeer(socket as unknown as WebSocket, room, standing, asked, deps);
	peer.start();
	return { peer, closed, heard };
}
