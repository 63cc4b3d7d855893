import type { CommandInput } from '#domain/commands/commands.ts';
import { isRefusal, type Refusal } from '#domain/kernel/refusal.ts';
import type { Notice } from '#domain/notices/notice.ts';
import type { Words } from '../i18n/en.ts';
import type { SentCommand, Workspace } from '../sync/workspace.ts';
import type { Changes } from '../views/changes.svelte.ts';

type Marks = Omit<CommandInput<'notices.mark'>, 'id'>;

/** What somebody does with rows of their inbox; putting off and being done can be taken back. */
export class InboxActions {
	readonly #workspace: Workspace;
	readonly #changes: Changes;
	readonly #words: () => Words['inbox'];

	constructor(workspace: Workspace, changes: Changes, words: () => Words['inbox']) {
		this.#workspace = workspace;
		this.#changes = changes;
		this.#words = words;
	}

	/** Says nothing: that a row is read shows in the row. */
	async read(notices: readonly Notice[], read: boolean): Promise<void> {
		await this.#mark(
			notices.filter(({ readAt }) => (readAt !== null) !== read),
			{ read }
		);
	}

	finish(notices: readonly Notice[]): Promise<boolean> {
		return this.#changes.make({
			run: () => this.#mark(notices, { done: true }),
			back: () => this.#mark(notices, { done: false }),
			said: this.#words().finished
		});
	}

	snooze(notices: readonly Notice[], until: number, when: string): Promise<boolean> {
		return this.#changes.make({
			run: () => this.#mark(notices, { snoozedUntil: until }),
			back: () => this.#mark(notices, { snoozedUntil: null }),
			said: this.#words().snoozed({ when })
		});
	}

	async #mark(notices: readonly Notice[], marks: Marks): Promise<SentCommand | Refusal> {
		let last: SentCommand | Refusal = { id: '' };
		for (const { id } of notices) {
			last = await this.#workspace.records.send('notices.mark', { id, ...marks });
			if (isRefusal(last)) return last;
		}
		return last;
	}
}
