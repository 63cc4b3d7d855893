import { Fragment, type Node } from '@tiptap/pm/model';
import {
	NodeSelection,
	TextSelection,
	type Command,
	type EditorState,
	type Transaction
} from '@tiptap/pm/state';
import { newBlockId, withoutIds } from './block-ids.ts';
import { Slice } from '@tiptap/pm/model';

/** Where a block lies: its position and its parent. */
export interface BlockPlace {
	position: number;
	node: Node;
	parent: Node;
	index: number;
}

/** Blocks that are moved, copied and deleted as one, wherever they stand. */
const items = new Set(['listItem', 'taskItem', 'sopExample']);

/** The block that commands for a whole block act on: a line of a list, else the block of the page. */
export function blockAt(doc: Node, at: number): BlockPlace | undefined {
	const $at = doc.resolve(Math.min(at, doc.content.size));
	for (let depth = $at.depth; depth > 1; depth--) {
		if (items.has($at.node(depth).type.name)) return place($at.before(depth), doc);
	}
	return $at.depth > 0 ? place($at.before(1), doc) : place(at, doc);
}

/** The block of the page itself that holds a position. */
export function topBlockAt(doc: Node, at: number): BlockPlace | undefined {
	const $at = doc.resolve(Math.min(Math.max(at, 0), doc.content.size));
	return place($at.depth > 0 ? $at.before(1) : at, doc);
}

/**
 * Where a block of the page lies now, wherever others have moved it: by its id, or for want of one by
 * what it says. Undefined once it is gone, or when several could be meant.
 */
export function findBlock(doc: Node, sought: Node): BlockPlace | undefined {
	const id: unknown = sought.attrs['id'];
	const found: number[] = [];
	let itself: number | undefined;
	doc.forEach((block, position) => {
		if (block === sought) itself = position;
		else if (typeof id === 'string' ? block.attrs['id'] === id : block.eq(sought)) found.push(position);
	});
	const position = itself ?? (found.length === 1 ? found[0] : undefined);
	return position === undefined ? undefined : place(position, doc);
}

/** Brings the caret into a block unless it stands there already; a block without text is selected. */
export function caretInto({ position, node }: BlockPlace): Command {
	return (state, dispatch) => {
		const { from, to } = state.selection;
		if (from >= position && to <= position + node.nodeSize) return true;
		const selection = node.isAtom
			? NodeSelection.create(state.doc, position)
			: TextSelection.near(state.doc.resolve(position + 1));
		dispatch?.(state.tr.setSelection(selection));
		return true;
	};
}

function place(position: number, doc: Node): BlockPlace | undefined {
	const node = doc.nodeAt(position);
	if (!node) return undefined;
	const $position = doc.resolve(position);
	return { position, node, parent: $position.parent, index: $position.index() };
}

/** Moves the block with the cursor one place up or down among its siblings; the cursor goes along. */
export function moveBlock(direction: -1 | 1): Command {
	return (state, dispatch) => {
		const block = blockAt(state.doc, state.selection.from);
		return block ? moveBy(state, block, direction, dispatch) : false;
	};
}

export function moveBy(
	state: EditorState,
	block: BlockPlace,
	direction: -1 | 1,
	dispatch?: (change: Transaction) => void
): boolean {
	const { node, parent, index, position } = block;
	const neighbour = parent.maybeChild(index + direction);
	if (!neighbour) return false;
	if (!dispatch) return true;
	const from = direction === -1 ? position - neighbour.nodeSize : position;
	const pair = direction === -1 ? [node, neighbour] : [neighbour, node];
	const target = direction === -1 ? from : from + neighbour.nodeSize;
	const { anchor, head } = state.selection;
	const shift = target - position;
	const change = state.tr.replaceWith(from, from + node.nodeSize + neighbour.nodeSize, Fragment.from(pair));
	if (state.selection instanceof NodeSelection) change.setSelection(NodeSelection.create(change.doc, target));
	else change.setSelection(TextSelection.create(change.doc, anchor + shift, head + shift));
	dispatch(change.scrollIntoView());
	return true;
}

export function duplicateBlock({ position, node }: BlockPlace): Command {
	return (state, dispatch) => {
		const copy = withoutIds(new Slice(Fragment.from(node), 0, 0)).content;
		dispatch?.(state.tr.insert(position + node.nodeSize, copy));
		return true;
	};
}

export function deleteBlock({ position, node }: BlockPlace): Command {
	return (state, dispatch) => {
		dispatch?.(state.tr.delete(position, position + node.nodeSize).scrollIntoView());
		return true;
	};
}

/** Puts an empty line under a block and the cursor into it. */
export function addLineBelow({ position, node }: BlockPlace): Command {
	return (state, dispatch) => {
		const line = state.schema.nodes['paragraph']?.create({ id: newBlockId() });
		if (!line) return false;
		const at = position + node.nodeSize;
		const change = state.tr.insert(at, line);
		dispatch?.(change.setSelection(TextSelection.create(change.doc, at + 1)).scrollIntoView());
		return true;
	};
}

/** Puts an empty step behind the step or steps that the cursor stands in or after. */
export function addStep(after?: number): Command {
	return (state, dispatch) => {
		const { sopStep, paragraph } = state.schema.nodes;
		const block = topBlockAt(state.doc, after ?? state.selection.from);
		if (!sopStep || !paragraph || !block) return false;
		const step = sopStep.create({ id: newBlockId() }, paragraph.create({ id: newBlockId() }));
		const blank = block.node.type === paragraph && block.node.content.size === 0;
		const from = blank ? block.position : block.position + block.node.nodeSize;
		const change = state.tr.replaceWith(from, block.position + block.node.nodeSize, step);
		dispatch?.(change.setSelection(TextSelection.create(change.doc, from + 2)).scrollIntoView());
		return true;
	};
}

/** Enter at the end of a step's title opens its detail; on an empty last line it begins the next step. */
export const enterInStep: Command = (state, dispatch) => {
	const { $from, empty } = state.selection;
	if (!empty || $from.depth !== 2 || $from.node(1).type.name !== 'sopStep') return false;
	const step = $from.node(1);
	const isLast = $from.index(1) === step.childCount - 1;
	if (step.childCount < 2 || !isLast || $from.parent.content.size > 0) return false;
	if (!dispatch) return true;
	const change = state.tr.delete($from.before(2), $from.after(2));
	const between = state.apply(change);
	return addStep($from.before(1) + 1)(between, (added) => {
		for (const made of added.steps) change.step(made);
		dispatch(change.setSelection(TextSelection.create(change.doc, added.selection.from)).scrollIntoView());
	});
};

/** Backspace in an empty step takes the step away instead of merging it into what stands above. */
export const backspaceInStep: Command = (state, dispatch) => {
	const { $from, empty } = state.selection;
	if (!empty || $from.depth !== 2 || $from.node(1).type.name !== 'sopStep' || $from.parentOffset > 0)
		return false;
	const step = $from.node(1);
	if ($from.index(1) > 0 || step.textContent !== '' || step.childCount > 1) return false;
	const position = $from.before(1);
	const change = state.tr.delete(position, position + step.nodeSize);
	dispatch?.(change.setSelection(TextSelection.near(change.doc.resolve(position), -1)).scrollIntoView());
	return true;
};

/** Ticks or clears the checklist line with the cursor. */
export const toggleTick: Command = (state, dispatch) => {
	const { $from } = state.selection;
	for (let depth = $from.depth; depth > 0; depth--) {
		const node = $from.node(depth);
		if (node.type.name !== 'taskItem') continue;
		dispatch?.(state.tr.setNodeAttribute($from.before(depth), 'checked', node.attrs['checked'] !== true));
		return true;
	}
	return false;
};

/** Esc selects the block with the cursor, so that arrows walk blocks and Tab leaves the editor. */
export const selectBlock: Command = (state, dispatch) => {
	if (state.selection instanceof NodeSelection) return false;
	const block = blockAt(state.doc, state.selection.from);
	if (!block || !NodeSelection.isSelectable(block.node)) return false;
	dispatch?.(state.tr.setSelection(NodeSelection.create(state.doc, block.position)));
	return true;
};

/** Arrows with a whole block selected go to the next one. */
export function walkBlocks(direction: -1 | 1): Command {
	return (state, dispatch) => {
		if (!(state.selection instanceof NodeSelection)) return false;
		const { from, to } = state.selection;
		const $edge = state.doc.resolve(direction === 1 ? to : from);
		const next = direction === 1 ? $edge.nodeAfter : $edge.nodeBefore;
		if (!next || !NodeSelection.isSelectable(next)) return false;
		const position = direction === 1 ? to : from - next.nodeSize;
		dispatch?.(state.tr.setSelection(NodeSelection.create(state.doc, position)).scrollIntoView());
		return true;
	};
}

/** Enter with a whole block selected puts the cursor into it. */
export const enterBlock: Command = (state, dispatch) => {
	if (!(state.selection instanceof NodeSelection) || state.selection.node.isLeaf) return false;
	const inside = TextSelection.near(state.doc.resolve(state.selection.from + 1));
	dispatch?.(state.tr.setSelection(inside));
	return true;
};
