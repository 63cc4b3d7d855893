import { Fragment, type Node } from '@tiptap/pm/model';
import type { Transaction } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';

/** One change becomes one update, which the server takes up to 256 kB; characters may be 3 bytes. */
const mostPerChange = 40_000;

/** A block's size in an update, roughly: its text and about forty bytes for each block and id. */
function weightOf(node: Node): number {
	if (node.isText) return node.text?.length ?? 0;
	return node.children.reduce((weight, child) => weight + weightOf(child), 40);
}

export function isLarge(blocks: readonly Node[]): boolean {
	return blocks.reduce((sum, block) => sum + weightOf(block), 0) > mostPerChange;
}

/**
 * Puts whole blocks after the block at `position`, in as many changes as the server's limit asks for.
 * A block that is too large itself is put down empty and then filled, so that it stays one block.
 */
export function insertInParts(view: EditorView, position: number, blocks: readonly Node[]): void {
	let at = position;
	for (const part of parts(blocks)) {
		const [only] = part;
		if (part.length === 1 && only && weightOf(only) > mostPerChange) at = insertLarge(view, at, only);
		else {
			view.dispatch(asPart(view.state.tr.insert(at, Fragment.from(part))));
			at += part.reduce((sum, block) => sum + block.nodeSize, 0);
		}
	}
}

function insertLarge(view: EditorView, at: number, block: Node): number {
	if (block.isText) return insertText(view, at, block);
	view.dispatch(asPart(view.state.tr.insert(at, block.copy(Fragment.empty))));
	insertInParts(view, at + 1, block.children);
	return at + block.nodeSize;
}

function insertText(view: EditorView, at: number, node: Node): number {
	for (let from = 0; from < node.nodeSize; from += mostPerChange) {
		const piece = node.cut(from, Math.min(from + mostPerChange, node.nodeSize));
		view.dispatch(asPart(view.state.tr.insert(at + from, piece)));
	}
	return at + node.nodeSize;
}

/** Says to the tidying of empty blocks that the rest is on its way. */
export const partOfPaste = 'partOfPaste';

function asPart(change: Transaction): Transaction {
	return change.setMeta(partOfPaste, true);
}

function parts(blocks: readonly Node[]): Node[][] {
	const all: Node[][] = [];
	let room = 0;
	for (const block of blocks) {
		const weight = weightOf(block);
		if (all.length === 0 || weight > room) {
			all.push([]);
			room = mostPerChange;
		}
		all.at(-1)?.push(block);
		room -= weight;
	}
	return all;
}
