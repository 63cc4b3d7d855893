import { leaseDaysOf } from '#domain/access/audience.ts';
import type { NounRow, Viewer } from '#domain/records/nouns.ts';
import type { HelloFrame, ServerFrame } from '#domain/wire/feed.ts';
import { closeCodes, feedProtocol } from '#domain/wire/protocol.ts';
import type { Committed } from '../events/bus.ts';
import type { Caller } from '../records/command-runner.ts';
import type { Clock } from '../clock.ts';
import type { Database } from '../storage/tables.ts';
import { FeedFrames } from './feed-frames.ts';
import type { FrameCache } from './feed-live.ts';
import {
	departuresOfRange,
	folderOfRow,
	foldersPerGroup,
	isFor,
	rowsOfFolders,
	rowsOfRange,
	type Range
} from './feed-rows.ts';
import { readView, type View } from './feed-view.ts';

/** The way to one device. */
export interface FeedPort {
	send(frame: string): void;
	/** Resolves when the device has taken most of what was sent; false when it is gone. */
	drained(): Promise<boolean>;
	/** Whether so much waits to be taken that live frames should stop. */
	full(): boolean;
	close(code: number, reason: string): void;
}

export interface FeedSources {
	db: Database;
	clock: Clock;
	leaseDays: number;
	/** Version of the newest commit that may have changed what somebody sees. */
	accessVersion(): number;
	/** Something that this person sees or knows is different now. */
	onViewChanged(): void;
	onError(error: unknown): void;
}

/**
 * One device that follows a workspace. It holds what was announced to the device and how far each
 * folder was sent. News is either passed on at once, or, whenever anything is unusual (rights
 * changed, a gap, a slow reader), the session reads anew what the device lacks.
 */
export class FeedSession {
	readonly caller: Caller;
	readonly #port: FeedPort;
	readonly #sources: FeedSources;
	/** Folders that the device may hold. */
	#announced: Set<string>;
	/** Folders that are not complete up to `#version`, and how far they are. */
	#behind: Map<string, number>;
	#version = 0;
	#people: Map<string, number>;
	#audience: string | null;
	/** For whom rows are filtered; undefined before the first view. */
	#viewer: Viewer | undefined;
	#endsAt: number | null = 0;
	#stale = true;
	#reading: Promise<void> | undefined;
	#closed = false;
	#greeted = false;
	#waiting: { version: number; resolve: () => void }[] = [];

	constructor(caller: Caller, hello: HelloFrame, port: FeedPort, sources: FeedSources) {
		this.caller = caller;
		this.#port = port;
		this.#sources = sources;
		this.#announced = new Set(Object.keys(hello.cursors));
		this.#behind = new Map(Object.entries(hello.cursors));
		this.#people = new Map(Object.entries(hello.people));
		this.#audience = hello.audience;
	}

	/** Whether the device has had its first complete copy and still listens. */
	get ready(): boolean {
		return this.#version > 0 && !this.#closed;
	}

	/** Whether the device was told of this folder and may still see it, as far as is known here. */
	sees(folderId: string): boolean {
		return this.#announced.has(folderId);
	}

	knows(memberId: string): boolean {
		return this.#people.has(memberId);
	}

	/** Passes news on, or notes that the device has to be brought up to date. */
	onNews(news: Committed, frames: FrameCache): void {
		const next = news.version === this.#version + 1 && !news.accessChanged;
		if (next && this.#viewer && this.#isCurrent()) {
			const frame = frames.frameFor((folderId) => this.#announced.has(folderId), this.#viewer);
			if (frame !== null) this.#port.send(frame);
			this.#version = news.version;
			this.#settle();
		} else if (news.version > this.#version) this.refresh();
	}

	/** Reads anew what this person may see and sends what the device lacks. */
	refresh(): void {
		this.#stale = true;
		this.#reading ??= this.#bringUpToDate()
			.catch((error: unknown) => {
				this.#sources.onError(error);
				this.close(closeCodes.failed, 'try again');
			})
			.finally(() => {
				this.#reading = undefined;
				if (this.#stale && !this.#closed) this.refresh();
			});
	}

	/** Looks after what time alone changes: grants that ended, a slow reader that has caught up. */
	tick(): void {
		if (this.#reading || this.#closed) return;
		if (this.#stale ? !this.#port.full() : this.#hasEnded()) this.refresh();
	}

	/** Resolves when the device was sent everything up to `version`. */
	settled(version: number): Promise<void> {
		if (this.#version >= version) return Promise.resolve();
		return new Promise((resolve) => this.#waiting.push({ version, resolve }));
	}

	send(frame: ServerFrame): void {
		if (!this.#closed) this.#port.send(JSON.stringify(frame));
	}

	close(code: number, reason: string): void {
		if (this.#closed) return;
		this.#port.close(code, reason);
		this.end();
	}

	/** The socket is gone: nothing is sent any more. */
	end(): void {
		this.#closed = true;
		this.#waiting = [];
	}

	#isCurrent(): boolean {
		if (this.#closed || this.#stale || this.#reading || this.#hasEnded()) return false;
		return !this.#port.full();
	}

	#hasEnded(): boolean {
		return this.#endsAt !== null && this.#sources.clock.now() >= this.#endsAt;
	}

	#settle(): void {
		const ready = this.#waiting.filter(({ version }) => version <= this.#version);
		this.#waiting = this.#waiting.filter(({ version }) => version > this.#version);
		for (const { resolve } of ready) resolve();
	}

	async #bringUpToDate(): Promise<void> {
		while (this.#stale && !this.#closed) {
			this.#stale = false;
			const view = await readView(this.#sources.db, this.#sources.clock, this.caller);
			if (!view) return this.#dismiss();
			if (!this.#holds(view)) this.#stale = true;
			else if (await this.#sendView(view)) this.#finish(view);
			else this.#stale = true;
		}
	}

	/** Whoever has no rights at all any more must not keep what was announced to them. */
	#dismiss(): void {
		const lost = [...this.#announced];
		if (lost.length > 0) this.send({ type: 'lost', folderIds: lost });
		this.close(closeCodes.noMember, 'no member');
	}

	/** Whether a view is still true: nothing that may change rights was committed since it was read. */
	#holds(view: View): boolean {
		const ended = view.endsAt !== null && this.#sources.clock.now() >= view.endsAt;
		return !this.#closed && !ended && this.#sources.accessVersion() <= view.version;
	}

	/** False when the view stopped holding on the way; what was sent until then was right. */
	async #sendView(view: View): Promise<boolean> {
		const moved = this.#announce(view);
		const frames = new FeedFrames((frame) => this.#port.send(frame));
		this.#addPeople(view, frames);
		const complete = (await this.#sendKept(view, frames)) && (await this.#sendGained(view, frames));
		if (!complete) return false;
		const first = this.#version === 0;
		if (first || moved) this.send({ type: 'caughtUp', version: view.version });
		return true;
	}

	#finish(view: View): void {
		this.#version = view.version;
		this.#viewer = view.actor;
		this.#behind.clear();
		this.#endsAt = view.endsAt;
		this.#sources.onViewChanged();
		this.#settle();
	}

	/** Welcome (again when it is for other eyes), then what is lost, then what is gained. True when either was the case. */
	#announce(view: View): boolean {
		const anew = this.#audience !== view.audience;
		if (!this.#greeted || anew) this.#greet(view);
		this.#audience = view.audience;
		const lost = [...this.#announced].filter(
			(id) => anew || !view.folders.has(id) || this.#cursorOf(id) > view.version
		);
		for (const id of lost) {
			this.#announced.delete(id);
			this.#behind.delete(id);
		}
		if (lost.length > 0) this.send({ type: 'lost', folderIds: lost });
		const gained = [...view.folders].filter((id) => !this.#announced.has(id));
		for (const id of gained) {
			this.#announced.add(id);
			this.#behind.set(id, 0);
		}
		if (gained.length > 0) this.send({ type: 'gained', folderIds: gained });
		return lost.length > 0 || gained.length > 0;
	}

	#greet(view: View): void {
		this.#greeted = true;
		this.send({
			type: 'welcome',
			protocol: feedProtocol,
			memberId: this.caller.memberId,
			workspaceId: this.caller.workspaceId,
			now: this.#sources.clock.now(),
			leaseDays: leaseDaysOf(view.actor, this.#sources.leaseDays),
			audience: view.audience
		});
	}

	#addPeople(view: View, frames: FeedFrames): void {
		const strangers = [...this.#people.keys()].filter((id) => !view.directory.has(id));
		frames.addStrangers(strangers);
		for (const each of view.directory.values()) {
			if (this.#people.get(each.row.id) !== each.row.version) frames.addRow(each);
		}
		frames.flush();
		this.#people = new Map([...view.directory.values()].map(({ row }) => [row.id, row.version]));
	}

	/** How far the device has a folder that was announced to it. */
	#cursorOf(folderId: string): number {
		return this.#behind.get(folderId) ?? this.#version;
	}

	/** What changed in folders that the device has a copy of. */
	async #sendKept(view: View, frames: FeedFrames): Promise<boolean> {
		const kept = [...this.#announced].filter((id) => this.#cursorOf(id) > 0);
		const range: Range = {
			after: kept.reduce((lowest, id) => Math.min(lowest, this.#cursorOf(id)), view.version),
			upTo: view.version
		};
		if (range.after === range.upTo) return true;
		const { db } = this.#sources;
		const wanted = (folderId: string | null, version: number) =>
			folderId !== null && this.#announced.has(folderId) && this.#isNew(folderId, version);
		const touched = new Set<string>();
		for (const departed of await departuresOfRange(db, view.actor.workspaceId, range)) {
			if (!wanted(departed.folderId, departed.version)) continue;
			touched.add(departed.folderId);
			frames.addDeparted(departed);
		}
		for await (const rows of rowsOfRange(db, view.actor.workspaceId, range)) {
			if (!(await this.#mayGoOn(view))) return false;
			for (const row of rows) {
				const folderId = folderOfRow(row);
				if (folderId === null || !wanted(folderId, row.row.version)) continue;
				touched.add(folderId);
				if (isFor(view.actor, row)) frames.addRow(row);
			}
		}
		if (!(await this.#mayGoOn(view))) return false;
		frames.complete([...touched], view.version);
		for (const id of kept) this.#behind.set(id, view.version);
		return true;
	}

	#isNew(folderId: string, version: number): boolean {
		const cursor = this.#cursorOf(folderId);
		return cursor > 0 && version > cursor;
	}

	/** Everything in folders that the device has nothing of, a group of folders at a time. */
	async #sendGained(view: View, frames: FeedFrames): Promise<boolean> {
		const gained = [...this.#announced].filter((id) => this.#cursorOf(id) === 0);
		for (let start = 0; start < gained.length; start += foldersPerGroup) {
			const group = gained.slice(start, start + foldersPerGroup);
			for await (const rows of rowsOfFolders(this.#sources.db, view.actor.workspaceId, group)) {
				if (!(await this.#mayGoOn(view))) return false;
				this.#addAll(view, rows, frames);
			}
			if (!(await this.#mayGoOn(view))) return false;
			frames.complete(group, view.version);
			for (const id of group) this.#behind.set(id, view.version);
		}
		return true;
	}

	#addAll(view: View, rows: NounRow[], frames: FeedFrames): void {
		for (const row of rows) if (isFor(view.actor, row)) frames.addRow(row);
	}

	/** Lets others work and the device read; then whether the view still holds. */
	async #mayGoOn(view: View): Promise<boolean> {
		return (await this.#port.drained()) && this.#holds(view);
	}
}
