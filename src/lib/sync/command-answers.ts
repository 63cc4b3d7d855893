import type { Refusal } from '#domain/kernel/refusal.ts';
import { inBackground } from './in-background.ts';
import type { RecordEngine } from './record-engine.ts';
import type { RecordStore } from './record-store.ts';
import type { TabNews } from './tab-news.ts';

/** The server's answers to commands: in memory at once, then on disk, then known to the other tabs. */
export class CommandAnswers {
	readonly #engine: RecordEngine;
	readonly #store: RecordStore;
	readonly #tell: (news: TabNews) => void;

	constructor(engine: RecordEngine, store: RecordStore, tell: (news: TabNews) => void) {
		this.#engine = engine;
		this.#store = store;
		this.#tell = tell;
	}

	async receipt(id: string): Promise<void> {
		await this.#engine.receipt(id);
		inBackground(this.#store.removeCommands([id]).then(() => this.#tell({ type: 'receipt', id })));
	}

	async refusal(id: string, refusal: Refusal): Promise<void> {
		const told = await this.#engine.refuse(id, refusal);
		if (!told) return;
		inBackground(this.#store.addRefusal(told).then(() => this.#tell({ type: 'refusal', told })));
	}

	/** Somebody has read a refusal. */
	dismiss(id: string): void {
		this.#engine.setRefusals((refusals) => refusals.filter((refusal) => refusal.id !== id));
		inBackground(this.#store.removeRefusal(id));
		this.#tell({ type: 'dismissed', id });
	}
}
