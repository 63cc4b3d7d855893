import { uuidv7 } from 'uuidv7';
import type { Team } from '#domain/teams/team.ts';
import type { Words } from '../i18n/en.ts';
import type { Workspace } from '../sync/workspace.ts';
import type { Changes } from '../views/changes.svelte.ts';
import type { TeamFacts } from './team-people.ts';

/** What those who look after people do with teams; each can be taken back, but for the deletion. */
export class TeamActions {
	readonly #workspace: Workspace;
	readonly #changes: Changes;
	readonly #words: () => Words['teams']['done'];

	constructor(workspace: Workspace, changes: Changes, words: () => Words['teams']['done']) {
		this.#workspace = workspace;
		this.#changes = changes;
		this.#words = words;
	}

	/** Taken back it lies in the archive, from where doing it again brings it back. */
	create(facts: TeamFacts): Promise<boolean> {
		const { records } = this.#workspace;
		const id = uuidv7();
		return this.#changes.make({
			run: () =>
				records.get('teams', id)
					? records.send('teams.unarchive', { id })
					: records.send('teams.set', { id, ...facts }),
			back: () => records.send('teams.archive', { id }),
			said: this.#words().created(facts)
		});
	}

	set({ id, name, memberIds, leadId, deputyId }: Team, facts: TeamFacts): Promise<boolean> {
		const { records } = this.#workspace;
		const before = { id, name, memberIds: [...memberIds], leadId, deputyId };
		return this.#changes.make({
			run: () => records.send('teams.set', { id, ...facts }),
			back: () => records.send('teams.set', before),
			said: this.#words().changed(facts)
		});
	}

	setArchived({ id, name }: Team, archived: boolean): Promise<boolean> {
		const { records } = this.#workspace;
		const put = (wanted: boolean) => () => records.send(wanted ? 'teams.archive' : 'teams.unarchive', { id });
		const say = this.#words();
		return this.#changes.make({
			run: put(archived),
			back: put(!archived),
			said: archived ? say.archived({ name }) : say.unarchived({ name })
		});
	}

	remove({ id, name }: Team): Promise<boolean> {
		return this.#changes.make({
			run: () => this.#workspace.records.send('teams.remove', { id }),
			said: this.#words().removed({ name })
		});
	}
}
