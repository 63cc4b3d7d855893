import type { Words } from '../../i18n/en.ts';
import type { Happening } from './activity-api.ts';

/** What somebody did with a task, in one sentence without their name. */
export interface ActivityLine {
	at: number;
	who: string;
	text: string;
}

/** Where the words look up whom and what a line names. */
export interface ActivitySurroundings {
	words: Words;
	nameOf: (memberId: string) => string | undefined;
	columnName: (columnId: string) => string | undefined;
}

/** The lines that say something beside the comments themselves, in the order in which they came. */
export function activityLines(
	happenings: readonly Happening[],
	around: ActivitySurroundings
): ActivityLine[] {
	return happenings
		.filter(({ subject, name }) => subject.noun !== 'comments' && name !== 'tasks.settle')
		.map((happening) => ({
			at: happening.at,
			who: around.nameOf(happening.actor) ?? around.words.taskPanel.comments.somebody,
			text: textOf(happening, around)
		}));
}

function textOf({ name, after }: Happening, { words, columnName }: ActivitySurroundings): string {
	const say = words.taskPanel.activity;
	const { facts } = words.tasks;
	if (name === 'tasks.move') {
		const place = columnName(String(after['columnId'] ?? ''));
		return place === undefined ? say.moved : say.movedTo({ place });
	}
	if (name === 'tasks.set') {
		const named = Object.keys(after).flatMap((key) => facts[key as keyof typeof facts] ?? []);
		return named.length > 0 ? say.changed({ facts: named.join(', ').toLowerCase() }) : say.other;
	}
	return say.did[name as keyof typeof say.did] ?? say.other;
}
