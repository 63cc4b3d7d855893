import { getContext, setContext } from 'svelte';
import { isRefusal, type Refusal } from '#domain/kernel/refusal.ts';
import type { Language } from '../i18n/language.ts';
import { NotPrepared } from '../sync/not-prepared.ts';
import type { SentCommand } from '../sync/workspace.ts';
import type { Toasts } from '../ui/toasts.svelte.ts';

const key = Symbol('changes');
const remembered = 50;

type Sending = () => Promise<SentCommand | Refusal>;
type Outcome = SentCommand | Refusal | NotPrepared;

/** A change that somebody made by hand: how to do it, how to take it back, what to say. */
export interface Change {
	run: Sending;
	back?: Sending;
	/** What happened, in one sentence. */
	said: string;
}

/** A step that shows already; whether it was taken is known once this device has written it down. */
interface Step {
	change: Change;
	taken: Promise<boolean>;
	/** The toast that offers to take it back. */
	toast?: number;
}

/** Does changes, tells what happened and takes them back: by the toast, and by Ctrl Z. */
export class Changes {
	#done: Step[] = [];
	#undone: Step[] = [];
	/** What is being taken back or done again; what comes after it waits, for it may be about the same thing. */
	#turn: Promise<unknown> | undefined;
	readonly #toasts: Toasts;
	readonly #language: () => Language;

	constructor(toasts: Toasts, language: () => Language) {
		this.#toasts = toasts;
		this.#language = language;
	}

	/** True when it was taken; otherwise the reason has been shown. */
	async make(change: Change): Promise<boolean> {
		const running = this.#turn ? this.#turn.then(() => attempt(change.run)) : attempt(change.run);
		const taken = running.then(isTaken, () => false);
		const made: Step = { change, taken };
		if (change.back) this.#remember(made);
		this.#undone = [];
		const outcome = await running;
		if (!isTaken(outcome)) {
			this.#forget(made);
			this.#toasts.show(this.#reason(outcome));
			return false;
		}
		const undo = { label: this.#language().words.common.undo, run: () => void this.#takeBack(made) };
		// What was taken back while it was being written down is not offered to be taken back again.
		made.toast = this.#toasts.show(change.said, this.#done.includes(made) ? undo : undefined);
		return true;
	}

	/** Takes back the last change, also one that is still being written down. */
	async undo(): Promise<void> {
		const last = this.#done.at(-1);
		if (last) await this.#takeBack(last);
	}

	/** Does again what was taken back last, also while that is still being written down. */
	async redo(): Promise<void> {
		const undone = this.#undone.pop();
		if (!undone) return;
		const { run } = undone.change;
		const again = this.#after(undone, run, this.#language().words.folders.done.redone);
		this.#remember(again);
		if (!(await again.taken)) this.#forget(again);
	}

	async #takeBack(made: Step): Promise<void> {
		this.#forget(made);
		if (made.toast !== undefined) this.#toasts.dismiss(made.toast);
		const { back } = made.change;
		if (!back) return;
		const undone = this.#after(made, back, this.#language().words.folders.done.undone);
		this.#undone = [...this.#undone, undone];
		if (!(await undone.taken)) this.#undone = this.#undone.filter((other) => other !== undone);
	}

	/** A step that begins once those before it are written down, and never when its own was not taken. */
	#after({ change, taken }: Step, send: Sending, said: string): Step {
		const next = Promise.all([taken, this.#turn]).then(([was]) => was && this.#tell(send, said));
		const turn: Promise<void> = next.then(
			() => this.#endTurn(turn),
			() => this.#endTurn(turn)
		);
		this.#turn = turn;
		return { change, taken: next };
	}

	#endTurn(turn: Promise<unknown>): void {
		if (this.#turn === turn) this.#turn = undefined;
	}

	#remember(made: Step): void {
		this.#done = [...this.#done, made].slice(-remembered);
	}

	#forget(made: Step): void {
		this.#done = this.#done.filter((other) => other !== made);
	}

	async #tell(send: Sending, said: string): Promise<boolean> {
		const outcome = await attempt(send);
		this.#toasts.show(isTaken(outcome) ? said : this.#reason(outcome));
		return isTaken(outcome);
	}

	#reason(outcome: Refusal | NotPrepared): string {
		const { words } = this.#language();
		return isRefusal(outcome) ? words.refusal[outcome.refused] : words.shell.notPrepared;
	}
}

async function attempt(send: Sending): Promise<Outcome> {
	try {
		return await send();
	} catch (error) {
		if (error instanceof NotPrepared) return error;
		throw error;
	}
}

function isTaken(outcome: Outcome): outcome is SentCommand {
	return !isRefusal(outcome) && !(outcome instanceof NotPrepared);
}

export function provideChanges(changes: Changes): void {
	setContext(key, changes);
}

/** Call while a component is being made. */
export function useChanges(): Changes {
	return getContext<Changes>(key);
}
