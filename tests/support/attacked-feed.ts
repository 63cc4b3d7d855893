import { EventEmitter } from 'node:events';
import type { WebSocket } from 'ws';
import type { ServerFrame } from '#domain/wire/feed.ts';
import { createFeedHub } from '#server/sync/feed-hub.ts';
import { RefusedPushes } from '#server/sync/refused-pushes.ts';
import { serveFeedSocket } from '#server/sync/feed-socket.ts';
import type { Person, TestWorkspace } from './test-workspace.ts';

/** One socket at the feed, fed with raw frames. */
export interface FeedAttacker {
	closed: number[];
	heard: ServerFrame[];
	send(bytes: Uint8Array): void;
	/** Resolves when one of these has happened since the call: a frame that fits came, or the socket closed. */
	until(wanted: (frame: ServerFrame) => boolean): Promise<void>;
	leave(): void;
}

/** The real feed over the real disk, without the way through a network. */
export interface AttackedFeed {
	faults: unknown[];
	connect(person: Person): FeedAttacker;
	close(): void;
}

export function openAttackedFeed(home: TestWorkspace): AttackedFeed {
	const faults: unknown[] = [];
	const { bus, clock, commands, finders, log, storage } = home.services;
	const refused = new RefusedPushes(clock);
	const hub = createFeedHub({ db: storage.db, bus, clock, finders, log, leaseDays: 14 });
	const onError = (error: unknown) => void faults.push(error);
	return {
		faults,
		connect(person) {
			const socket = new FakeSocket();
			const admission = {
				caller: home.caller(person),
				signInId: person,
				isAlive: () => Promise.resolve(true)
			};
			const deps = { hub, commands, refused, onError, onFrame: () => undefined };
			serveFeedSocket(socket as unknown as WebSocket, admission, deps);
			return {
				closed: socket.closed,
				heard: socket.heard,
				send: (bytes) => void socket.emit('message', Buffer.from(bytes), false),
				until: (wanted) => socket.until(wanted),
				leave: () => void socket.emit('close')
			};
		},
		close: () => hub.close()
	};
}

/** As much of a socket of `ws` as the feed uses. */
class FakeSocket extends EventEmitter {
	readonly OPEN = 1;
	readyState = 1;
	readonly bufferedAmount = 0;
	readonly isPaused = false;
	readonly closed: number[] = [];
	readonly heard: ServerFrame[] = [];
	#wishes: { wanted: (frame: ServerFrame) => boolean; resolve: () => void }[] = [];

	until(wanted: (frame: ServerFrame) => boolean): Promise<void> {
		if (this.closed.length > 0) return Promise.resolve();
		return new Promise((resolve) => this.#wishes.push({ wanted, resolve }));
	}

	send(text: string): void {
		const frame = JSON.parse(text) as ServerFrame;
		this.heard.push(frame);
		this.#grant((wanted) => wanted(frame));
	}

	close(code: number): void {
		this.closed.push(code);
		this.readyState = 2;
		this.#grant(() => true);
	}

	terminate(): void {
		this.readyState = 3;
	}

	pause(): void {}

	resume(): void {}

	#grant(isGranted: (wanted: (frame: ServerFrame) => boolean) => boolean): void {
		const granted = this.#wishes.filter(({ wanted }) => isGranted(wanted));
		this.#wishes = this.#wishes.filter((wish) => !granted.includes(wish));
		for (const { resolve } of granted) resolve();
	}
}
