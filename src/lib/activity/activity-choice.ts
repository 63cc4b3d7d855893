import { boundsOfDay } from './activity-days.ts';
import type { ActivityQuery } from './activity-api.ts';

export const activityKinds = ['tasks', 'comments', 'blockers', 'boards', 'pages', 'folders'] as const;
export type ActivityKind = (typeof activityKinds)[number];

/** What of all that happened is shown; '' for everything. It stands in the address. */
export interface ActivityChoice {
	person: string;
	kind: ActivityKind | '';
	folder: string;
	/** YYYY-MM-DD. */
	day: string;
}
export const choiceNames = ['person', 'kind', 'folder', 'day'] as const satisfies (keyof ActivityChoice)[];

export function readChoice(query: URLSearchParams): ActivityChoice {
	const kind = activityKinds.find((each) => each === query.get('kind')) ?? '';
	const text = (name: string) => query.get(name) ?? '';
	return { person: text('person'), kind, folder: text('folder'), day: text('day') };
}

/** The question to the server that a choice means. */
export function queryOf({ person, kind, folder, day }: ActivityChoice): ActivityQuery {
	return {
		...(person !== '' && { person }),
		...(kind !== '' && { noun: kind }),
		...(folder !== '' && { folder }),
		...boundsOfDay(day)
	};
}
