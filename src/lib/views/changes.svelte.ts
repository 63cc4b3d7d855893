import { getContext, setContext } from 'svelte';
import { isRefusal, type Refusal } from '#domain/kernel/refusal.ts';
import type { Language } from '../i18n/language.ts';
import type { SentCommand } from '../sync/workspace.ts';
import type { Toasts } from '../ui/toasts.svelte.ts';

const key = Symbol('changes');
const remembered = 50;

type Sending = () => Promise<SentCommand | Refusal>;

/** A change that somebody made by hand: how to do it, how to take it back, what to say. */
export interface Change {
	run: Sending;
	back?: Sending;
	/** What happened, in one sentence. */
	said: string;
}

/** Does changes, tells what happened and takes them back: by the toast, and by Ctrl Z. */
export class Changes {
	#done: Change[] = [];
	#undone: Change[] = [];
	readonly #toasts: Toasts;
	readonly #language: () => Language;

	constructor(toasts: Toasts, language: () => Language) {
		this.#toasts = toasts;
		this.#language = language;
	}

	/** True when it was taken; otherwise the reason has been shown. */
	async make(change: Change): Promise<boolean> {
		const { words } = this.#language();
		const outcome = await change.run();
		if (isRefusal(outcome)) {
			this.#toasts.show(words.refusal[outcome.refused]);
			return false;
		}
		const undo = { label: words.common.undo, run: () => void this.undo(change) };
		this.#toasts.show(change.said, change.back ? undo : undefined);
		if (change.back) this.#done = [...this.#done, change].slice(-remembered);
		this.#undone = [];
		return true;
	}

	/** Takes back one change, or the last one. */
	async undo(change = this.#done.at(-1)): Promise<void> {
		if (!change?.back) return;
		this.#done = this.#done.filter((other) => other !== change);
		if (await this.#tell(change.back, this.#language().words.folders.done.undone)) this.#undone.push(change);
	}

	async redo(): Promise<void> {
		const change = this.#undone.pop();
		if (!change) return;
		if (await this.#tell(change.run, this.#language().words.folders.done.redone)) this.#done.push(change);
	}

	async #tell(send: Sending, said: string): Promise<boolean> {
		const outcome = await send();
		this.#toasts.show(isRefusal(outcome) ? this.#language().words.refusal[outcome.refused] : said);
		return !isRefusal(outcome);
	}
}

export function provideChanges(changes: Changes): void {
	setContext(key, changes);
}

/** Call while a component is being made. */
export function useChanges(): Changes {
	return getContext<Changes>(key);
}
