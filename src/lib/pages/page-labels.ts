import type { Words } from '$lib/i18n/en.ts';

/**
 * The words that an SOP's parts carry although nobody wrote them, as custom properties: they change
 * with the reader's language and are never part of the shared text.
 */
export function pageLabels(words: Words['editor']): string {
	const labels = {
		goal: words.goal,
		steps: words.steps,
		standard: words.standard,
		good: words.goodExample,
		bad: words.badExample
	};
	return Object.entries(labels)
		.map(([name, label]) => `--label-${name}: ${JSON.stringify(label)}`)
		.join('; ');
}
