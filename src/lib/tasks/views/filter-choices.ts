import { isOutsider, type Role } from '#domain/access/level.ts';
import type { Board } from '#domain/boards/board.ts';
import { columnKinds } from '#domain/boards/board.ts';
import type { Member } from '#domain/people/member.ts';
import { dueRanges, nobody, type FilterSurroundings, type TaskFilter } from '#domain/tasks/task-filter.ts';
import { priorities, type Task } from '#domain/tasks/task.ts';
import type { Team } from '#domain/teams/team.ts';
import type { Words } from '../../i18n/en.ts';

/** One value that a chip of the filter bar offers. */
export interface FilterChoice {
	value: string;
	label: string;
	person?: { name: string; role: Role; outside: boolean };
}

/** One chip: what it asks for, what can be chosen, what is. */
export interface FilterFacet {
	id: string;
	label: string;
	choices: FilterChoice[];
	chosen: readonly string[];
	/** The filter with other values chosen here. */
	choose: (values: string[]) => TaskFilter;
}

interface Sources {
	tasks: readonly Task[];
	around: FilterSurroundings;
	words: Words;
	meId: string;
	memberOf: (id: string) => Member | undefined;
	teamOf: (id: string) => Team | undefined;
	board: Board | undefined;
}

/** A chip before it is known what is chosen in it. */
interface Offer {
	id: string;
	label: string;
	choices: FilterChoice[];
	chosenIn: (filter: TaskFilter) => readonly string[];
	choose: (filter: TaskFilter, values: string[]) => TaskFilter;
}

/** The chips of the bar: what can be chosen in each, and what a filter has chosen. */
export function facetsOf(offers: readonly Offer[], filter: TaskFilter): FilterFacet[] {
	const facets = offers.map(({ id, label, choices, chosenIn, choose }) => {
		const chosen = chosenIn(filter);
		return {
			...{ id, label, chosen, choices: withChosen(choices, chosen) },
			choose: (values: string[]) => choose(filter, values)
		};
	});
	return facets.filter(({ id, choices, chosen }) => choices.length > fewest(id) || chosen.length > 0);
}

/** One team is worth asking for, since other tasks have none. */
function fewest(facetId: string): number {
	return facetId === 'teams' ? 0 : 1;
}

/** What can be chosen: facts of the tasks that there are, and the board's own fields. The same for every filter. */
export function offersOf(sources: Sources): Offer[] {
	const { tasks, words } = sources;
	const say = words.taskViews.filter;
	const plain = (values: Iterable<string>, empty: string) =>
		[...new Set(values)]
			.sort((a, b) => Number(a === '') - Number(b === '') || a.localeCompare(b))
			.map((value) => ({ value, label: value === '' ? empty : value }));
	const offer = (
		id: 'who' | 'teams' | 'due' | 'kinds' | 'labels' | 'priorities' | 'channels',
		choices: FilterChoice[]
	): Offer => ({
		...{ id, label: say[id], choices },
		chosenIn: (filter) => filter[id],
		choose: (filter, values) => ({ ...filter, [id]: values })
	});
	const due = dueRanges.map((value) => ({ value, label: words.tasks.due[value] }));
	const kinds = columnKinds.map((value) => ({ value, label: words.tasks.status[value] }));
	const urgencies = priorities.map((value) => ({ value, label: words.tasks.priority[value] }));
	const labels = tasks.flatMap((task) => task.labels);
	const channels = tasks.map(({ channel }) => channel ?? '');
	return [
		offer('who', peopleOf(sources)),
		offer('teams', teamsOf(sources)),
		offer('due', due),
		offer('kinds', kinds),
		offer('labels', plain(labels, '')),
		offer('priorities', urgencies),
		offer('channels', plain(channels, say.noValue)),
		...fieldOffers(sources)
	];
}

/** What an old link asks for stays to be seen and taken away. */
function withChosen(choices: FilterChoice[], chosen: readonly string[]): FilterChoice[] {
	const known = new Set(choices.map(({ value }) => value));
	return [
		...choices,
		...chosen.filter((value) => !known.has(value)).map((value) => ({ value, label: value }))
	];
}

function peopleOf({ tasks, around, words, meId, memberOf }: Sources): FilterChoice[] {
	const say = words.taskViews.filter;
	const ids = new Set([meId, ...tasks.flatMap((task) => around.peopleOf(task))]);
	const people = [...ids].flatMap((id) => memberOf(id) ?? []);
	people.sort((a, b) => Number(b.id === meId) - Number(a.id === meId) || a.name.localeCompare(b.name));
	return [
		...people.map(({ id, name, role }) => ({
			value: id,
			label: id === meId ? say.me({ name }) : name,
			person: { name, role, outside: isOutsider(role) }
		})),
		{ value: nobody, label: say.nobody }
	];
}

function teamsOf({ tasks, teamOf }: Sources): FilterChoice[] {
	const ids = new Set(tasks.flatMap(({ teamIds }) => teamIds));
	return [...ids]
		.flatMap((id) => teamOf(id) ?? [])
		.map(({ id, name }) => ({ value: id, label: name }))
		.sort((a, b) => a.label.localeCompare(b.label));
}

function fieldOffers({ board, tasks, words, memberOf }: Sources): Offer[] {
	return (board?.fields ?? []).map((field) => {
		const used = [...new Set(tasks.map(({ fields }) => String(fields[field.id] ?? '')))].sort();
		const label = (value: string) => {
			if (value === '') return words.taskViews.filter.noValue;
			if (field.kind === 'choice') return field.choices.find(({ id }) => id === value)?.name ?? value;
			if (field.kind === 'person') return memberOf(value)?.name ?? value;
			if (field.kind === 'checkbox') return value === 'true' ? words.taskViews.yes : words.taskViews.no;
			return value;
		};
		return {
			id: `field-${field.id}`,
			label: field.name,
			choices: used.map((value) => ({ value, label: label(value) })),
			chosenIn: (filter) => filter.fields[field.id] ?? [],
			choose: (filter, values) => ({ ...filter, fields: { ...filter.fields, [field.id]: values } })
		};
	});
}
