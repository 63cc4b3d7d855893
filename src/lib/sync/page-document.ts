import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { closeCodes, type PageRefusal } from '#domain/wire/protocol.ts';
import { PageFacts } from './page-state.ts';
import type { LoadedPage, PageStore } from './page-store.ts';
import type { PageState } from './workspace.ts';
import { LostText } from './lost-text.ts';
import { fromOtherTab, PageLine } from './page-transport.ts';

/** What a page's document needs from the workspace around it. */
export interface PageContext {
	memberId: string;
	store: PageStore;
	now(): number;
	openSocket(path: string): WebSocket;
	/** Calls back later; returns the way to call it off. */
	after(ms: number, work: () => void): () => void;
	/** Resolves when this device's copy may be read. */
	whenReadable(): Promise<void>;
	/** Resolves when the commands given until now are written down: one may have made the page with its first text. */
	whenWritten(): Promise<void>;
	/** Whether the server knows the page by now; before that nothing is sent. */
	isConfirmed(pageId: string): boolean;
	/** The log position that the server last told of a page. */
	contentSeq(pageId: string): number;
	/** Calls back when records changed; returns the way to stop. */
	onRecords(listener: () => void): () => void;
	/** Calls back when trying again is worth it. */
	onWake(listener: () => void): () => void;
	/** Calls back when the network is gone; returns the way to stop. */
	onLost(listener: () => void): () => void;
	/** Whether this device holds edits of a page that the server has not confirmed. */
	isUnsent(pageId: string): boolean;
	/** Whether this device cannot write anything down now; reactive. */
	cannotWrite(): boolean;
	/** Whether this person may write a page now; reactive. */
	canEdit(pageId: string): boolean;
	onSignedOut(): void;
	/** Whether a page has edits that the server has not confirmed. */
	onUnsent(pageId: string, unsent: boolean): void;
	/** The page that is looked at now, for presence; null when none is. */
	onOpen(pageId: string | null): void;
}

/** Origin of what was read from this device: never sent as news, never undone. */
export const fromDevice = Symbol('from this device');

/** Stored updates above which a page's log is folded into one when it is opened. */
const foldAbove = 100;

/** A server that restarts may fail on a page once; from this many failures in a row on it is told. */
const failuresTold = 2;

/** Pauses after the server ended the line: the first, doubled each time, and the longest. */
const firstRestMs = 1_000;
const longestRestMs = 60_000;

/**
 * One page's Y.Doc in this tab. Its client id is Yjs' own: new with each load, never stored. Every
 * update that is not from the device is written to it, in order. `stored` follows the disk's
 * confirmation and `saved` the server's.
 */
export class PageDocument {
	readonly pageId: string;
	readonly doc = new Y.Doc();
	readonly awareness = new Awareness(this.doc);
	readonly facts = new PageFacts();
	readonly #context: PageContext;
	readonly #line: PageLine;
	readonly #lostText: LostText;
	readonly #stopListening: (() => void)[] = [];
	#unread = false;
	/** There is unsent text on the device that could not be read: no answer of the server covers it. */
	#hidden = false;
	#writing = 0;
	#lastWrite: Promise<unknown> = Promise.resolve();
	#unsent = false;
	#connected = false;
	#ended = false;
	#rests = 0;
	#failures = 0;
	#resting = false;
	#callOffRest: () => void = () => undefined;

	constructor(pageId: string, context: PageContext) {
		this.pageId = pageId;
		this.#context = context;
		this.#line = new PageLine({
			pageId,
			memberId: context.memberId,
			doc: this.doc,
			awareness: this.awareness,
			openSocket: (path) => context.openSocket(path),
			listener: {
				onConnection: (connection) => this.#onConnection(connection),
				onServerHas: (vector) => this.#lostText.begin(vector),
				onUpdate: (update) => this.#lostText.expect(update),
				onSynced: () => this.#onSynced(),
				onWritten: (vector) => this.#lostText.confirm(vector),
				onSaved: () => this.#onSaved(),
				onRefused: (reason) => this.#onRefused(reason),
				onFailed: () => this.#onFailed(),
				onClosed: (code) => this.#onClosed(code)
			}
		});
		this.#lostText = new LostText(this.doc, { server: this.#line.origin, tabs: fromOtherTab }, () =>
			this.facts.set({ putBack: this.facts.now.putBack + 1 })
		);
	}

	/** Applies what the device holds, in one transaction, then follows every change and connects. */
	start({ updates, upToSeq, copy, unread = false }: LoadedPage): void {
		this.#unread = unread;
		this.#hidden = unread && this.#context.isUnsent(this.pageId);
		this.doc.transact(() => {
			for (const update of updates) Y.applyUpdate(this.doc, update, fromDevice);
		}, fromDevice);
		this.#setUnsent(this.#hidden || copy?.unsent === 1);
		this.facts.set({
			loaded: updates.length > 0,
			saved: !this.#unsent,
			stored: unread ? 'failed' : 'yes'
		});
		this.doc.on('update', (update: Uint8Array, origin: unknown) => {
			if (origin !== fromDevice) this.#keep(update, origin === this.#line.origin);
		});
		if (updates.length > foldAbove && !this.#unsent) this.#fold(upToSeq);
		this.#stopListening.push(
			this.#context.onRecords(() => this.#connect()),
			this.#context.onWake(() => this.#reconnect()),
			this.#context.onLost(() => this.#startOver())
		);
		this.#connect();
	}

	/** Reactive. */
	get state(): PageState {
		const { state } = this.facts;
		const readOnly = state.readOnly ?? (this.#context.canEdit(this.pageId) ? null : 'access');
		const stored = state.stored === 'writing' && this.#context.cannotWrite() ? 'failed' : state.stored;
		return readOnly === state.readOnly && stored === state.stored ? state : { ...state, readOnly, stored };
	}

	/** The page has been taken from this device: nothing more is kept or sent. */
	lose(): void {
		this.#end();
		this.facts.set({ readOnly: 'lost', connection: 'off' });
	}

	close(): void {
		this.#end();
		this.#line.destroy();
		this.awareness.destroy();
		this.doc.destroy();
	}

	#end(): void {
		if (this.#ended) return;
		this.#ended = true;
		this.#callOffRest();
		for (const stop of this.#stopListening) stop();
		this.#line.disconnect();
	}

	#connect(): void {
		if (this.#connected || this.#resting || this.#ended || this.facts.now.readOnly === 'tooOld') return;
		if (!this.#context.isConfirmed(this.pageId)) return;
		this.#connected = true;
		this.#line.connect();
	}

	#reconnect(): void {
		if (!this.#connected || this.#ended) return;
		this.#line.reconnect();
	}

	/** What was sent on the line may never arrive, and the line not notice: the next one sends it anew. */
	#startOver(): void {
		if (this.#connected && !this.#ended) this.#line.startOver();
	}

	#keep(update: Uint8Array, isFromServer: boolean): void {
		if (this.#ended) return;
		if (!isFromServer) {
			this.#setUnsent(true);
			this.facts.set({ saved: false });
		}
		this.#writing += 1;
		this.facts.set({ stored: 'writing', loaded: true });
		const change = { keptAt: this.#context.now(), ...this.#unsentChange() };
		const whole = () => Y.encodeStateAsUpdate(this.doc);
		this.#lastWrite = this.#context.store.append(this.pageId, update, change, whole).then(
			() => this.#onWritten(),
			() => this.facts.set({ stored: 'failed' })
		);
	}

	/** Resolves when this device has written down every change until now, or has given it up. */
	async written(): Promise<void> {
		await this.#lastWrite;
	}

	/** What is unsent here is known only if it could be read; otherwise the note stays as it is. */
	#unsentChange(): { unsent?: 0 | 1 } {
		if (this.#unsent) return { unsent: 1 };
		return this.#unread ? {} : { unsent: 0 };
	}

	#onWritten(): void {
		this.#writing -= 1;
		if (this.#writing === 0) this.facts.set({ stored: 'yes' });
	}

	#onConnection(connection: 'on' | 'connecting' | 'off'): void {
		this.facts.set({ connection, ...(connection === 'on' && { refused: null }) });
	}

	#onFailed(): void {
		this.#failures += 1;
		this.facts.set({ failing: this.#failures >= failuresTold });
	}

	#onSynced(): void {
		this.#rests = 0;
		this.#failures = 0;
		this.facts.set({ loaded: true, readOnly: null, failing: false });
		if (this.#line.isEven) this.#onSaved();
	}

	#onSaved(): void {
		if (!this.#line.isTaken || this.#hidden) return;
		const contentSeq = this.#context.contentSeq(this.pageId);
		this.#setUnsent(false);
		this.facts.set({ saved: true, refused: null });
		if (this.#unread) return;
		void this.#context.store.note(this.pageId, { unsent: 0, contentSeq }).catch(() => undefined);
	}

	/** What misses its predecessors is asked for again by the server; anything else stays unsaved. */
	#onRefused(reason: PageRefusal): void {
		if (reason === 'missing_predecessor') return;
		this.facts.set({ refused: reason, saved: !this.#unsent });
	}

	#onClosed(code: number): void {
		this.#connected = false;
		if (code === closeCodes.tooOld) return this.facts.set({ readOnly: 'tooOld' });
		if (code === closeCodes.sessionEnded) this.#context.onSignedOut();
		this.#rest();
	}

	/** Records change often: without a pause each change would knock at a door that is shut. */
	#rest(): void {
		if (this.#ended) return;
		this.#resting = true;
		const ms = Math.min(firstRestMs * 2 ** this.#rests++, longestRestMs);
		this.#callOffRest = this.#context.after(ms, () => {
			this.#resting = false;
			this.#connect();
		});
	}

	#setUnsent(unsent: boolean): void {
		if (unsent === this.#unsent) return;
		this.#unsent = unsent;
		this.#context.onUnsent(this.pageId, unsent);
	}

	/** Many small updates on the device become one; what came after `upToSeq` stays as it is. */
	#fold(upToSeq: number): void {
		const state = Y.encodeStateAsUpdate(this.doc);
		void this.#context.store.replace(this.pageId, upToSeq, state).catch(() => undefined);
	}
}

export async function openPageDocument(pageId: string, context: PageContext): Promise<PageDocument> {
	await context.whenWritten();
	const loaded = await context.store.open(pageId);
	const document = new PageDocument(pageId, context);
	document.start(loaded);
	return document;
}
