import * as Y from 'yjs';
import { documentRoot } from '#domain/pages/document-schema.ts';
import { isText, type DocumentChild, type DocumentNode, type TextRun } from '#domain/pages/document-tree.ts';

/** Most plain data that goes into one update: at three bytes a character it stays below what is admitted. */
const mostPerUpdate = 60_000;

/** What the schema's rules let through: never a nested Yjs type. */
type AttributeValue = string | number | boolean | object;
type Element = Y.XmlElement<Record<string, AttributeValue>>;
type Part = DocumentNode | TextRun[];

/**
 * A whole document as Yjs updates of one new client id, each small enough to be admitted. They are to
 * be applied in order; every one of them leaves a document that conforms to the schema.
 */
export function encodeDocument(nodes: readonly DocumentNode[]): Uint8Array[] {
	const doc = new Y.Doc();
	const updates: Uint8Array[] = [];
	doc.on('update', (update: Uint8Array) => updates.push(update));
	fill(doc, doc.getXmlFragment(documentRoot), nodes);
	doc.destroy();
	return updates.length > 0 ? updates : [Y.encodeStateAsUpdate(doc)];
}

/** Adds children in as few transactions as the limit allows; what is too large alone is built up inside. */
function fill(doc: Y.Doc, parent: Y.XmlFragment, children: readonly DocumentChild[]): void {
	let waiting: Part[] = [];
	let weight = 0;
	const flush = () => {
		const parts = waiting;
		if (parts.length > 0) doc.transact(() => parent.push(parts.map(makePart)));
		waiting = [];
		weight = 0;
	};
	for (const part of partsOf(children)) {
		const added = weigh(part);
		if (weight + added > mostPerUpdate) flush();
		if (added > mostPerUpdate) fillLarge(doc, parent, part);
		else {
			waiting.push(part);
			weight += added;
		}
	}
	flush();
}

function fillLarge(doc: Y.Doc, parent: Y.XmlFragment, part: Part): void {
	if (!Array.isArray(part)) {
		const element = makeElement({ ...part, children: [] });
		doc.transact(() => parent.push([element as Y.XmlElement]));
		return fill(doc, element, part.children);
	}
	const text = new Y.XmlText();
	doc.transact(() => parent.push([text]));
	for (const { text: words, marks } of part) {
		for (const slice of slicesOf(words)) doc.transact(() => text.insert(text.length, slice, { ...marks }));
	}
}

/** Neighbouring runs of text stand in one Y.XmlText, as the editor's binding has them. */
function partsOf(children: readonly DocumentChild[]): Part[] {
	const parts: Part[] = [];
	for (const child of children) {
		const last = parts.at(-1);
		if (!isText(child)) parts.push(child);
		else if (Array.isArray(last)) last.push(child);
		else parts.push([child]);
	}
	return parts;
}

function weigh(part: Part): number {
	return JSON.stringify(part).length;
}

function makePart(part: Part): Y.XmlElement | Y.XmlText {
	if (!Array.isArray(part)) return makeElement(part) as Y.XmlElement;
	const text = new Y.XmlText();
	let length = 0;
	for (const run of part) {
		text.insert(length, run.text, { ...run.marks });
		length += run.text.length;
	}
	return text;
}

function makeElement({ name, attributes, children }: DocumentNode): Element {
	const element: Element = new Y.XmlElement(name);
	for (const [key, value] of Object.entries(attributes)) {
		if (value !== null && value !== undefined) element.setAttribute(key, value);
	}
	element.insert(0, partsOf(children).map(makePart));
	return element;
}

/** Pieces of a long text that never cut a character in two. */
function slicesOf(text: string): string[] {
	const slices: string[] = [];
	for (let start = 0; start < text.length;) {
		let end = Math.min(start + mostPerUpdate, text.length);
		const last = text.charCodeAt(end - 1);
		if (end < text.length && last >= 0xd800 && last <= 0xdbff) end -= 1;
		slices.push(text.slice(start, end));
		start = end;
	}
	return slices;
}
