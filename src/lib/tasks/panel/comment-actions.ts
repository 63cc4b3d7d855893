import { uuidv7 } from 'uuidv7';
import type { Comment, Reaction } from '#domain/comments/comment.ts';
import type { Words } from '../../i18n/en.ts';
import { useLanguage } from '../../i18n/words.ts';
import type { Workspace } from '../../sync/workspace.ts';
import { useWorkspace } from '../../sync/workspace-context.ts';
import { useChanges, type Changes } from '../../views/changes.svelte.ts';

/** What is done with comments. All of it can be taken back but a removal, which is asked before. */
export class CommentActions {
	readonly #workspace: Workspace;
	readonly #changes: Changes;
	readonly #words: () => Words['taskPanel']['comments'];

	constructor(workspace: Workspace, changes: Changes, words: () => Words['taskPanel']['comments']) {
		this.#workspace = workspace;
		this.#changes = changes;
		this.#words = words;
	}

	add(taskId: string, threadId: string | null, body: string): Promise<boolean> {
		const { records } = this.#workspace;
		const id = uuidv7();
		return this.#changes.make({
			run: () => records.send('comments.add', { id, taskId, threadId, body }),
			back: () => records.send('comments.remove', { id }),
			said: this.#words().done.added
		});
	}

	edit({ id, body: before }: Comment, body: string): Promise<boolean> {
		const { records } = this.#workspace;
		return this.#changes.make({
			run: () => records.send('comments.edit', { id, body }),
			back: () => records.send('comments.edit', { id, body: before }),
			said: this.#words().done.edited
		});
	}

	remove({ id }: Comment): Promise<boolean> {
		return this.#changes.make({
			run: () => this.#workspace.records.send('comments.remove', { id }),
			said: this.#words().done.removed
		});
	}

	resolve({ id }: Comment, resolved: boolean): Promise<boolean> {
		const { records } = this.#workspace;
		const { done } = this.#words();
		return this.#changes.make({
			run: () => records.send('comments.resolve', { id, resolved }),
			back: () => records.send('comments.resolve', { id, resolved: !resolved }),
			said: resolved ? done.resolved : done.reopened
		});
	}

	react({ id }: Comment, reaction: Reaction, given: boolean): Promise<boolean> {
		const { records } = this.#workspace;
		const { done } = this.#words();
		return this.#changes.make({
			run: () => records.send('comments.react', { id, reaction, given }),
			back: () => records.send('comments.react', { id, reaction, given: !given }),
			said: given ? done.reacted : done.unreacted
		});
	}
}

/** Call while a component is being made. */
export function useCommentActions(): CommentActions {
	const language = useLanguage();
	return new CommentActions(useWorkspace(), useChanges(), () => language.words.taskPanel.comments);
}
