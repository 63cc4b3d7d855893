import { combineTransactionSteps, Extension, getChangedRanges } from '@tiptap/core';
import { Fragment, Slice, type Node } from '@tiptap/pm/model';
import { Plugin, PluginKey, type Transaction } from '@tiptap/pm/state';
import { ySyncPluginKey } from '@tiptap/y-tiptap';

/** Whether a change came from the shared document: somebody else's, or an undo. */
export function cameFromOutside(transaction: Transaction): boolean {
	return transaction.getMeta(ySyncPluginKey) !== undefined;
}

/**
 * Gives every block that this person makes an id. What comes from others is left alone, so opening
 * a page writes nothing and two editors never repair the same block.
 */
export const BlockIds = Extension.create({
	name: 'blockIds',
	priority: 10_000,
	addProseMirrorPlugins: () => [blockIdsPlugin(newBlockId)]
});

export function newBlockId(): string {
	const bytes = crypto.getRandomValues(new Uint8Array(9));
	return btoa(String.fromCharCode(...bytes))
		.replaceAll('+', '-')
		.replaceAll('/', '_');
}

export function blockIdsPlugin(newId: () => string): Plugin {
	return new Plugin({
		key: new PluginKey('blockIds'),
		appendTransaction(transactions, before, after) {
			const own = transactions.filter((each) => each.docChanged);
			if (own.length === 0 || own.some(cameFromOutside)) return null;
			const change = combineTransactionSteps(before.doc, [...transactions]);
			const fresh = after.tr;
			const kept = new Set<string>();
			for (const { newRange } of getChangedRanges(change)) {
				after.doc.nodesBetween(
					newRange.from,
					Math.min(newRange.to, after.doc.content.size),
					(node, position) => {
						if (lacksOwnId(node, kept)) fresh.setNodeAttribute(position, 'id', newId());
					}
				);
			}
			if (!fresh.docChanged) return null;
			return fresh.setStoredMarks(after.storedMarks);
		},
		props: {
			transformPasted: (slice, view) => (view.dragging?.move ? slice : withoutIds(slice))
		}
	});
}

/** Splitting a block leaves its id on both halves: the first keeps it. */
function lacksOwnId(node: Node, kept: Set<string>): boolean {
	if (!('id' in node.attrs)) return false;
	const id: unknown = node.attrs['id'];
	if (typeof id !== 'string' || kept.has(id)) return true;
	kept.add(id);
	return false;
}

/** A copy is a new block. */
export function withoutIds(slice: Slice): Slice {
	return new Slice(stripped(slice.content), slice.openStart, slice.openEnd);
}

function stripped(content: Fragment): Fragment {
	const nodes: Node[] = [];
	content.forEach((node) => {
		if (node.isText) return nodes.push(node);
		const attrs = 'id' in node.attrs ? { ...node.attrs, id: null } : node.attrs;
		return nodes.push(node.type.create(attrs, stripped(node.content), node.marks));
	});
	return Fragment.from(nodes);
}
