import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table';
import { Plugin } from '@tiptap/pm/state';
import { tableEditing } from '@tiptap/pm/tables';

/**
 * The stock plugin repairs uneven tables after every change, also after changes of others. Two
 * editors that both repair the same table add cells to each other's repair for ever, and opening a
 * page would write into it. Here the repair runs only as part of a person's own table command
 * (see table-commands.ts); what stays of the plugin's work is keeping selections inside cells.
 */
function editingWithoutRepair(): Plugin {
	const { spec } = tableEditing();
	const keepSelection = spec.appendTransaction;
	return new Plugin({
		...spec,
		// Comparing the state with itself leaves the repair nothing to look at.
		appendTransaction: (transactions, _before, state) =>
			keepSelection?.call(spec as Plugin, transactions, state, state)
	});
}

const cellAlignment = {
	default: null,
	parseHTML: (node: HTMLElement) => {
		const align = node.getAttribute('data-align') ?? node.style.textAlign;
		return ['left', 'center', 'right'].includes(align) ? align : null;
	},
	renderHTML: (attributes: Record<string, unknown>) =>
		attributes['align'] === null ? {} : { 'data-align': attributes['align'] }
};

/** Spans beyond what a table can have would stall every open editor. */
function spanOf(name: 'colspan' | 'rowspan', max: number) {
	return {
		default: 1,
		parseHTML: (node: HTMLElement) => {
			const span = Number(node.getAttribute(name));
			return Number.isInteger(span) && span >= 1 && span <= max ? span : 1;
		}
	};
}

function cellAttributes() {
	return {
		colspan: spanOf('colspan', 50),
		rowspan: spanOf('rowspan', 500),
		colwidth: { default: null, rendered: false, parseHTML: () => null },
		align: cellAlignment
	};
}

export const tables = [
	Table.extend({
		content: 'tableRow*',
		addProseMirrorPlugins: () => [editingWithoutRepair()],
		renderHTML: ({ HTMLAttributes }) => ['table', HTMLAttributes, ['tbody', 0]],
		addNodeView: () => null
	}),
	TableRow.extend({ content: '(tableCell | tableHeader)*' }),
	TableHeader.extend({ content: 'block*', addAttributes: cellAttributes }),
	TableCell.extend({ content: 'block*', addAttributes: cellAttributes })
];
