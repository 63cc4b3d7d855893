import type { Happening } from './activity-api.ts';
import { changedValues, type ActivitySurroundings, type ChangedValue } from './changed-values.ts';

/** What somebody did, in one sentence without their name, and which values changed. */
export interface ActivityLine {
	seq: number;
	at: number;
	/** The member; their name where this person may know it. */
	actorId: string;
	who: string;
	text: string;
	changes: ChangedValue[];
}

/** One happening in words. */
export function activityLine(happening: Happening, around: ActivitySurroundings): ActivityLine {
	const { seq, at, actor } = happening;
	const say = around.language.words.activity;
	return {
		...{ seq, at, actorId: actor },
		who: around.records.get('members', actor)?.name ?? say.somebody,
		text: deedOf(happening, around),
		changes: changedValues(happening, around)
	};
}

/** People write documents and SOPs, and call each by its name. */
function deedOf(
	{ name, subject, before, after }: Happening,
	{ language, records }: ActivitySurroundings
): string {
	const { did, didSop, other } = language.words.activity;
	const kind = records.get('pages', subject.id)?.kind ?? after['kind'] ?? before['kind'];
	const ofSop = kind === 'sop' ? didSop[name as keyof typeof didSop] : undefined;
	return ofSop ?? did[name as keyof typeof did] ?? other;
}

/** Of one task: the lines that say something beside the comments themselves. */
export function taskActivityLines(
	happenings: readonly Happening[],
	around: ActivitySurroundings
): ActivityLine[] {
	return happenings
		.filter(({ subject, name }) => subject.noun !== 'comments' && name !== 'tasks.settle')
		.map((happening) => activityLine(happening, around));
}
