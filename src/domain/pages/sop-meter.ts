/** The parts of an SOP that its length is judged by, in characters and minutes. */
export interface SopMeasure {
	goal: string;
	steps: readonly { title: string; detail: string; minutes: number | null }[];
}

/** What makes an SOP hard to follow while working; `step` counts from 1. */
export type SopFinding =
	| { kind: 'tooManySteps'; steps: number }
	| { kind: 'longGoal' }
	| { kind: 'longTitle'; step: number }
	| { kind: 'longStep'; step: number };

/** Longest that people still follow at work: UX.md, "SOP page". */
export const sopLimits = { steps: 8, goal: 160, title: 60, detail: 240 } as const;

/** Empty when the SOP is short enough. */
export function findSopFindings({ goal, steps }: SopMeasure): SopFinding[] {
	const findings: SopFinding[] = [];
	if (steps.length > sopLimits.steps) findings.push({ kind: 'tooManySteps', steps: steps.length });
	if (goal.length > sopLimits.goal) findings.push({ kind: 'longGoal' });
	steps.forEach(({ title, detail }, index) => {
		if (title.length > sopLimits.title) findings.push({ kind: 'longTitle', step: index + 1 });
		if (detail.length > sopLimits.detail) findings.push({ kind: 'longStep', step: index + 1 });
	});
	return findings;
}

/** Minutes of all steps together; null while no step says its own. */
export function sopMinutes({ steps }: SopMeasure): number | null {
	const known = steps.flatMap(({ minutes }) => minutes ?? []);
	return known.length > 0 ? known.reduce((sum, minutes) => sum + minutes, 0) : null;
}
