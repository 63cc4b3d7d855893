import type { CommandInput, CommandName } from '#domain/commands/commands.ts';
import { isRefusal, type Refusal } from '#domain/kernel/refusal.ts';
import type { LocalStore } from './local-store.ts';
import type { PendingCommand, RecordEngine } from './record-engine.ts';
import { NotPrepared } from './not-prepared.ts';
import type { RecordStore } from './record-store.ts';
import type { SentCommand } from './workspace.ts';

/** What a command gets before it is written down; the engine itself needs none of it. */
export interface Prepared {
	input: unknown;
	/** First text of a new page, stored with the command. */
	firstText?: Uint8Array;
}
export type Prepare = (name: CommandName, input: unknown) => Promise<Prepared>;

/** Takes commands from this tab: shown at once, then written down, then handed to whoever flushes. */
export class Outbox {
	readonly #engine: RecordEngine;
	readonly #records: RecordStore;
	readonly #store: LocalStore;
	readonly #newId: () => string;
	readonly #prepare: Prepare;
	readonly #onReady: (command: PendingCommand) => void;
	#preparing: Promise<unknown> = Promise.resolve();
	#taking: Promise<unknown> = Promise.resolve();

	constructor(options: {
		engine: RecordEngine;
		records: RecordStore;
		store: LocalStore;
		newId: () => string;
		prepare: Prepare;
		onReady: (command: PendingCommand) => void;
	}) {
		this.#engine = options.engine;
		this.#records = options.records;
		this.#store = options.store;
		this.#newId = options.newId;
		this.#prepare = options.prepare;
		this.#onReady = options.onReady;
	}

	/** See `Records.send`; rejects with `NotPrepared` when the command could not be completed, and is gone again. */
	send<N extends CommandName>(name: N, input: CommandInput<N>): Promise<SentCommand | Refusal> {
		const taken = this.#take(name, input);
		const before = this.#taking;
		this.#taking = taken.then(
			() => before,
			() => before
		);
		return taken;
	}

	/** Resolves when what was given until now is written down, or cannot be. */
	async idle(): Promise<void> {
		await this.#taking;
	}

	async #take<N extends CommandName>(name: N, input: CommandInput<N>): Promise<SentCommand | Refusal> {
		const command = await this.#engine.begin(this.#newId(), name, input);
		if (isRefusal(command)) return command;
		// Prepared one after another: a later command must never get an earlier place in the queue.
		const prepared = this.#preparing.then(() => this.#prepare(command.name, command.input));
		this.#preparing = prepared.catch(() => undefined);
		await this.#writeDown(command, await this.#orWithdraw(command, prepared));
		return { id: command.id };
	}

	async #orWithdraw({ id }: PendingCommand, prepared: Promise<Prepared>): Promise<Prepared> {
		try {
			return await prepared;
		} catch (cause) {
			await this.#engine.withdraw(id);
			throw new NotPrepared('A command could not be completed.', { cause });
		}
	}

	async #writeDown(command: PendingCommand, { input, firstText }: Prepared): Promise<void> {
		command.input = input;
		const { id, name, at } = command;
		const writing = this.#records
			.addCommand({ id, name, input, at }, firstText)
			.then((seq) => this.#written(command, seq));
		await this.#store.writtenOrFailing(writing);
		// While this device cannot write, the server is the only place where work can be safe.
		if (this.#store.state !== 'failed') return;
		command.ready = true;
		this.#onReady(command);
	}

	async #written(command: PendingCommand, seq: number): Promise<void> {
		if (!this.#engine.has(command.id)) return void (await this.#records.removeCommands([command.id]));
		await this.#engine.place({ ...command, seq, ready: true });
		this.#onReady({ ...command, seq, ready: true });
	}
}
