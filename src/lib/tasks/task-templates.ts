import { uuidv7 } from 'uuidv7';
import type { Board } from '#domain/boards/board.ts';
import { isRefusal, type Refusal } from '#domain/kernel/refusal.ts';
import { carriedFields } from '#domain/tasks/carried-fields.ts';
import { patternDay, patternFacts, type PatternFacts } from '#domain/tasks/task-pattern.ts';
import type { Task } from '#domain/tasks/task.ts';
import type { Words } from '../i18n/en.ts';
import type { SentCommand, Workspace } from '../sync/workspace.ts';
import type { Changes } from '../views/changes.svelte.ts';
import type { NewTask, TaskPlace } from './task-actions.ts';

const zone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Patterns to make tasks from, those of one board first. */
export function taskTemplates({ records }: Pick<Workspace, 'records'>, boardId?: string): Task[] {
	const isOffered = ({ boardId: id }: Task) => {
		const board = records.get('boards', id);
		// On a template of a board stand patterns of the board's own.
		return board !== undefined && board.templateAt === null && board.trashedAt === null;
	};
	return records
		.list('tasks')
		.filter((task) => task.templateAt !== null && task.archivedAt === null && task.trashedAt === null)
		.filter(isOffered)
		.sort(
			(a, b) =>
				Number(b.boardId === boardId) - Number(a.boardId === boardId) || a.title.localeCompare(b.title)
		);
}

/** Keeps tasks as patterns, and makes tasks from them; each can be taken back. */
export class TaskTemplates {
	readonly #workspace: Workspace;
	readonly #changes: Changes;
	readonly #words: () => Words;

	constructor(workspace: Workspace, changes: Changes, words: () => Words) {
		this.#workspace = workspace;
		this.#changes = changes;
		this.#words = words;
	}

	/** Keeps what is worth doing again of a task; the task itself stays. */
	async save(task: Task, today: string): Promise<boolean> {
		const { boardId, columnId, orderKey, title } = task;
		const said = this.#words().tasks.template.saved({ title });
		const made = await this.#make(task, today, {
			...{ place: { boardId, columnId, orderKey }, title, said },
			template: true
		});
		return made !== undefined;
	}

	/** Makes a task as a template says, with what was typed instead; its id, or undefined when refused. */
	use(template: Task, today: string, { place, title, with: typed }: NewTask): Promise<string | undefined> {
		const said = this.#words().tasks.done.created({ title });
		return this.#make(template, today, { place, title, typed, said, template: false });
	}

	async #make(
		source: Task,
		today: string,
		to: { place: TaskPlace; title: string; typed?: NewTask['with']; said: string; template: boolean }
	): Promise<string | undefined> {
		const { records } = this.#workspace;
		const { place, title, typed = {}, said, template } = to;
		const id = uuidv7();
		const facts = this.#factsOn(source, today, records.get('boards', place.boardId));
		const text = await this.#describe(source);
		const made = await this.#changes.make({
			run: async (): Promise<SentCommand | Refusal> => {
				const born = await records.send('tasks.create', {
					...{ id, ...place, title, template },
					with: { ...facts, ...typed }
				});
				if (isRefusal(born) || typeof text !== 'object') return born;
				return records.send('tasks.describe', { id, ...text });
			},
			back: () => records.send('tasks.trash', { id }),
			said: text === 'absent' ? this.#words().tasks.template.withoutDescription({ said }) : said
		});
		return made ? id : undefined;
	}

	/** Only what this person may name: a link or a person that they cannot see is left out. */
	#factsOn(source: Task, today: string, board: Board | undefined): PatternFacts {
		const { records } = this.#workspace;
		const facts = patternFacts(source, { from: patternDay(source, zone()), to: today }, uuidv7);
		const sees = ({ kind, target }: Task['links'][number]) =>
			kind === 'url' || records.get(kind === 'page' ? 'pages' : 'tasks', target) !== undefined;
		return {
			...facts,
			assigneeIds: facts.assigneeIds.filter((id) => records.get('members', id)?.deactivatedAt === null),
			teamIds: facts.teamIds.filter((id) => records.get('teams', id)),
			links: facts.links.filter(sees),
			fields: board?.id === source.boardId ? facts.fields : this.#fieldsOn(source, board)
		};
	}

	#fieldsOn(source: Task, board: Board | undefined): Task['fields'] {
		const from = this.#workspace.records.get('boards', source.boardId)?.fields ?? [];
		const { carried } = carriedFields(source.fields, from, board?.fields ?? []);
		return Object.fromEntries(carried.map(({ fieldId, value }) => [fieldId, value]));
	}

	/** 'absent' for a description that is not on this device. */
	async #describe({ descriptionId }: Task): Promise<{ content: string } | 'absent' | undefined> {
		if (descriptionId === null) return undefined;
		const { copyDescription } = await import('./copied-description.ts');
		return (await copyDescription(this.#workspace, descriptionId)) ?? 'absent';
	}
}
