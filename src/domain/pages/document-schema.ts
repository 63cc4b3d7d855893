/**
 * What a page's Y.Doc may hold: the allow-list that the server checks every touched node against,
 * and that the editor's own schema is tested to equal. Raise `pageSchemaVersion` with every change.
 */

/** Name of the Y.XmlFragment that holds a page's text. */
export const documentRoot = 'body';

/** Deepest nesting of nodes in a page. */
export const deepestNesting = 32;

/** Whether a value may stand in an attribute. Absent and null are always allowed. */
export type AttributeRule = (value: unknown) => boolean;
export type AttributeRules = Readonly<Record<string, AttributeRule>>;

export const evidenceKinds = ['none', 'photo', 'number', 'text', 'file'] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];
export const exampleVerdicts = ['good', 'bad'] as const;

function oneOf(allowed: readonly unknown[]): AttributeRule {
	return (value) => allowed.includes(value);
}

function whole(min: number, max: number): AttributeRule {
	return (value) => typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max;
}

function text(max: number): AttributeRule {
	return (value) => typeof value === 'string' && value.length <= max;
}

function matches(pattern: RegExp): AttributeRule {
	return (value) => typeof value === 'string' && pattern.test(value);
}

function listOf(max: number, rule: AttributeRule): AttributeRule {
	return (value) => Array.isArray(value) && value.length <= max && value.every(rule);
}

const yesOrNo = oneOf([true, false]);
const blockId = matches(/^[0-9A-Za-z_-]{1,64}$/);

/** Where an image of a page lies: an address of this Rapi, never of another host. */
export const imageSource = /^\/images\/[0-9a-f]{32}$/;

/** Links may lead to the web, to a mail program, to a phone, and to places inside Rapi. */
export function isSafeHref(value: unknown): boolean {
	if (typeof value !== 'string' || value.length > 2048) return false;
	if (/^[/#](?![/\\])/.test(value)) return true;
	return /^(https?:\/\/|mailto:|tel:)[^\s]+$/i.test(value);
}

const block: AttributeRules = { id: blockId };
const cell: AttributeRules = {
	...block,
	colspan: whole(1, 50),
	rowspan: whole(1, 500),
	colwidth: listOf(50, whole(10, 4000)),
	align: oneOf(['left', 'center', 'right'])
};

export const nodeRules = {
	paragraph: block,
	heading: { ...block, level: whole(1, 3) },
	bulletList: block,
	orderedList: { ...block, start: whole(0, 1_000_000), type: oneOf(['1', 'a', 'A', 'i', 'I']) },
	listItem: block,
	taskList: block,
	taskItem: { ...block, checked: yesOrNo },
	blockquote: block,
	codeBlock: { ...block, language: matches(/^[\w+#.-]{1,40}$/) },
	horizontalRule: block,
	hardBreak: {},
	image: {
		...block,
		src: matches(imageSource),
		alt: text(500),
		title: text(500),
		width: whole(1, 20_000),
		height: whole(1, 20_000)
	},
	table: block,
	tableRow: block,
	tableHeader: cell,
	tableCell: cell,
	/** One sentence: what is reached when this SOP went well. */
	sopGoal: block,
	/** One step. Its first block is the title, the others the detail. */
	sopStep: {
		...block,
		/** Team or role that does it. */
		role: text(80),
		minutes: whole(1, 10_080),
		evidence: oneOf(evidenceKinds),
		/** Role or person that has to approve; absent: nobody. */
		approval: text(80),
		/** Minutes without an answer after which it goes one higher. */
		escalateAfter: whole(1, 43_200)
	},
	/** How a good result is recognised: a checklist and examples. */
	sopStandard: block,
	sopExample: { ...block, verdict: oneOf(exampleVerdicts) }
} as const satisfies Record<string, AttributeRules>;
export type NodeName = keyof typeof nodeRules;

export const markRules = {
	bold: {},
	italic: {},
	strike: {},
	underline: {},
	code: {},
	highlight: {},
	link: { href: isSafeHref, title: text(500) }
} as const satisfies Record<string, AttributeRules>;
export type MarkName = keyof typeof markRules;

/** What is wrong with a node's name or attributes; undefined when it conforms. */
export function findNodeFault(
	name: string,
	attributes: Readonly<Record<string, unknown>>
): string | undefined {
	if (!Object.hasOwn(nodeRules, name)) return `unknown node ${name.slice(0, 40)}`;
	return findAttributeFault(nodeRules[name as NodeName], attributes);
}

/** What is wrong with a mark on text; `name` may carry Yjs' suffix for overlapping marks (`link--…`). */
export function findMarkFault(name: string, value: unknown): string | undefined {
	const plain = name.replace(/--[0-9A-Za-z+/=]{8}$/, '');
	if (!Object.hasOwn(markRules, plain)) return `unknown mark ${plain.slice(0, 40)}`;
	if (value === null || value === true) return undefined;
	if (typeof value !== 'object' || Array.isArray(value)) return `mark ${plain} has no attributes`;
	return findAttributeFault(markRules[plain as MarkName], value as Record<string, unknown>);
}

function findAttributeFault(
	rules: AttributeRules,
	attributes: Readonly<Record<string, unknown>>
): string | undefined {
	for (const [name, value] of Object.entries(attributes)) {
		const rule = Object.hasOwn(rules, name) ? rules[name] : undefined;
		if (!rule) return `unknown attribute ${name.slice(0, 40)}`;
		if (value !== null && value !== undefined && !rule(value)) return `attribute ${name.slice(0, 40)}`;
	}
	return undefined;
}
