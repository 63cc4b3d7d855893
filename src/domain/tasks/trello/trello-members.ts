import type { TrelloContext } from './trello-context.ts';
import type { TrelloExport } from './trello-export.ts';
import { noteIn } from './trello-report.ts';

/**
 * Who of a Trello board is who here: by the full name, or by a user name that is that name written
 * together. Two people of one name are nobody, because work given to the wrong one would be worse.
 */
export class TrelloMembers {
	readonly #names = new Map<string, string>();
	readonly #here = new Map<string, string>();
	readonly #context: TrelloContext;

	constructor({ members }: TrelloExport, context: TrelloContext) {
		this.#context = context;
		const byName = uniqueNames(context.people);
		noteIn(context.report, 'broken', '', members.broken);
		for (const { id, fullName, username } of members.items) {
			this.#names.set(id, fullName.trim() || username.trim());
			const here = byName.get(squashed(fullName)) ?? byName.get(squashed(username));
			if (here !== undefined) this.#here.set(id, here);
		}
	}

	/** Which of these are members here, and the names of others as far as known: noted in the report. */
	match(trelloIds: readonly string[]): { memberIds: string[]; strangers: string[] } {
		const memberIds = new Set<string>();
		const strangers: string[] = [];
		for (const id of trelloIds) {
			const here = this.#here.get(id);
			const name = this.nameOf(id);
			if (here !== undefined) memberIds.add(here);
			else noteIn(this.#context.report, 'member', name ?? this.#context.words.somebody);
			if (here === undefined && name !== undefined) strangers.push(name);
		}
		return { memberIds: [...memberIds], strangers };
	}

	/** Their name in Trello; undefined when the file does not say it. */
	nameOf(trelloId: string | null): string | undefined {
		return trelloId === null ? undefined : this.#names.get(trelloId) || undefined;
	}
}

function uniqueNames(people: TrelloContext['people']): Map<string, string> {
	const found = new Map<string, string>();
	const twice = new Set<string>();
	for (const { id, name } of people) {
		const key = squashed(name);
		if (found.has(key)) twice.add(key);
		found.set(key, id);
	}
	for (const key of [...twice, '']) found.delete(key);
	return found;
}

function squashed(name: string): string {
	return name
		.normalize('NFKD')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]/gu, '');
}
