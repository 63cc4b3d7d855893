import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { documentRoot } from '#domain/pages/document-schema.ts';
import { GroupCommit } from './group-commit.ts';
import { PageDocument } from './page-document.ts';
import type { PageLog, StoredPage } from './page-log.ts';
import type { Room, RoomEnd } from './room.ts';
import { Rooms } from './rooms.ts';

let stored: StoredPage;
let fails: boolean;
let errors: unknown[];
let author: Y.Doc;
beforeEach(() => {
	author = new Y.Doc();
	stored = {
		updates: [change(() => write('Cetak label'))],
		seq: 1,
		tail: { rows: 1, bytes: 100 },
		stateBytes: 0,
		clients: new Map([[author.clientID, 'rara']])
	};
	fails = false;
	errors = [];
});
afterEach(() => void vi.restoreAllMocks());

/** A disk in memory that fails when the test says so. */
const log: PageLog = {
	load: () => Promise.resolve(stored),
	append: () => (fails ? Promise.reject(new Error('disk full')) : Promise.resolve(new Set<string>())),
	compact: () => Promise.resolve()
};

function openRooms(): Rooms {
	const onError = (error: unknown) => void errors.push(error);
	return new Rooms({
		log,
		commit: new GroupCommit(log, onError),
		onEdited: () => undefined,
		onClosed: () => Promise.resolve(),
		onError
	});
}

function change(make: () => void): Uint8Array {
	const before = Y.encodeStateVector(author);
	make();
	return Y.encodeStateAsUpdate(author, before);
}

function write(text: string): void {
	const paragraph = new Y.XmlElement('paragraph');
	paragraph.insert(0, [new Y.XmlText(text)]);
	author.getXmlFragment(documentRoot).push([paragraph]);
}

function join(room: Room): RoomEnd[] {
	const ends: RoomEnd[] = [];
	room.join({
		memberId: 'rara',
		name: 'Rara',
		live: true,
		wantsSaved: true,
		takesPacked: false,
		handled: 0,
		deliver: () => undefined,
		end: (reason) => void ends.push(reason)
	});
	return ends;
}

describe('a page that is only read', () => {
	it('is answered from the disk as it lies there, and takes an edit all the same', async () => {
		const build = vi.spyOn(PageDocument.prototype, 'load');
		const room = await openRooms().acquire('p');
		expect(room.state).toEqual(stored.updates[0]);
		expect(build).not.toHaveBeenCalled();
		const edit = change(() => write('Tempel label'));
		expect(room.receive(edit, 'rara')).toBeUndefined();
		await room.settled();
		expect(room.stateVector).toEqual(Y.encodeStateVector(author));
	});
});

describe('a page that is full', () => {
	it('takes what makes it smaller and nothing else', async () => {
		stored = { ...stored, stateBytes: 7 * 1024 * 1024 };
		const room = await openRooms().acquire('p');
		expect(
			room.receive(
				change(() => write('Lagi')),
				'rara'
			)
		).toBe('too_large');
		const shorter = new Y.Doc();
		for (const update of stored.updates) Y.applyUpdate(shorter, update);
		author = shorter;
		const deletion = change(() => shorter.getXmlFragment(documentRoot).delete(0, 1));
		expect(room.receive(deletion, 'rara')).toBeUndefined();
		await room.settled();
		expect(room.ended).toBeUndefined();
	});
});

describe('a room whose disk fails', () => {
	it('sends everybody out, confirms nothing, and a new room takes its place', async () => {
		const rooms = openRooms();
		const room = await rooms.acquire('p');
		const ends = join(room);
		fails = true;
		expect(
			room.receive(
				change(() => write('Hilang')),
				'rara'
			)
		).toBeUndefined();
		await room.settled();
		expect([room.ended, ends, errors.map(String)]).toEqual(['storage', ['storage'], ['Error: disk full']]);
		fails = false;
		const next = await rooms.acquire('p');
		expect(next).not.toBe(room);
		expect(next.ended).toBeUndefined();
		rooms.release(room);
		rooms.release(next);
		await rooms.stop();
		expect(rooms.size).toBe(0);
	});
});
