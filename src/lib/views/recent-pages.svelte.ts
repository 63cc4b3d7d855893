import * as v from 'valibot';
import { getContext, setContext } from 'svelte';
import { idSchema, timeSchema } from '#domain/kernel/schema.ts';

const key = Symbol('recent-pages');
const kept = 12;

const storedSchema = v.pipe(
	v.string(),
	v.parseJson(),
	v.array(v.object({ id: idSchema, at: timeSchema })),
	v.maxLength(kept)
);

/** The pages that this person opened last on this device. Ids only: titles stay in the store. */
export class RecentPages {
	#opened = $state<{ id: string; at: number }[]>([]);
	readonly #name: string;

	constructor(memberId: string) {
		this.#name = `rapi:recent:${memberId}`;
		const stored = v.safeParse(storedSchema, localStorage.getItem(this.#name));
		if (stored.success) this.#opened = stored.output;
	}

	/** The last first. */
	get opened(): readonly { id: string; at: number }[] {
		return this.#opened;
	}

	open(id: string, at: number): void {
		this.#opened = [{ id, at }, ...this.#opened.filter((page) => page.id !== id)].slice(0, kept);
		localStorage.setItem(this.#name, JSON.stringify(this.#opened));
	}
}

export function provideRecentPages(recent: RecentPages): void {
	setContext(key, recent);
}

/** Call while a component is being made. */
export function useRecentPages(): RecentPages {
	return getContext<RecentPages>(key);
}
