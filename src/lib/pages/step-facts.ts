import type { Words } from '$lib/i18n/en.ts';

/** What a step says about itself, in the order in which it is read. */
export interface StepFact {
	kind: 'role' | 'minutes' | 'photo' | 'number' | 'text' | 'file' | 'approval' | 'escalate';
	text: string;
}

export function stepFacts(
	attributes: Readonly<Record<string, unknown>>,
	words: Words['editor']['fact']
): StepFact[] {
	const { role, minutes, evidence, approval, escalateAfter } = attributes;
	const facts: StepFact[] = [];
	if (typeof role === 'string' && role) facts.push({ kind: 'role', text: role });
	if (typeof minutes === 'number') facts.push({ kind: 'minutes', text: words.minutes({ minutes }) });
	if (evidence === 'photo' || evidence === 'number' || evidence === 'text' || evidence === 'file') {
		facts.push({ kind: evidence, text: words.evidence[evidence] });
	}
	if (typeof approval === 'string' && approval)
		facts.push({ kind: 'approval', text: words.approval({ who: approval }) });
	if (typeof escalateAfter === 'number')
		facts.push({ kind: 'escalate', text: words.escalate({ minutes: escalateAfter }) });
	return facts;
}
