import { deepestNesting } from '../document-schema.ts';
import type { Attributes, DocumentChild, DocumentNode, TextRun } from '../document-tree.ts';
import { isText } from '../document-tree.ts';

type Marks = TextRun['marks'];

interface Frame {
	node: DocumentNode;
	/** Opened because something had to hold the text; closes by itself and leaves nothing when empty. */
	implied: boolean;
	/** Marks that were open outside, to go back to. */
	marks: Marks;
}

const lines = new Set(['paragraph', 'heading']);
const lists: Readonly<Record<string, string>> = {
	bulletList: 'listItem',
	orderedList: 'listItem',
	taskList: 'taskItem',
	table: 'tableRow',
	tableRow: 'tableCell'
};
const parentsOf: Readonly<Record<string, readonly string[]>> = {
	listItem: ['bulletList', 'orderedList'],
	taskItem: ['taskList'],
	tableRow: ['table'],
	tableCell: ['tableRow'],
	tableHeader: ['tableRow'],
	sopExample: ['sopStandard']
};

/**
 * Builds a page's nodes from openings, closings and text in whatever order they come, and keeps the
 * schema's rules on the way: text stands in a line, an item in a list, a cell in a row.
 */
export class TreeBuilder {
	readonly #frames: Frame[] = [
		{ node: { name: 'body', attributes: {}, children: [] }, implied: false, marks: {} }
	];
	#marks: Marks = {};
	/** How often something was nested deeper than a page allows and was joined to what is above it. */
	flattened = 0;

	get depth(): number {
		return this.#frames.length;
	}

	get #top(): Frame {
		const top = this.#frames.at(-1);
		if (!top) throw new Error('the root frame is never closed');
		return top;
	}

	/** Whether a block of this name is open. */
	isOpen(name: string): boolean {
		return this.#frames.some(({ node }) => node.name === name);
	}

	/** Opens a block and answers the depth to close it with. */
	open(name: string, attributes: Attributes = {}): number {
		if (this.#tooDeep(name)) {
			this.flattened += 1;
			return this.depth;
		}
		this.#makeRoomFor(name);
		const depth = this.depth;
		this.#push(name, attributes);
		return depth;
	}

	/** Closes everything that was opened since the depth was `depth`. */
	closeTo(depth: number): void {
		while (this.depth > Math.max(depth, 1)) this.#pop();
	}

	/** Closes the innermost open block of one of these names, if it was opened above `floor`. */
	close(names: readonly string[], floor: number): boolean {
		const index = this.#frames.findLastIndex(({ node }) => names.includes(node.name));
		if (index < Math.max(floor, 1)) return false;
		this.closeTo(index);
		return true;
	}

	/** A block without content: a rule or an image. */
	leaf(name: string, attributes: Attributes = {}): void {
		this.#makeRoomFor(name);
		this.#top.node.children.push({ name, attributes, children: [] });
	}

	lineBreak(): void {
		if (this.#top.node.name === 'codeBlock') return this.text('\n');
		this.#openLine();
		this.#top.node.children.push({ name: 'hardBreak', attributes: {}, children: [] });
	}

	/** Adds text under the open marks; a line is opened for it when none is. */
	text(text: string): void {
		const inCode = this.#top.node.name === 'codeBlock';
		if (text === '' || (!inCode && !this.inLine && text.trim() === '')) return;
		if (!inCode) this.#openLine();
		appendText(this.#top.node.children, text, inCode ? {} : this.#currentMarks());
	}

	mark(name: string, attributes: Attributes = {}): void {
		this.#marks = { ...this.#marks, [name]: attributes };
	}

	unmark(name: string): void {
		this.#marks = Object.fromEntries(Object.entries(this.#marks).filter(([mark]) => mark !== name));
	}

	get marks(): Marks {
		return this.#marks;
	}

	set marks(marks: Marks) {
		this.#marks = marks;
	}

	/** Whether the text so far ends in white space or at the start of a line. */
	get endsInSpace(): boolean {
		const last = this.inLine ? this.#top.node.children.at(-1) : undefined;
		return !last || !isText(last) || /\s$/.test(last.text);
	}

	finish(): DocumentNode[] {
		this.closeTo(1);
		const { children } = this.#top.node;
		return children.filter((child): child is DocumentNode => !isText(child));
	}

	/** Whether a line of text is open. */
	get inLine(): boolean {
		return lines.has(this.#top.node.name);
	}

	/** Code stands alone: the editor allows no other mark beside it. */
	#currentMarks(): Marks {
		return this.#marks['code'] ? { code: this.#marks['code'] } : this.#marks;
	}

	#openLine(): void {
		if (this.inLine) return;
		this.#makeRoomFor('paragraph');
		this.#push('paragraph', {}, true);
	}

	#makeRoomFor(name: string): void {
		while (lines.has(this.#top.node.name) || this.#top.node.name === 'codeBlock') this.#pop();
		const parents = parentsOf[name];
		const top = this.#top.node.name;
		if (parents) this.#enterParent(parents, top);
		else if (lists[top]) this.#enterItem(lists[top]);
	}

	/** An item outside a list opens the list; a cell that misses its row opens the row. */
	#enterParent(parents: readonly string[], top: string): void {
		if (parents.includes(top)) return;
		const openAt = this.#frames.findLastIndex(({ node }) => parents.includes(node.name));
		if (openAt > 0) return this.closeTo(openAt + 1);
		const [parent = 'bulletList'] = parents;
		this.#makeRoomFor(parent);
		this.#push(parent, {}, true);
	}

	#enterItem(item: string): void {
		this.#push(item, {}, true);
		const below = lists[item];
		if (below) this.#enterItem(below);
	}

	/** Leaves room for what a container needs inside it: a list needs an item, and that a line. */
	#tooDeep(name: string): boolean {
		if (lines.has(name) || name === 'codeBlock') return false;
		return this.depth + (parentsOf[name] ? 3 : 5) > deepestNesting;
	}

	#push(name: string, attributes: Attributes, implied = false): void {
		this.#frames.push({ node: { name, attributes, children: [] }, implied, marks: this.#marks });
	}

	#pop(): void {
		const frame = this.#frames.pop();
		if (!frame) return;
		const { node, implied } = frame;
		if (!implied || !lines.has(node.name)) this.#marks = frame.marks;
		if (implied && lines.has(node.name)) trimEnd(node.children);
		if (implied && node.children.length === 0) return;
		if (!lines.has(node.name) && node.name !== 'codeBlock') fillEmpty(node);
		this.#top.node.children.push(node);
	}
}

/** A cell, an item or a quote holds at least one line to write in. */
function fillEmpty(node: DocumentNode): void {
	if (node.children.length === 0 && !lists[node.name]) {
		node.children.push({ name: 'paragraph', attributes: {}, children: [] });
	}
}

/** Adds text, joining it to a run before it that has the same marks. */
function appendText(children: DocumentChild[], text: string, marks: Marks): void {
	const last = children.at(-1);
	if (last && isText(last) && sameMarks(last.marks, marks)) last.text += text;
	else children.push({ text, marks });
}

function sameMarks(a: Marks, b: Marks): boolean {
	const names = Object.keys(a);
	return (
		names.length === Object.keys(b).length &&
		names.every((name) => b[name] && JSON.stringify(a[name]) === JSON.stringify(b[name]))
	);
}

function trimEnd(children: DocumentChild[]): void {
	const last = children.at(-1);
	if (!last || !isText(last)) return;
	last.text = last.text.trimEnd();
	if (last.text === '') children.pop();
}
