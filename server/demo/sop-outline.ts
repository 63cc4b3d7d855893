import type { BlockSketch } from '#domain/pages/skeleton.ts';
import type { EvidenceKind } from '#domain/pages/document-schema.ts';

/** One step of an SOP as it is written down in the demo. */
export interface StepOutline {
	title: string;
	detail: string;
	role: string;
	minutes: number;
	evidence?: EvidenceKind;
	approval?: string;
	escalateAfter?: number;
}

export interface SopOutline {
	title: string;
	goal: string;
	steps: readonly StepOutline[];
	/** What a good result looks like, as a checklist. */
	standard: readonly string[];
	good: string;
	bad: string;
}

type Children = BlockSketch['children'];
type Attributes = BlockSketch['attributes'];
export type NewBlockId = () => string;

/** The blocks of an SOP's page: goal, steps, standard of the result with its examples. */
export function sketchSop(sop: SopOutline, newId: NewBlockId): BlockSketch[] {
	const block = (
		name: BlockSketch['name'],
		children: Children,
		attributes: Attributes = {}
	): BlockSketch => ({
		name,
		attributes: { id: newId(), ...attributes },
		children
	});
	const line = (text: string) => block('paragraph', [text]);
	const item = (text: string) => block('taskItem', [line(text)], { checked: false });
	return [
		block('sopGoal', [line(sop.goal)]),
		...sop.steps.map(({ title, detail, ...facts }) =>
			block('sopStep', [line(title), line(detail)], { ...facts })
		),
		block('sopStandard', [
			block('taskList', sop.standard.map(item)),
			block('sopExample', [line(sop.good)], { verdict: 'good' }),
			block('sopExample', [line(sop.bad)], { verdict: 'bad' })
		])
	];
}

/** A plain page: lines beginning with "# " are headings, those with "- " a list. */
export function sketchDoc(lines: readonly string[], newId: NewBlockId): BlockSketch[] {
	const blocks: BlockSketch[] = [];
	let items: BlockSketch[] = [];
	const paragraph = (text: string): BlockSketch => ({
		name: 'paragraph',
		attributes: { id: newId() },
		children: [text]
	});
	const flush = () => {
		if (items.length > 0) blocks.push({ name: 'bulletList', attributes: { id: newId() }, children: items });
		items = [];
	};
	for (const line of lines) {
		if (line.startsWith('- ')) {
			items.push({ name: 'listItem', attributes: { id: newId() }, children: [paragraph(line.slice(2))] });
			continue;
		}
		flush();
		const heading = line.startsWith('# ');
		if (!heading) blocks.push(paragraph(line));
		else blocks.push({ name: 'heading', attributes: { id: newId(), level: 2 }, children: [line.slice(2)] });
	}
	flush();
	return blocks;
}
