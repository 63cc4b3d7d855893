import type { Role } from '#domain/access/level.ts';
import type { Member } from '#domain/people/member.ts';
import type { Words } from '../i18n/en.ts';
import type { Workspace } from '../sync/workspace.ts';
import type { Changes } from '../views/changes.svelte.ts';

/** What those who manage people do with a membership; each can be taken back. */
export class PeopleActions {
	readonly #workspace: Workspace;
	readonly #changes: Changes;
	readonly #words: () => Words;

	constructor(workspace: Workspace, changes: Changes, words: () => Words) {
		this.#workspace = workspace;
		this.#changes = changes;
		this.#words = words;
	}

	setRole({ id, name, role: before }: Member, role: Role): Promise<boolean> {
		const { records } = this.#workspace;
		const { people, access } = this.#words();
		return this.#changes.make({
			run: () => records.send('members.setRole', { id, role }),
			back: () => records.send('members.setRole', { id, role: before }),
			said: people.person.roleChanged(name, access.role[role])
		});
	}

	deactivate({ id, name }: Member): Promise<boolean> {
		const { records, status } = this.#workspace;
		const { done, queued } = this.#words().people.deactivate;
		return this.#changes.make({
			run: () => records.send('members.deactivate', { id }),
			back: () => records.send('members.reactivate', { id }),
			said: status.connection === 'off' ? queued(name) : done(name)
		});
	}

	reactivate({ id, name }: Member): Promise<boolean> {
		const { records } = this.#workspace;
		return this.#changes.make({
			run: () => records.send('members.reactivate', { id }),
			back: () => records.send('members.deactivate', { id }),
			said: this.#words().people.person.reactivated(name)
		});
	}

	describe({ id, name, title, company }: Member, facts: Partial<Pick<Member, 'name' | 'title' | 'company'>>) {
		const { records } = this.#workspace;
		const before = { id, name, title, company };
		return this.#changes.make({
			run: () => records.send('members.describe', { ...before, ...facts }),
			back: () => records.send('members.describe', before),
			said: this.#words().account.saved
		});
	}
}
