import { uuidv7 } from 'uuidv7';
import type { Member } from '#domain/people/member.ts';
import type { Away, Leave } from '#domain/teams/leave.ts';
import type { Words } from '../i18n/en.ts';
import type { Locale } from '../i18n/locale.ts';
import type { Workspace } from '../sync/workspace.ts';
import type { Changes } from '../views/changes.svelte.ts';
import { dayText } from '../views/dates.ts';

/** "1 Des – 3 Des", or "4 Des" for one day. */
export function rangeText({ from, to }: Away, today: string, words: Words, locale: Locale): string {
	const text = (day: string) => dayText(day, today, locale);
	return from === to ? text(from) : words.teams.leave.range({ from: text(from), to: text(to) });
}

/** Plans the leave of a member, and takes it back. */
export class LeaveActions {
	readonly #workspace: Workspace;
	readonly #changes: Changes;
	readonly #words: () => Words['teams']['leave']['done'];

	constructor(workspace: Workspace, changes: Changes, words: () => Words['teams']['leave']['done']) {
		this.#workspace = workspace;
		this.#changes = changes;
		this.#words = words;
	}

	/** `days` are the same days in words. */
	add(member: Member, { from, to }: Away, days: string): Promise<boolean> {
		let id = '';
		return this.#changes.make({
			run: () => this.#put((id = uuidv7()), member.id, { from, to }),
			back: () => this.#workspace.records.send('leaves.remove', { id }),
			said: this.#words().added({ name: member.name, days })
		});
	}

	/** Taking it back plans it anew, since what is removed stays removed. */
	remove(member: Member, leave: Leave, days: string): Promise<boolean> {
		let { id } = leave;
		return this.#changes.make({
			run: () => this.#workspace.records.send('leaves.remove', { id }),
			back: () => this.#put((id = uuidv7()), member.id, leave),
			said: this.#words().removed({ name: member.name, days })
		});
	}

	#put(id: string, memberId: string, { from, to }: Away) {
		return this.#workspace.records.send('leaves.set', { id, memberId, from, to });
	}
}
