import { getContext, setContext } from 'svelte';
import type { Announcer } from './announcer.svelte.ts';

export interface Toast {
	id: number;
	text: string;
	action?: { label: string; run: () => void } | undefined;
}

const key = Symbol('toasts');
const plainMs = 6_000;
const withActionMs = 10_000;

/** Short messages at the foot: what happened, and one way back. Timers stand still under the hand. */
export class Toasts {
	shown = $state<Toast[]>([]);
	#next = 1;
	#timers = new Map<number, ReturnType<typeof setTimeout>>();
	readonly #announcer: Announcer;

	constructor(announcer: Announcer) {
		this.#announcer = announcer;
	}

	/** Shows and announces it; at most three stay, the oldest goes first. Answers its id. */
	show(text: string, action?: Toast['action']): number {
		const toast: Toast = { id: this.#next++, text, action };
		this.shown.push(toast);
		for (const old of this.shown.slice(0, -3)) this.dismiss(old.id);
		this.#announcer.say(text);
		this.#start(toast);
		return toast.id;
	}

	dismiss(id: number): void {
		clearTimeout(this.#timers.get(id));
		this.#timers.delete(id);
		this.shown = this.shown.filter((toast) => toast.id !== id);
	}

	act(toast: Toast): void {
		this.dismiss(toast.id);
		toast.action?.run();
	}

	pause(): void {
		for (const timer of this.#timers.values()) clearTimeout(timer);
	}

	resume(): void {
		for (const toast of this.shown) this.#start(toast);
	}

	#start(toast: Toast): void {
		clearTimeout(this.#timers.get(toast.id));
		const ms = toast.action ? withActionMs : plainMs;
		this.#timers.set(
			toast.id,
			setTimeout(() => this.dismiss(toast.id), ms)
		);
	}
}

export function provideToasts(toasts: Toasts): void {
	setContext(key, toasts);
}

/** Call while a component is being made. */
export function useToasts(): Toasts {
	return getContext<Toasts>(key);
}
