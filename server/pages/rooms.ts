import { Room, type RoomDeps } from './room.ts';

interface Slot {
	state: 'loading' | 'open' | 'closing';
	users: number;
	room: Promise<Room>;
	/** While closing: resolves when everything is on disk. */
	closed: Promise<void>;
}

/**
 * The life of rooms: loading → open → closing → gone. There is at most one working room of a page,
 * made and ended only here; whoever comes while it closes waits and gets the next one.
 */
export class Rooms {
	readonly #slots = new Map<string, Slot>();
	readonly #slotOf = new WeakMap<Room, Slot>();
	readonly #deps: RoomDeps;
	#stopped = false;

	constructor(deps: RoomDeps) {
		this.#deps = deps;
	}

	/** The open room of a page; give it back with `release`. Throws when the page cannot be loaded. */
	async acquire(pageId: string): Promise<Room> {
		for (;;) {
			if (this.#stopped) throw new Error('the rooms are closed');
			const slot = this.#slots.get(pageId) ?? this.#open(pageId);
			if (slot.state === 'closing') {
				await slot.closed;
				continue;
			}
			slot.users += 1;
			const room = await slot.room;
			if (!room.ended) return room;
			this.#forget(pageId, slot);
			this.release(room);
		}
	}

	/** One user less; the last one closes the room. */
	release(room: Room): void {
		const slot = this.#slotOf.get(room);
		if (!slot || slot.state === 'closing') return;
		slot.users -= 1;
		if (slot.users > 0) return;
		slot.state = 'closing';
		slot.closed = this.#close(room, slot);
	}

	/** How many pages are open. */
	get size(): number {
		return this.#slots.size;
	}

	/** Takes nobody in any more, and resolves when every room that was given back is on disk. */
	async stop(): Promise<void> {
		this.#stopped = true;
		await Promise.all([...this.#slots.values()].map(({ closed }) => closed));
	}

	#open(pageId: string): Slot {
		const slot: Slot = {
			state: 'loading',
			users: 0,
			room: this.#load(pageId),
			closed: Promise.resolve()
		};
		this.#slots.set(pageId, slot);
		slot.room.then(
			(room) => {
				slot.state = 'open';
				this.#slotOf.set(room, slot);
			},
			() => this.#forget(pageId, slot)
		);
		return slot;
	}

	async #load(pageId: string): Promise<Room> {
		return new Room(pageId, await this.#deps.log.load(pageId), this.#deps);
	}

	async #close(room: Room, slot: Slot): Promise<void> {
		try {
			await room.close();
			await this.#deps.onClosed(room.pageId);
		} catch (error) {
			this.#deps.onError(error);
		}
		this.#forget(room.pageId, slot);
	}

	#forget(pageId: string, slot: Slot): void {
		if (this.#slots.get(pageId) === slot) this.#slots.delete(pageId);
	}
}
