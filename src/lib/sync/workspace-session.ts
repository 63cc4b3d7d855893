import { CommandAnswers } from './command-answers.ts';
import type { KnownWorkspace } from './device-directory.ts';
import { BuildWatch } from './build-watch.ts';
import { FeedClient, type FeedListener } from './feed-client.ts';
import type { Connection } from './feed-socket.ts';
import { FolderRights } from './folder-rights.ts';
import { inBackground } from './in-background.ts';
import { LateEdits } from './late-edits.ts';
import { LeaseWatch } from './lease-watch.ts';
import { LocalStore } from './local-store.ts';
import { Outbox } from './outbox.ts';
import type { SharedPages } from './page-documents.ts';
import type { PageKeeper } from './page-keeper.ts';
import { PageSender } from './page-sender.ts';
import { PageStore } from './page-store.ts';
import { prepareCommand } from './prepare-command.ts';
import { RecordEngine, type PendingCommand } from './record-engine.ts';
import { newDevice, noChange, RecordStore, type BaseChange, type Contact } from './record-store.ts';
import { createImages, createKeeper, createSharedPages } from './session-pages.ts';
import type { SyncPorts } from './sync-ports.ts';
import { SyncState, type Ending, type SyncFacts } from './sync-state.ts';
import { TabGroup } from './tab-group.ts';
import type { TabNews } from './tab-news.ts';
import type { WorkspaceImages } from './workspace-images.ts';

/** The parts of one open workspace in one tab, joined: memory, disk, the other tabs and the feed. */
export class WorkspaceSession {
	readonly known: KnownWorkspace;
	readonly ports: SyncPorts;
	readonly store: LocalStore;
	readonly engine: RecordEngine;
	readonly outbox: Outbox;
	readonly pages: SharedPages;
	readonly pageStore: PageStore;
	readonly images: WorkspaceImages;
	readonly state = new SyncState();
	readonly rights: FolderRights;
	readonly lateEdits: LateEdits;
	readonly answers: CommandAnswers;
	readonly #records: RecordStore;
	readonly #tabs: TabGroup<TabNews>;
	readonly #unsentPages = new Set<string>();
	readonly #lease: LeaseWatch;
	readonly #build: BuildWatch;
	#feed: FeedClient | undefined;
	#keeper: PageKeeper | undefined;
	#sender: PageSender | undefined;
	#contact: Contact = newDevice;
	#clockOffset = 0;

	constructor(known: KnownWorkspace, ports: SyncPorts) {
		this.known = known;
		this.ports = ports;
		this.store = new LocalStore(known.memberId, ports);
		this.#records = new RecordStore(this.store);
		this.pageStore = new PageStore(this.store);
		this.lateEdits = new LateEdits(this.state, this.store, this.pageStore);
		this.engine = new RecordEngine({ id: known.memberId, workspaceId: known.id, role: known.role }, () =>
			this.now()
		);
		this.rights = new FolderRights(
			this.engine.copy,
			() => this.engine.actor,
			() => this.now()
		);
		this.answers = new CommandAnswers(this.engine, this.#records, (news) => this.#tabs.tell(news));
		this.#lease = new LeaseWatch(
			ports,
			() => this.#contact,
			() => this.state.now.connection === 'on',
			(leaseEnded) => this.#onLease(leaseEnded)
		);
		this.#build = new BuildWatch(ports, () => this.state.set({ updateReady: true }));
		this.outbox = new Outbox({
			engine: this.engine,
			records: this.#records,
			store: this.store,
			newId: ports.newId,
			prepare: (name, input) => prepareCommand(name, input, ports.newId),
			onReady: (command) => this.#onReady(command)
		});
		this.#tabs = new TabGroup(`rapi-flush-${known.memberId}`, ports, {
			onLead: () => this.#lead(),
			onYield: () => void this.#stopFeed(),
			onNewLeader: () => void this.#reload(),
			onNews: (news) => void this.#onNews(news)
		});
		this.images = createImages(this, this.#tabs);
		this.pages = createSharedPages(this, {
			isUnsent: (pageId) => this.#unsentPages.has(pageId),
			onUnsent: (pageId, unsent) => this.#onUnsent(pageId, unsent),
			onOpen: (pageId) => this.#look(pageId)
		});
	}

	/** The server's clock as far as it is known. */
	now(): number {
		return this.ports.now() + this.#clockOffset;
	}

	/** Commands, edits and pictures that the server has not confirmed. */
	get unsent(): number {
		return this.engine.pending.length + this.#unsentPages.size + this.images.unsent;
	}

	/** Brings what the device holds into memory. Without a database the workspace works in this tab only. */
	async start(): Promise<void> {
		const canRead = await this.store.open();
		this.engine.changed.listen(() => this.images.sendMore());
		// Whoever leads has read as it began to: once, and nothing that a tab before wrote is missing.
		if (!(await this.#tabs.join()) && canRead) await this.#reload();
		this.#tabs.tell({ type: 'asking' });
		this.#build.start();
		inBackground(this.ports.persist().then((persisted) => this.state.set({ persisted })));
		this.#lease.start();
	}

	readonly retry = (): void => {
		this.store.retry();
		this.#feed?.wake();
		this.images.retry();
		if (!this.#tabs.leads) this.#tabs.tell({ type: 'retry' });
	};

	/** Says, here and in the other tabs, that this workspace cannot stay open. */
	end(ended: Ending): void {
		if (this.state.now.ended === null) this.#setFacts({ ended });
	}

	/** Calls the workspace by another name, here and in the other tabs. */
	showName(name: string): void {
		if (name !== (this.state.now.name ?? this.known.name)) this.#setFacts({ name });
	}

	/** As `end`, in the other tabs alone. */
	endElsewhere(ended: Ending): void {
		this.#tabs.tell({ type: 'facts', facts: { ended } });
	}

	async close(): Promise<void> {
		this.#lease.stop();
		this.images.stop();
		this.#build.stop();
		await this.pages.closeAll();
		await this.#stopFeed();
		this.#tabs.close();
		await this.engine.idle();
		await this.store.close();
	}

	/** Resolves when every frame that has come is carried out and written down. */
	async settled(): Promise<void> {
		await this.#feed?.idle();
		await this.engine.idle();
		await this.store.idle();
	}

	async #reload(): Promise<void> {
		const loaded = await this.engine.load(() => this.store.read(() => this.#records.load()));
		if (!loaded) return;
		await this.images.load();
		// A page that is open here knows better than the disk.
		for (const id of loaded.unsentPages) if (!this.pages.isOpen(id)) this.#markUnsent(id, true);
		this.state.set({ lateEdits: loaded.lateEdits });
		this.#setContact(loaded.contact);
	}

	async #lead(): Promise<void> {
		// What the tab before wrote last may not have reached this one.
		if (this.store.state === 'ok') await this.#reload();
		// Meanwhile another tab may have taken over, or this one been closed.
		if (!this.#tabs.leads) return;
		this.#feed = new FeedClient({
			path: `/sync/feed?w=${this.known.id}`,
			engine: this.engine,
			ports: this.ports,
			contact: this.#contact,
			listener: this.#feedListener()
		});
		this.#keeper = createKeeper(this, (kept) => this.#setFacts({ kept }));
		this.#sender = new PageSender({
			unsent: () => this.#unsentPages,
			openQuietly: (pageId) => this.pages.openQuietly(pageId)
		});
	}

	async #stopFeed(): Promise<void> {
		const feed = this.#feed;
		this.#keeper?.stop();
		this.#sender?.stop();
		this.#feed = undefined;
		await feed?.stop();
	}

	#onReady(command: PendingCommand): void {
		this.#feed?.flush();
		this.#tabs.tell({ type: 'command', command: { ...command } });
	}

	#onUnsent(pageId: string, unsent: boolean): void {
		this.#markUnsent(pageId, unsent);
		this.#tabs.tell({ type: 'unsent', pageId, unsent });
	}

	#markUnsent(pageId: string, unsent: boolean): void {
		if (unsent) this.#unsentPages.add(pageId);
		else this.#unsentPages.delete(pageId);
		this.state.set({ unsentPages: [...this.#unsentPages] });
	}

	#look(pageId: string | null): void {
		this.#onLook(pageId);
		if (!this.#feed) this.#tabs.tell({ type: 'looking', pageId });
	}

	/** Who leaves a page may leave edits behind that were still on their way. */
	#onLook(pageId: string | null): void {
		this.#feed?.setPresence(pageId);
		if (this.state.now.caughtUp) this.#sender?.send();
	}

	#feedListener(): FeedListener {
		return {
			onChange: (change, contact) => this.#onChange(change, contact),
			onReceipt: (id) => this.answers.receipt(id),
			onRefusal: (id, refusal) => this.answers.refusal(id, refusal),
			onContact: (contact) => this.#onContact(contact),
			onClock: (offset) => (this.#clockOffset = offset),
			onPresence: (presence) => this.#setFacts({ presence }),
			onCaughtUp: () => this.#onCaughtUp(),
			onConnection: (connection) => this.#onConnection(connection),
			onSignedOut: () => this.#setFacts({ signedOut: true }),
			onTooOld: () => this.#onTooOld(),
			onEnded: (ended) => this.end(ended)
		};
	}

	#onConnection(connection: Connection): void {
		if (connection === 'on') {
			this.#setFacts({ connection, signedOut: false });
			this.#build.look();
			// Nobody can be seen from here while there is no line.
		} else this.#setFacts({ connection, caughtUp: false, presence: {} });
		this.#lease.look();
	}

	/** A tab of the newer build may be open beside this one: it can speak to the server, this one cannot. */
	#onTooOld(): void {
		this.state.set({ updateReady: true });
		this.#build.look();
		this.#tabs.resign();
	}

	/** Memory at once; other tabs when it is on disk, so that a tab which opens meanwhile misses nothing. */
	async #onChange(change: BaseChange, contact?: Contact): Promise<void> {
		await this.#takeChange(change);
		if (contact) this.#setContact(contact);
		inBackground(
			this.#records.applyChange(change, this.ports.now(), contact).then(async () => {
				this.#tabs.tell({ type: 'change', change });
				if (contact) this.#tabs.tell({ type: 'contact', contact });
				if (change.lostPages.length) await this.lateEdits.read();
			})
		);
	}

	/** From here on every page that this person may see has its row: a text without one must go. */
	#onCaughtUp(): void {
		this.#setFacts({ caughtUp: true });
		inBackground(this.#sweep());
		this.#sender?.send();
		this.images.send();
		this.#keeper?.look();
	}

	async #sweep(): Promise<void> {
		const orphans = await this.#records.orphanedPages();
		const lostPages = orphans.filter((id) => !this.engine.copy.base.pages.get(id));
		if (lostPages.length > 0) await this.#onChange({ ...noChange, lostPages });
	}

	async #takeChange(change: BaseChange): Promise<void> {
		await this.pages.lose(change.lostPages);
		for (const id of change.lostPages) this.#markUnsent(id, false);
		this.images.lose(change.lostPages);
		await this.engine.applyChange(change);
	}

	#onContact(contact: Contact): void {
		this.#setContact(contact);
		inBackground(
			this.#records.saveContact(contact).then(() => this.#tabs.tell({ type: 'contact', contact }))
		);
	}

	#setContact(contact: Contact): void {
		this.#contact = contact;
		this.state.set({ bootstrapped: contact.bootstrapped, lastSyncAt: contact.lastAt });
		this.#lease.look();
	}

	#onLease(leaseEnded: boolean): void {
		this.engine.copy.setClosed(leaseEnded);
		this.state.set({ leaseEnded });
	}

	#setFacts(facts: Partial<SyncFacts>): void {
		this.state.set(facts);
		this.#tabs.tell({ type: 'facts', facts });
	}

	/** A tab that has just opened shows from then on what the one that leads knows. */
	#tellFacts(): void {
		const { connection, caughtUp, signedOut, kept, presence } = this.state.now;
		if (this.#feed) this.#setFacts({ connection, caughtUp, signedOut, kept, presence });
	}

	/** Another tab learned something; it has written it down already. */
	async #onNews(news: TabNews): Promise<void> {
		switch (news.type) {
			case 'command':
				await this.engine.place(news.command);
				return this.#feed?.flush();
			case 'change':
				await this.#takeChange(news.change);
				return this.lateEdits.read();
			case 'receipt':
				return this.engine.receipt(news.id);
			case 'refusal':
				return void (await this.engine.refuse(news.told.id, news.told.refusal));
			case 'dismissed':
				return this.engine.setRefusals((all) => all.filter(({ id }) => id !== news.id));
			case 'contact':
				return this.#setContact(news.contact);
			case 'facts':
				return this.state.set(news.facts);
			case 'asking':
				return this.#tellFacts();
			case 'looking':
				return this.#onLook(news.pageId);
			case 'unsent':
				return this.#markUnsent(news.pageId, news.unsent);
			case 'retry':
				return this.retry();
			case 'image':
			case 'imageState':
				return this.images.hear(news);
		}
	}
}
