import { generateKeyBetween } from 'fractional-indexing';
import { uuidv7 } from 'uuidv7';
import type { Filter } from '#domain/filters/filter.ts';
import { byOrder } from '../../folders/outline.ts';
import type { Words } from '../../i18n/en.ts';
import type { Workspace } from '../../sync/workspace.ts';
import type { Changes } from '../../views/changes.svelte.ts';

/** The saved filters of a board, in their order. */
export function filtersOf({ records }: Pick<Workspace, 'records'>, boardId: string): Filter[] {
	return records
		.list('filters')
		.filter((filter) => filter.boardId === boardId)
		.sort(byOrder);
}

/** Saves filters of boards and changes them; each can be taken back. */
export class FilterActions {
	readonly #workspace: Workspace;
	readonly #changes: Changes;
	readonly #words: () => Words['taskViews']['saved'];

	constructor(workspace: Workspace, changes: Changes, words: () => Words['taskViews']['saved']) {
		this.#workspace = workspace;
		this.#changes = changes;
		this.#words = words;
	}

	save(boardId: string, name: string, query: string): Promise<boolean> {
		const { records } = this.#workspace;
		const id = uuidv7();
		const orderKey = generateKeyBetween(filtersOf(this.#workspace, boardId).at(-1)?.orderKey ?? null, null);
		return this.#changes.make({
			run: () => records.send('filters.save', { id, boardId, name, orderKey, query }),
			back: () => records.send('filters.remove', { id }),
			said: this.#words().done.saved({ name })
		});
	}

	set({ id, name, query }: Filter, to: { name?: string; query?: string }): Promise<boolean> {
		const { records } = this.#workspace;
		const before = { id, name, query };
		return this.#changes.make({
			run: () => records.send('filters.set', { ...before, ...to }),
			back: () => records.send('filters.set', before),
			said: this.#words().done.changed({ name: to.name ?? name })
		});
	}

	/** Taking it back saves it anew in its place, since what is removed stays removed. */
	remove({ id, boardId, name, orderKey, query }: Filter): Promise<boolean> {
		const { records } = this.#workspace;
		return this.#changes.make({
			run: () => records.send('filters.remove', { id }),
			back: () => records.send('filters.save', { id: uuidv7(), boardId, name, orderKey, query }),
			said: this.#words().done.removed({ name })
		});
	}
}
