import type { Refusal } from '#domain/kernel/refusal.ts';
import type { KnownWorkspace } from './device-directory.ts';
import { FeedClient, type FeedListener } from './feed-client.ts';
import { isLeaseOver } from './lease.ts';
import { LocalStore } from './local-store.ts';
import { Outbox, type Prepare } from './outbox.ts';
import { SharedPages } from './page-documents.ts';
import { PageStore } from './page-store.ts';
import { RecordEngine } from './record-engine.ts';
import { RecordStore, type BaseChange, type Contact } from './record-store.ts';
import type { SyncPorts } from './sync-ports.ts';
import { SyncState } from './sync-state.ts';

/** The parts of one open workspace in one tab, joined: memory, disk and feed. */
export class WorkspaceSession {
	readonly known: KnownWorkspace;
	readonly ports: SyncPorts;
	readonly store: LocalStore;
	readonly records: RecordStore;
	readonly engine: RecordEngine;
	readonly outbox: Outbox;
	readonly pages: SharedPages;
	readonly state = new SyncState();
	#feed: FeedClient | undefined;
	#contact: Contact | undefined;
	#clockOffset = 0;

	constructor(known: KnownWorkspace, ports: SyncPorts, prepare: Prepare) {
		this.known = known;
		this.ports = ports;
		this.store = new LocalStore(known.memberId, ports);
		this.records = new RecordStore(this.store);
		this.pages = new SharedPages({
			store: new PageStore(this.store),
			now: () => this.now(),
			onOpen: (pageId) => this.#feed?.setPresence(pageId)
		});
		const identity = {
			id: known.memberId,
			workspaceId: known.id,
			name: known.memberName,
			role: known.role
		};
		this.engine = new RecordEngine(identity, () => this.now());
		this.outbox = new Outbox({
			engine: this.engine,
			store: this.records,
			newId: ports.newId,
			prepare,
			onReady: () => this.#feed?.flush(),
			cannotWrite: () => this.store.state === 'failed'
		});
	}

	/** The server's clock as far as it is known. */
	now(): number {
		return this.ports.now() + this.#clockOffset;
	}

	/** Brings what the device holds into memory. Without a database the workspace works in this tab only. */
	async load(): Promise<void> {
		const opened = await this.store.open();
		if (!opened) return;
		const loaded = await this.records.load();
		await this.engine.load(loaded);
		this.#setContact(loaded.contact);
	}

	startFeed(): void {
		this.#feed ??= new FeedClient({
			path: `/sync/feed?w=${this.known.id}`,
			engine: this.engine,
			ports: this.ports,
			contact: this.#contact ?? { lastAt: null, leaseDays: 14, audience: null, bootstrapped: false },
			listener: this.#listener()
		});
	}

	readonly retry = (): void => {
		this.store.retry();
		this.#feed?.wake();
	};

	dismissRefusal(id: string): void {
		this.engine.setRefusals((refusals) => refusals.filter((refusal) => refusal.id !== id));
		this.#inBackground(this.records.removeRefusal(id));
	}

	async close(): Promise<void> {
		await this.pages.closeAll();
		await this.#feed?.stop();
		await this.engine.idle();
		await this.store.close();
	}

	/** Resolves when every frame that has come is carried out and written down. */
	async settled(): Promise<void> {
		await this.#feed?.idle();
		await this.engine.idle();
		await this.store.idle();
	}

	#listener(): FeedListener {
		return {
			onChange: (change) => this.#onChange(change),
			onReceipt: (id) => this.#onReceipt(id),
			onRefusal: (id, refusal) => this.#onRefusal(id, refusal),
			onContact: (contact) => this.#onContact(contact),
			onClock: (offset) => (this.#clockOffset = offset),
			onPresence: (presence) => this.state.set({ presence }),
			onConnection: (connection) =>
				this.state.set({ connection, ...(connection === 'on' && { signedOut: false }) }),
			onSignedOut: () => this.state.set({ signedOut: true })
		};
	}

	async #onChange(change: BaseChange): Promise<void> {
		await this.engine.applyChange(change);
		this.#inBackground(this.records.applyChange(change));
	}

	async #onReceipt(id: string): Promise<void> {
		await this.engine.receipt(id);
		this.#inBackground(this.records.removeCommands([id]));
	}

	async #onRefusal(id: string, refusal: Refusal): Promise<void> {
		const told = await this.engine.refuse(id, refusal);
		if (told) this.#inBackground(this.records.addRefusal(told));
	}

	#onContact(contact: Contact): void {
		this.#setContact(contact);
		this.#inBackground(this.records.saveContact(contact));
	}

	#setContact(contact: Contact): void {
		this.#contact = contact;
		const leaseEnded = isLeaseOver(contact, this.ports.now());
		this.engine.copy.setClosed(leaseEnded);
		this.state.set({ bootstrapped: contact.bootstrapped, lastSyncAt: contact.lastAt, leaseEnded });
	}

	/** A write that nobody waits for: the store tries it until it succeeds and says so in its state. */
	#inBackground(writing: Promise<unknown>): void {
		writing.catch(() => undefined);
	}
}
