import { Node } from '@tiptap/core';
import { evidenceKinds, exampleVerdicts } from '#domain/pages/document-schema.ts';

function dataAttribute(name: string, read: (value: string) => unknown) {
	const attribute = `data-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
	return {
		default: null,
		parseHTML: (node: HTMLElement) => {
			const value = node.getAttribute(attribute);
			return value === null ? null : read(value);
		},
		renderHTML: (attributes: Record<string, unknown>) =>
			attributes[name] === null ? {} : { [attribute]: attributes[name] }
	};
}

function whole(max: number): (value: string) => number | null {
	return (value) => {
		const number = Number(value);
		return Number.isInteger(number) && number >= 1 && number <= max ? number : null;
	};
}

function oneOf(allowed: readonly string[]): (value: string) => string | null {
	return (value) => (allowed.includes(value) ? value : null);
}

const line = (value: string): string => value.slice(0, 80);

export const SopGoal = Node.create({
	name: 'sopGoal',
	group: 'sop',
	content: 'block*',
	defining: true,
	parseHTML: () => [{ tag: 'section[data-sop="goal"]' }],
	renderHTML: ({ HTMLAttributes }) => ['section', { ...HTMLAttributes, 'data-sop': 'goal' }, 0]
});

export const SopStep = Node.create({
	name: 'sopStep',
	group: 'sop',
	content: 'block*',
	defining: true,
	draggable: true,
	addAttributes: () => ({
		role: dataAttribute('role', line),
		minutes: dataAttribute('minutes', whole(10_080)),
		evidence: dataAttribute('evidence', oneOf(evidenceKinds)),
		approval: dataAttribute('approval', line),
		escalateAfter: dataAttribute('escalateAfter', whole(43_200))
	}),
	parseHTML: () => [{ tag: 'section[data-sop="step"]' }],
	renderHTML: ({ HTMLAttributes }) => ['section', { ...HTMLAttributes, 'data-sop': 'step' }, 0]
});

export const SopStandard = Node.create({
	name: 'sopStandard',
	group: 'sop',
	content: '(block | sopExample)*',
	defining: true,
	parseHTML: () => [{ tag: 'section[data-sop="standard"]' }],
	renderHTML: ({ HTMLAttributes }) => ['section', { ...HTMLAttributes, 'data-sop': 'standard' }, 0]
});

export const SopExample = Node.create({
	name: 'sopExample',
	content: 'block*',
	defining: true,
	addAttributes: () => ({ verdict: dataAttribute('verdict', oneOf(exampleVerdicts)) }),
	parseHTML: () => [{ tag: 'section[data-sop="example"]' }],
	renderHTML: ({ HTMLAttributes }) => ['section', { ...HTMLAttributes, 'data-sop': 'example' }, 0]
});
