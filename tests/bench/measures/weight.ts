import { firstLoads, weightOf } from '../../support/first-load.ts';

/** What a device fetches before a screen stands, gzip kB of JavaScript, beside the goals. */
export function weighFirstLoads(): { measure: string; rapi: number; goal: string }[] {
	return [
		{
			measure: 'first load of home, gzip kB of JavaScript',
			rapi: weightOf(firstLoads.home),
			goal: '≤ 90 kB'
		},
		{ measure: '… of a page with its editor', rapi: weightOf(firstLoads.writing), goal: '≤ 230 kB' }
	];
}
