import { directoryNouns, folderOf, nounNames, type NounName } from '#domain/records/nouns.ts';
import type { ChangesFrame, RefusalFrame, ServerFrame, WelcomeFrame } from '#domain/wire/feed.ts';
import { feedProtocol } from '#domain/wire/protocol.ts';
import type { Refusal } from '#domain/kernel/refusal.ts';
import { noFolder } from './local-database.ts';
import { FeedSocket, type Connection } from './feed-socket.ts';
import type { PendingCommand, RecordEngine } from './record-engine.ts';
import { noChange, type BaseChange, type Contact } from './record-store.ts';
import type { SyncPorts } from './sync-ports.ts';

/** Most commands that are on their way at once; the server answers them in order. */
const mostUnderWay = 64;

/** What follows from the feed for the rest of the device. */
export interface FeedListener {
	/** `contact`, where there is one, is written down together with the change. */
	onChange(change: BaseChange, contact?: Contact): Promise<void>;
	onReceipt(id: string): Promise<void>;
	onRefusal(id: string, refusal: Refusal): Promise<void>;
	onContact(contact: Contact): void;
	/** How far the server's clock is ahead of this device's. */
	onClock(offset: number): void;
	/** Everything of this connection's catch-up has been carried out. */
	onCaughtUp(): void;
	onPresence(pages: Readonly<Record<string, readonly string[]>>): void;
	onConnection(connection: Connection): void;
	onSignedOut(): void;
	onTooOld(): void;
	/** This copy is not for whoever is signed in, or not any more: nothing more is sent or heard. */
	onEnded(ended: 'otherPerson' | 'removed'): void;
}

/**
 * Speaks the feed: brings the copy up to date, sends the outbox in order and takes the answers.
 * Frames are carried out strictly one after another, so *lost* is done before anything behind it.
 */
export class FeedClient {
	readonly #socket: FeedSocket;
	readonly #engine: RecordEngine;
	readonly #ports: SyncPorts;
	readonly #listener: FeedListener;
	#contact: Contact;
	#greeted = false;
	#over = false;
	#catchingUp = true;
	readonly #underWay = new Set<string>();
	/** Pages that left a folder while catching up; one that did not turn up elsewhere leaves the device. */
	readonly #departed = new Set<string>();
	/** Counts the lines to the server: what was not carried out of an earlier one comes anew on the next. */
	#line = 0;
	#frames: Promise<void> = Promise.resolve();
	#presence: string | null = null;

	constructor(options: {
		path: string;
		engine: RecordEngine;
		ports: SyncPorts;
		contact: Contact;
		listener: FeedListener;
	}) {
		this.#engine = options.engine;
		this.#ports = options.ports;
		this.#contact = options.contact;
		this.#listener = options.listener;
		this.#socket = new FeedSocket(options.path, options.ports, {
			onOpen: () => this.#hello(),
			onFrame: (frame) => this.#queue(frame),
			onConnection: (connection) => this.#onConnection(connection),
			onSignedOut: () => this.#listener.onSignedOut(),
			// What was lost with it came before, and is carried out before.
			onNoMember: () => void (this.#frames = this.#frames.then(() => this.#leave('removed'))),
			onTooOld: () => this.#listener.onTooOld()
		});
	}

	/** Sends what may be sent of the outbox. */
	flush(): void {
		if (!this.#greeted) return;
		for (const command of this.#engine.pending) {
			// None overtakes another: what comes after one that is not ready may build on it.
			if (!command.ready || this.#underWay.size >= mostUnderWay) return;
			if (!this.#underWay.has(command.id)) this.#push(command);
		}
	}

	setPresence(pageId: string | null): void {
		this.#presence = pageId;
		if (this.#greeted) this.#socket.send({ type: 'presence', pageId });
	}

	wake(): void {
		this.#socket.wake();
	}

	/** Resolves when every frame that has come so far is carried out. */
	idle(): Promise<void> {
		return this.#frames;
	}

	async stop(): Promise<void> {
		this.#socket.stop();
		await this.#frames;
	}

	#onConnection(connection: Connection): void {
		if (connection !== 'on') {
			this.#greeted = false;
			this.#underWay.clear();
		}
		this.#listener.onConnection(connection);
	}

	#hello(): void {
		this.#line += 1;
		this.#catchingUp = true;
		const { base } = this.#engine.copy;
		const people = directoryNouns.flatMap((noun) =>
			[...base[noun].values()].map(({ id, version }) => [id, version])
		);
		this.#socket.send({
			type: 'hello',
			protocol: feedProtocol,
			cursors: Object.fromEntries(this.#engine.cursors),
			people: Object.fromEntries(people) as Record<string, number>,
			audience: this.#contact.audience
		});
	}

	#push(command: PendingCommand): void {
		const { id, name, input } = command;
		if (this.#socket.send({ type: 'push', id, name, input })) this.#underWay.add(id);
	}

	#queue(frame: ServerFrame): void {
		const line = this.#line;
		this.#frames = this.#frames
			.then(() => (line === this.#line ? this.#carryOut(frame) : undefined))
			.catch(() => this.#askAgain());
	}

	/** A frame that cannot be carried out must not be skipped, nor what stands behind it be taken first. */
	#askAgain(): void {
		this.#line += 1;
		this.#socket.reopenLater();
	}

	async #carryOut(frame: ServerFrame): Promise<void> {
		if (this.#over) return;
		switch (frame.type) {
			case 'welcome':
				return this.#onWelcome(frame);
			case 'lost':
				return this.#listener.onChange(this.#lose(frame.folderIds));
			case 'changes':
				return this.#listener.onChange(this.#take(frame));
			case 'caughtUp':
				return this.#onCaughtUp(frame.version);
			case 'receipt':
				this.#underWay.delete(frame.id);
				await this.#listener.onReceipt(frame.id);
				return this.flush();
			case 'refusal':
				this.#underWay.delete(frame.id);
				await this.#listener.onRefusal(frame.id, refusalOf(frame));
				return this.flush();
			case 'presence':
				return this.#listener.onPresence(frame.pages);
			case 'gained':
				return undefined;
		}
	}

	async #onWelcome({ memberId, now, leaseDays, audience }: WelcomeFrame): Promise<void> {
		if (memberId !== this.#engine.actor.memberId) return this.#leave('otherPerson');
		this.#greeted = true;
		this.#socket.settle();
		this.#listener.onClock(now - this.#ports.now());
		const forOtherEyes = audience !== this.#contact.audience;
		this.#contact = { ...this.#contact, leaseDays, audience, lastAt: this.#ports.now() };
		if (forOtherEyes) await this.#startAnew();
		else this.#listener.onContact(this.#contact);
		this.#listener.onConnection('on');
		if (this.#presence !== null) this.setPresence(this.#presence);
		this.flush();
	}

	/** From here on it neither sends nor takes anything. */
	#leave(ended: 'otherPerson' | 'removed'): void {
		this.#over = true;
		this.#socket.stop();
		this.#listener.onEnded(ended);
	}

	/** A copy for other eyes goes in the step that notes whose eyes the next one is for, never after it. */
	#startAnew(): Promise<void> {
		const { cursors, copy } = this.#engine;
		const known = new Set(cursors.keys());
		for (const noun of nounNames) {
			for (const row of copy.base[noun].values()) known.add(folderOf<NounName>(noun, row) ?? noFolder);
		}
		known.delete(noFolder);
		return this.#listener.onChange(this.#lose([...known]), this.#contact);
	}

	async #onCaughtUp(version: number): Promise<void> {
		this.#catchingUp = false;
		const gone = [...this.#departed].filter((id) => !this.#engine.copy.base.pages.get(id));
		this.#departed.clear();
		const cursors = Object.fromEntries([...this.#engine.cursors.keys()].map((id) => [id, version]));
		await this.#listener.onChange({ ...noChange, cursors, lostPages: gone });
		this.#contact = { ...this.#contact, bootstrapped: true, lastAt: this.#ports.now() };
		this.#listener.onContact(this.#contact);
		this.#listener.onCaughtUp();
	}

	/** Everything of these folders goes, people excepted: the feed names strangers itself. */
	#lose(folderIds: readonly string[]): BaseChange {
		const lost = new Set(folderIds);
		const removes = nounNames.flatMap((noun) =>
			[...this.#engine.copy.base[noun].values()]
				.filter((row) => lost.has(folderOf<NounName>(noun, row) ?? ''))
				.map(({ id }) => ({ noun, id }))
		);
		const lostPages = removes.filter(({ noun }) => noun === 'pages').map(({ id }) => id);
		return { ...noChange, removes, lostFolders: folderIds, lostPages };
	}

	#take({ rows, departed, strangers, upTo }: ChangesFrame): BaseChange {
		const left = departed.filter(({ noun, id, folderId }) => this.#liesIn(noun, id, folderId));
		const gone = rows.filter(({ row }) => row.deletedAt !== null);
		const puts = rows.filter(({ row }) => row.deletedAt === null);
		const arriving = new Set(puts.map(({ row }) => row.id));
		const leaving = left.filter(({ noun, id }) => noun === 'pages' && !arriving.has(id)).map(({ id }) => id);
		if (this.#catchingUp) for (const id of leaving) this.#departed.add(id);
		const deletedPages = gone.filter(({ noun }) => noun === 'pages').map(({ row }) => row.id);
		return {
			...noChange,
			puts,
			removes: [
				...left.map(({ noun, id }) => ({ noun, id })),
				...gone.map(({ noun, row }) => ({ noun, id: row.id })),
				...strangers.flatMap((id) => directoryNouns.map((noun) => ({ noun, id })))
			],
			cursors: upTo,
			lostPages: this.#catchingUp ? deletedPages : [...deletedPages, ...leaving]
		};
	}

	#liesIn(noun: NounName, id: string, folderId: string): boolean {
		const row = this.#engine.copy.base[noun].get(id);
		return row !== undefined && folderOf(noun, row) === folderId;
	}
}

function refusalOf({ code, field, message, version }: RefusalFrame): Refusal {
	return {
		refused: code,
		...(field !== undefined && { field }),
		...(message !== undefined && { message }),
		...(version !== undefined && { version })
	};
}
