import { deleteSelection, joinBackward, joinForward, lift, splitBlock, wrapIn } from '@tiptap/pm/commands';
import type { Node } from '@tiptap/pm/model';
import { liftListItem, sinkListItem, splitListItem, wrapInList } from '@tiptap/pm/schema-list';
import { EditorState, TextSelection, type Command } from '@tiptap/pm/state';

import { initProseMirrorDoc, updateYFragment } from '@tiptap/y-tiptap';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { XmlElement } from 'yjs';
import { applyUpdate, Doc, encodeStateAsUpdate, type XmlFragment, XmlText } from 'yjs';
import { documentRoot } from '#domain/pages/document-schema.ts';
import { findUnreadable } from './guard.ts';
import { pageSchemaOf } from './schema/page-schema.ts';
import { addColumnAfter, addRowAfter, deleteColumn, deleteRow } from './table-commands.ts';

const schema = pageSchemaOf();
const { nodes, marks } = schema;

/** What two people can do to a page, each by one command at a place of the page. */
const edits: Record<string, Command> = {
	type: (state, dispatch) => (dispatch?.(state.tr.insertText('ab ')), true),
	delete: deleteSelection,
	split: splitBlock,
	joinBackward,
	joinForward,
	quote: wrapIn(nodes['blockquote']!),
	step: wrapIn(nodes['sopStep']!),
	lift,
	bullets: wrapInList(nodes['bulletList']!),
	checks: wrapInList(nodes['taskList']!),
	splitItem: splitListItem(nodes['listItem']!),
	sink: sinkListItem(nodes['listItem']!),
	liftItem: liftListItem(nodes['listItem']!),
	heading: setBlock('heading'),
	codeBlock: setBlock('codeBlock'),
	bold: mark('bold'),
	code: mark('code'),
	table: (state, dispatch) => (dispatch?.(state.tr.replaceSelectionWith(table())), true),
	addRow: addRowAfter,
	addColumn: addColumnAfter,
	deleteRow,
	deleteColumn,
	moveFirstDown(state, dispatch) {
		const first = state.doc.child(0);
		if (state.doc.childCount < 2) return false;
		dispatch?.(state.tr.delete(0, first.nodeSize).insert(state.doc.content.size - first.nodeSize, first));
		return true;
	}
};

function setBlock(name: string): Command {
	return (state, dispatch) => {
		const { from, to } = state.selection;
		dispatch?.(state.tr.setBlockType(from, to, nodes[name]!));
		return true;
	};
}

function mark(name: string): Command {
	return (state, dispatch) => {
		const { from, to } = state.selection;
		dispatch?.(state.tr.addMark(from, to, marks[name]!.create()));
		return true;
	};
}

function table(): Node {
	const cell = () => nodes['tableCell']!.create(null, nodes['paragraph']!.create(null, schema.text('sel')));
	const row = () => nodes['tableRow']!.create(null, [cell(), cell()]);
	return nodes['table']!.create(null, [row(), row()]);
}

const seedText = ['Cetak label', 'Ambil barang dan cocokkan SKU', 'Cek mutu dan kemas'];

function seed(doc: Doc): void {
	const paragraphs = seedText.map((line) => nodes['paragraph']!.create(null, schema.text(line)));
	const page = nodes['doc']!.create(null, [
		nodes['bulletList']!.create(null, nodes['listItem']!.create(null, paragraphs.slice(0, 2))),
		nodes['sopStep']!.create(null, paragraphs),
		table(),
		...paragraphs
	]);
	updateYFragment(doc, doc.getXmlFragment(documentRoot), page, { mapping: new Map(), isOMark: new Map() });
}

/** One person's edit, as the binding writes it. */
function edit(doc: Doc, name: string, at: number, length: number): void {
	const body = doc.getXmlFragment(documentRoot);
	const { doc: page, meta } = initProseMirrorDoc(body, schema);
	const size = page.content.size;
	const from = Math.floor(at * size);
	const to = Math.min(from + length, size);
	const state = EditorState.create({ doc: page });
	const selection = TextSelection.between(page.resolve(from), page.resolve(to));
	const selected = state.apply(state.tr.setSelection(selection));
	edits[name]!(selected, (change) => {
		doc.transact(() => updateYFragment(doc, body, change.doc, meta));
	});
}

function textOf(body: XmlFragment | XmlElement): string {
	return body
		.toArray()
		.map((child) => (child instanceof XmlText ? plain(child) : textOf(child as XmlElement)))
		.join('');
}

function plain(text: XmlText): string {
	return (text.toDelta() as { insert: string }[]).map(({ insert }) => insert).join('');
}

function exchange(a: Doc, b: Doc): void {
	const fromA = encodeStateAsUpdate(a);
	applyUpdate(a, encodeStateAsUpdate(b));
	applyUpdate(b, fromA);
}

function open(doc: Doc): Doc {
	const opened = new Doc();
	applyUpdate(opened, encodeStateAsUpdate(doc));
	return opened;
}

const action = fc.record({
	who: fc.nat(1),
	name: fc.constantFrom(...Object.keys(edits)),
	at: fc.double({ min: 0, max: 0.999, noNaN: true }),
	length: fc.nat(40),
	meet: fc.boolean()
});

it('opens whatever two people made of a page apart without writing a byte into it', () => {
	fc.assert(
		fc.property(fc.array(action, { minLength: 4, maxLength: 24 }), (actions) => {
			const first = new Doc();
			seed(first);
			const second = open(first);
			const people = [first, second];
			for (const { who, name, at, length, meet } of actions) {
				edit(people[who]!, name, at, length);
				if (meet) exchange(first, second);
			}
			exchange(first, second);
			expectWhole(open(first));
			expectWhole(open(second));
		}),
		{ numRuns: 400, seed: 20261123 }
	);
}, 60_000);

function expectWhole(doc: Doc): void {
	const body = doc.getXmlFragment(documentRoot);
	const before = encodeStateAsUpdate(doc);
	const text = textOf(body);
	expect(findUnreadable(body, schema)).toBeUndefined();
	const { doc: page } = initProseMirrorDoc(body, schema);
	expect(page.textContent).toBe(text);
	expect(encodeStateAsUpdate(doc)).toEqual(before);
}
