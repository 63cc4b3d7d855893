import { SvelteSet } from 'svelte/reactivity';
import * as v from 'valibot';
import { idSchema } from '#domain/kernel/schema.ts';

const storedSchema = v.pipe(v.string(), v.parseJson(), v.array(idSchema), v.maxLength(200));

/** Which columns stand folded to a strip, remembered on this device. */
export class FoldedColumns {
	readonly #ids = new SvelteSet<string>();
	readonly #name: string;

	constructor(memberId: string) {
		this.#name = `rapi:folded-columns:${memberId}`;
		const stored = v.safeParse(storedSchema, localStorage.getItem(this.#name));
		if (stored.success) for (const id of stored.output) this.#ids.add(id);
	}

	has(id: string): boolean {
		return this.#ids.has(id);
	}

	set(id: string, folded: boolean): void {
		if (folded) this.#ids.add(id);
		else this.#ids.delete(id);
		localStorage.setItem(this.#name, JSON.stringify([...this.#ids].slice(-200)));
	}
}
