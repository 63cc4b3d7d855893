import type { Actor } from '#domain/access/can.ts';
import type { Command } from '#domain/commands/command.ts';
import { commands, type CommandName } from '#domain/commands/commands.ts';
import { runCommand } from '#domain/commands/run-command.ts';
import { isRefusal, type Refusal } from '#domain/kernel/refusal.ts';
import type { RowOf } from '#domain/records/nouns.ts';
import type { StoredCommand, StoredRefusal } from './local-database.ts';
import { createTables, OverlayTx, putInto, RecordCopy } from './record-copy.ts';
import type { BaseChange, LoadedRecords } from './record-store.ts';
import { Signal } from './signal.svelte.ts';

/** A command that the server has not confirmed. `seq` is null until it is written down. */
export interface PendingCommand extends Omit<StoredCommand, 'seq'> {
	seq: number | null;
	/** Complete, and written down unless this device cannot: only then may it be sent. */
	ready: boolean;
}

/** Who acts here before the first feed said so: as the directory of workspaces knows them. */
export type Identity = Pick<RowOf<'members'>, 'id' | 'workspaceId' | 'role'>;

/**
 * The record engine's memory: runs commands over the local copy, keeps what is pending and lays it
 * over the base again whenever the base moves. Writes nothing down and talks to nobody.
 */
export class RecordEngine {
	readonly copy = new RecordCopy();
	readonly changed = new Signal();
	readonly #identity: Identity;
	readonly #now: () => number;
	#pending: PendingCommand[] = [];
	#refusals: StoredRefusal[] = [];
	#cursors = new Map<string, number>();
	#turn: Promise<unknown> = Promise.resolve();

	constructor(identity: Identity, now: () => number) {
		this.#identity = identity;
		this.#now = now;
	}

	get pending(): readonly PendingCommand[] {
		return this.#pending;
	}

	get refusals(): readonly StoredRefusal[] {
		return this.#refusals;
	}

	get cursors(): ReadonlyMap<string, number> {
		return this.#cursors;
	}

	has(id: string): boolean {
		return this.#find(id) !== undefined;
	}

	/** The own member row as far as it is known. */
	get me(): RowOf<'members'> {
		return this.copy.get('members', this.#identity.id) ?? unnamedMember(this.#identity);
	}

	get actor(): Actor {
		const { id, workspaceId, role, deactivatedAt } = this.me;
		return { memberId: id, workspaceId, role, active: deactivatedAt === null, cap: 'manage' };
	}

	/**
	 * Replaces everything by what the device's store holds; commands that it lacks stay. News that comes
	 * while it is read waits its turn: it is newer than what is being read.
	 */
	load(read: () => Promise<LoadedRecords | undefined>): Promise<LoadedRecords | undefined> {
		return this.#inTurn(async () => {
			const loaded = await read();
			if (!loaded) return undefined;
			this.copy.clearBase();
			for (const { noun, row } of loaded.rows) this.copy.putBase(noun, row);
			this.#cursors = new Map(loaded.cursors);
			const stored = new Set(loaded.commands.map(({ id }) => id));
			const unwritten = this.#pending.filter(({ id, seq }) => seq === null && !stored.has(id));
			this.#pending = [...loaded.commands.map((command) => ({ ...command, ready: true })), ...unwritten];
			this.#refusals = loaded.refusals;
			await this.#replay();
			return loaded;
		});
	}

	/** Runs a new command over what readers see. Its effect shows at once, unless it is refused. */
	begin(id: string, name: CommandName, input: unknown): Promise<PendingCommand | Refusal> {
		return this.#inTurn(async () => {
			const command: PendingCommand = { seq: null, ready: false, id, name, input, at: this.#now() };
			const tx = this.copy.begin();
			const result = await this.#run(command, tx);
			if (isRefusal(result)) return result;
			this.#pending.push(command);
			this.copy.addToOverlay(tx.writes);
			this.#tell();
			return command;
		});
	}

	/** A command got its place in the outbox, here or in another tab. */
	place(command: PendingCommand): Promise<void> {
		return this.#inTurn(async () => {
			const known = this.#find(command.id);
			if (known) Object.assign(known, { seq: command.seq, ready: true });
			else this.#pending.push({ ...command });
			const moved = this.#sortPending();
			if (moved || !known) await this.#replay();
			else this.#tell();
		});
	}

	/** The server carried a command out and has sent its rows, which the base therefore holds by now. */
	receipt(id: string): Promise<void> {
		return this.#drop(id);
	}

	/** A command came to nothing before it was written down: it goes as if it had never been given. */
	withdraw(id: string): Promise<void> {
		return this.#drop(id);
	}

	/** The server did not take a command: its effect goes, what it was stays to be told. */
	refuse(id: string, refusal: Refusal): Promise<StoredRefusal | undefined> {
		return this.#inTurn(async () => {
			const command = this.#find(id);
			if (!command) return undefined;
			this.#pending = this.#pending.filter((other) => other !== command);
			const { name, input } = command;
			const told: StoredRefusal = { id, name, input, refusal, at: this.#now() };
			this.#refusals = [...this.#refusals.filter((other) => other.id !== id), told];
			await this.#replay();
			return told;
		});
	}

	/** Another tab heard of a refusal, or somebody has read it. */
	setRefusals(change: (refusals: readonly StoredRefusal[]) => StoredRefusal[]): void {
		this.#refusals = change(this.#refusals);
		this.#tell();
	}

	/** Takes a step of the confirmed copy into memory and lays pending commands over it again. */
	applyChange(change: BaseChange): Promise<void> {
		return this.#inTurn(async () => {
			for (const { noun, id } of change.removes) this.copy.removeBase(noun, id);
			for (const { noun, row } of change.puts) this.copy.putBase(noun, row);
			for (const id of change.lostFolders) this.#cursors.delete(id);
			for (const [id, version] of Object.entries(change.cursors)) {
				this.#cursors.set(id, Math.max(version, this.#cursors.get(id) ?? 0));
			}
			if (this.#pending.length) await this.#replay();
			this.#tell();
		});
	}

	/** Waits for what was begun before. */
	idle(): Promise<unknown> {
		return this.#turn;
	}

	#drop(id: string): Promise<void> {
		return this.#inTurn(async () => {
			if (!this.#find(id)) return;
			this.#pending = this.#pending.filter((command) => command.id !== id);
			await this.#replay();
		});
	}

	#find(id: string): PendingCommand | undefined {
		return this.#pending.find((command) => command.id === id);
	}

	/** Commands and frames take turns, so that none sees another half done. */
	#inTurn<T>(work: () => Promise<T>): Promise<T> {
		const done = this.#turn.then(work);
		this.#turn = done.catch(() => undefined);
		return done;
	}

	async #run(command: PendingCommand, tx: OverlayTx): Promise<Refusal | undefined> {
		const definition = commands[command.name] as Command<unknown> | undefined;
		if (!definition) return { refused: 'invalid', field: 'name' };
		const result = await runCommand(definition, tx, command.input, { actor: this.actor, now: command.at });
		return isRefusal(result) ? result : undefined;
	}

	/** Lays every pending command over the base again; those that the rule refuses now wait unseen. */
	async #replay(): Promise<void> {
		const overlay = createTables();
		for (const command of this.#pending) {
			const tx = new OverlayTx(this.copy.base, overlay);
			if (isRefusal(await this.#run(command, tx))) continue;
			for (const { noun, row } of tx.writes) putInto(overlay, noun, row);
		}
		this.copy.replaceOverlay(overlay);
		this.#tell();
	}

	#sortPending(): boolean {
		const before = this.#pending;
		this.#pending = [...before].sort((a, b) => (a.seq ?? Infinity) - (b.seq ?? Infinity) || 0);
		return this.#pending.some((command, index) => command !== before[index]);
	}

	#tell(): void {
		this.copy.notify();
		this.changed.notify();
	}
}

function unnamedMember(identity: Identity): RowOf<'members'> {
	return {
		...identity,
		name: '',
		title: '',
		company: '',
		joinedAt: 0,
		deactivatedAt: null,
		version: 0,
		deletedAt: null
	};
}
