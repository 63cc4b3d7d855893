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
	const { seq, at, actor, name } = happening;
	const say = around.language.words.activity;
	return {
		...{ seq, at, actorId: actor },
		who: around.records.get('members', actor)?.name ?? say.somebody,
		text: say.did[name as keyof typeof say.did] ?? say.other,
		changes: changedValues(happening, around)
	};
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
