import type { DeviceDirectory, KnownWorkspace } from './device-directory.ts';
import { LocalStore } from './local-store.ts';
import { RecordStore } from './record-store.ts';
import type { WorkspaceSession } from './workspace-session.ts';

/** Every copy of one account on this device: signing out ends all of them, whichever is open. */
export class DeviceCopies {
	readonly #open: WorkspaceSession;
	readonly #directory: DeviceDirectory;

	constructor(open: WorkspaceSession, directory: DeviceDirectory) {
		this.#open = open;
		this.#directory = directory;
	}

	/** How much of the account's work is on this device only. */
	async unsent(): Promise<number> {
		const { unsent, state } = this.#open;
		let sum = unsent + state.now.lateEdits.length;
		for (const known of await this.#others()) sum += await this.#unsentIn(known);
		return sum;
	}

	/** False, and nothing done, while work is unsent. The other tabs of each are told, and close. */
	async forget({ evenUnsent } = { evenUnsent: false }): Promise<boolean> {
		if (!evenUnsent && (await this.unsent()) > 0) return false;
		const others = await this.#others();
		this.#open.endElsewhere('forgotten');
		await this.#open.close();
		await this.#remove(this.#open.store, this.#open.known);
		for (const known of others) await this.#remove(new LocalStore(known.memberId, this.#open.ports), known);
		return true;
	}

	/** Whoever has a copy open elsewhere is told by its removal itself. */
	async #remove(store: LocalStore, { memberId }: KnownWorkspace): Promise<void> {
		await store.db.delete();
		await this.#directory.forget(memberId);
	}

	async #others(): Promise<KnownWorkspace[]> {
		const { memberId, accountId } = this.#open.known;
		const known = await this.#directory.ofAccount(accountId);
		return known.filter(
			(other) => other.memberId !== memberId && (other.openedAt > 0 || other.removedAt !== null)
		);
	}

	async #unsentIn({ memberId }: KnownWorkspace): Promise<number> {
		const store = new LocalStore(memberId, this.#open.ports);
		if (!(await store.open())) return 0;
		const unsent = await store.read(() => new RecordStore(store).countUnsent());
		await store.close();
		return unsent ?? 0;
	}
}
