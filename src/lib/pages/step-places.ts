/** Where a step stands: its number in the page, and whether it begins or ends a run of steps. */
export interface StepPlace {
	number: number;
	begins: boolean;
	ends: boolean;
}

/**
 * The place of each block of a page, undefined for what is no step. Counted here and not by CSS:
 * browsers keep old numbers behind a deleted step, and a colleague's caret between two steps would
 * begin a new run.
 */
export function stepPlaces(names: readonly string[]): (StepPlace | undefined)[] {
	let number = 0;
	return names.map((name, index) => {
		if (name !== 'sopStep') return undefined;
		number += 1;
		return { number, begins: names[index - 1] !== name, ends: names[index + 1] !== name };
	});
}

/** What page-text.css reads a place from: the number as a variable, the run as words. */
export function stepMarks({ number, begins, ends }: StepPlace): { style: string; 'data-run': string } {
	const run = [...(begins ? ['begins'] : []), ...(ends ? ['ends'] : [])].join(' ');
	return { style: `--step: "${number}"`, 'data-run': run };
}
