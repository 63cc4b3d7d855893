import { Extension } from '@tiptap/core';
import type { Node, NodeType } from '@tiptap/pm/model';
import { Plugin, PluginKey, type Transaction } from '@tiptap/pm/state';
import { cameFromOutside } from './block-ids.ts';
import { partOfPaste } from './paste/large-paste.ts';

/** Blocks that a person must be able to type into: left empty by their own change, they get a line. */
const filled = new Set([
	'tableCell',
	'tableHeader',
	'listItem',
	'taskItem',
	'sopGoal',
	'sopStep',
	'sopExample'
]);
/** Blocks that are nothing without what they hold: left empty by a person's own change, they go. */
const dropped = new Set(['bulletList', 'orderedList', 'taskList', 'blockquote', 'table', 'tableRow']);

/**
 * Content expressions allow empty blocks, so that no merge is ever invalid. This keeps a person's own
 * changes tidy all the same, and stops a change that would leave something the schema cannot build:
 * the binding would delete it on the next load.
 */
export const ValidChanges = Extension.create({
	name: 'validChanges',
	addProseMirrorPlugins: () => [
		new Plugin({
			key: new PluginKey('validChanges'),
			filterTransaction: (change, before) =>
				!change.docChanged || cameFromOutside(change) || isBuildable(change.doc, before.doc),
			appendTransaction: (changes, before, after) =>
				changes.some((each) => each.docChanged) && !changes.some(isOthersOrUnfinished)
					? tidied(after.tr, before.doc)
					: null
		})
	]
});

function isOthersOrUnfinished(change: Transaction): boolean {
	return cameFromOutside(change) || change.getMeta(partOfPaste) === true;
}

/** Looks only at the top blocks that the change has touched. */
function isBuildable(after: Node, before: Node): boolean {
	const known = new Set(before.children);
	return after.children.every((block) => known.has(block) || isValid(block));
}

function isValid(node: Node): boolean {
	return hasValidContent(node.type, node) && node.children.every((child) => child.isText || isValid(child));
}

function hasValidContent(type: NodeType, node: Node): boolean {
	return type.validContent(node.content);
}

function tidied(change: Transaction, before: Node): Transaction | null {
	const known = new Set(before.children);
	const empty: { node: Node; position: number }[] = [];
	change.doc.forEach((block, position) => {
		if (known.has(block)) return;
		collectEmpty(block, position, empty);
	});
	for (const { node, position } of empty.reverse()) tidy(change, node, position);
	return change.docChanged ? change : null;
}

function collectEmpty(block: Node, position: number, empty: { node: Node; position: number }[]): void {
	if (block.childCount === 0 && (filled.has(block.type.name) || dropped.has(block.type.name))) {
		empty.push({ node: block, position });
	}
	block.forEach((child, offset) => {
		if (!child.isInline) collectEmpty(child, position + 1 + offset, empty);
	});
}

function tidy(change: Transaction, node: Node, position: number): void {
	if (filled.has(node.type.name)) {
		const line = node.type.schema.nodes['paragraph']?.create();
		if (line) change.insert(position + 1, line);
	} else change.delete(position, position + node.nodeSize);
}
