import { readActivity, type Happening } from './activity-api.ts';

/** What happened, as far as it has been fetched from the server: the newest part, and older ones by hand. */
export class ActivityFeed {
	happenings = $state.raw<readonly Happening[]>([]);
	/** 'unreachable': the last question found no way to the server. */
	state = $state<'loading' | 'ready' | 'unreachable'>('loading');
	/** Where the older ones begin; null once all are here. */
	#next = $state<number | null>(null);
	#asked = '';
	readonly #slug: string;

	constructor(slug: string) {
		this.#slug = slug;
	}

	get hasMore(): boolean {
		return this.#next !== null;
	}

	/** Asks as `activitySearch` writes it. Asked the same again, what was there stays until the answer. */
	ask(search: string): Promise<void> {
		if (search !== this.#asked) {
			this.happenings = [];
			this.#next = null;
		}
		this.#asked = search;
		return this.#fetch(search, []);
	}

	/** Fetches the older ones too. */
	async more(): Promise<void> {
		if (this.#next === null || this.state === 'loading') return;
		await this.#fetch(`${this.#asked}&before=${this.#next}`, this.happenings);
	}

	async #fetch(search: string, known: readonly Happening[]): Promise<void> {
		const asked = this.#asked;
		this.state = 'loading';
		const found = await readActivity(this.#slug, search);
		// Somebody has chosen anew meanwhile.
		if (asked !== this.#asked) return;
		this.state = found ? 'ready' : 'unreachable';
		if (!found) return;
		this.happenings = [...known, ...found.lines];
		this.#next = found.next;
	}
}
