import { isRefusal, type Refusal } from '#domain/kernel/refusal.ts';
import { attachmentLimits, safeFileName, type Attachment } from '#domain/tasks/attachment.ts';
import { descriptionIdOf } from '#domain/tasks/describe-task.ts';
import type { Task } from '#domain/tasks/task.ts';
import type { Words } from '../../i18n/en.ts';
import { newImageId } from '../../sync/new-image-id.ts';
import type { SentCommand, Workspace } from '../../sync/workspace.ts';
import type { Toasts } from '../../ui/toasts.svelte.ts';
import type { Changes } from '../../views/changes.svelte.ts';

interface Surroundings {
	workspace: Workspace;
	changes: Changes;
	toasts: Toasts;
	words: () => Words['taskPanel']['files'];
}

/** Attaches files to tasks and takes them off; each can be taken back. */
export class AttachmentActions {
	readonly #around: Surroundings;

	constructor(around: Surroundings) {
		this.#around = around;
	}

	/** A file is written down on this device before the task names it, and sent when there is a way. */
	async attach(task: Task, files: readonly File[]): Promise<void> {
		const { changes, words } = this.#around;
		const fits = this.#thatFit(task, files);
		const [first] = fits;
		if (!first) return;
		await changes.make({
			run: () => this.#send(task, fits),
			back: () => this.#each(fits, ({ id }) => this.#detach(task, id)),
			said:
				fits.length === 1
					? words().attached({ name: first.name })
					: words().attachedMany({ count: fits.length })
		});
	}

	remove(task: Task, { id, name, size }: Attachment): Promise<boolean> {
		const { workspace, changes, words } = this.#around;
		return changes.make({
			run: () => this.#detach(task, id),
			back: () => workspace.records.send('tasks.attach', { id: task.id, attachment: { id, name, size } }),
			said: words().removed({ name })
		});
	}

	#thatFit(task: Task, files: readonly File[]): NewFile[] {
		const { toasts, words } = this.#around;
		const large = files.find(({ size }) => size > attachmentLimits.bytes);
		if (large) toasts.show(words().tooLarge({ name: safeFileName(large.name) }));
		const fits = files.filter(({ size }) => size <= attachmentLimits.bytes);
		const room = attachmentLimits.perTask - task.attachments.length;
		if (fits.length > room) toasts.show(words().tooMany);
		return fits.slice(0, Math.max(0, room)).map((blob) => ({
			...{ id: newImageId(), name: safeFileName(blob.name), size: blob.size },
			blob
		}));
	}

	async #send(task: Task, files: readonly NewFile[]): Promise<SentCommand | Refusal> {
		const { images, records } = this.#around.workspace;
		if (records.get('tasks', task.id)?.descriptionId === null) {
			const begun = await records.send('tasks.describe', { id: task.id });
			if (isRefusal(begun)) return begun;
		}
		return this.#each(files, async ({ blob, ...attachment }) => {
			const { id, name } = attachment;
			await images.add({ id, name, blob, pageId: descriptionIdOf(task.id) });
			return records.send('tasks.attach', { id: task.id, attachment });
		});
	}

	#detach({ id }: Task, attachmentId: string): Promise<SentCommand | Refusal> {
		return this.#around.workspace.records.send('tasks.detach', { id, attachmentId });
	}

	async #each(
		files: readonly NewFile[],
		send: (file: NewFile) => Promise<SentCommand | Refusal>
	): Promise<SentCommand | Refusal> {
		let last: SentCommand | Refusal = { id: '' };
		for (const file of files) {
			last = await send(file);
			if (isRefusal(last)) return last;
		}
		return last;
	}
}

interface NewFile {
	id: string;
	name: string;
	size: number;
	blob: Blob;
}
