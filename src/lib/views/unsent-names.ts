import type { Command, SubjectRef } from '#domain/commands/command.ts';
import { commands, type CommandName } from '#domain/commands/commands.ts';
import type { AnyRow } from '#domain/records/nouns.ts';
import type { Records, Workspace } from '../sync/workspace.ts';

/** A change that was made here: under way, or not taken. */
export interface NamedChange {
	name: CommandName;
	input: unknown;
}

type Rows = Pick<Records, 'get'>;

/** What a change is about, by the name that it has here, else by the one that the change gives it. */
export function nameOfChange(records: Rows, change: NamedChange): string | undefined {
	const subject = subjectOf(change);
	return (subject && nameOfRow(records, subject)) ?? givenName(change.input);
}

/** One name for each thing with something that the server has not confirmed; undefined where it has none here. */
export function unsentNames(
	workspace: Pick<Workspace, 'pending'> & { records: Rows; status: { unsentPages: readonly string[] } }
): (string | undefined)[] {
	const { pending, records, status } = workspace;
	const names = new Map<string, string | undefined>();
	for (const change of pending) {
		const subject = subjectOf(change);
		names.set(subject ? keyOf(subject) : change.name, nameOfChange(records, change));
	}
	for (const id of status.unsentPages) {
		const page: SubjectRef = { noun: 'pages', id };
		names.set(keyOf(page), names.get(keyOf(page)) ?? nameOfRow(records, page));
	}
	return [...names.values()];
}

/** Undefined for a command of another build, which may be in the outbox or among the refusals. */
function subjectOf({ name, input }: NamedChange): SubjectRef | undefined {
	return (commands[name] as Command<unknown> | undefined)?.subject(input);
}

function keyOf({ noun, id }: SubjectRef): string {
	return `${noun} ${id}`;
}

/** What has no name itself, as a grant, is known by its folder's. */
function nameOfRow(records: Rows, { noun, id }: SubjectRef): string | undefined {
	const row: AnyRow | undefined = records.get(noun, id);
	if (!row) return undefined;
	if ('name' in row) return row.name;
	if ('title' in row) return row.title;
	return 'folderId' in row ? nameOfRow(records, { noun: 'folders', id: row.folderId }) : undefined;
}

function givenName(input: unknown): string | undefined {
	const { name, title } = input as { name?: unknown; title?: unknown };
	const given = title ?? name;
	return typeof given === 'string' ? given : undefined;
}
