import type { Editor } from '@tiptap/core';
import type { Node, Schema } from '@tiptap/pm/model';
import { TextSelection, type Command } from '@tiptap/pm/state';
import type { Words } from '$lib/i18n/en.ts';
import { addStep, topBlockAt } from './block-commands.ts';
import { newBlockId } from './block-ids.ts';
import { insertTable } from './table-commands.ts';

export type BlockKind = keyof Words['editor']['blocks'];

/** What an existing block can become; the others can only be put in. */
export const turnableKinds = [
	'text',
	'heading1',
	'heading2',
	'heading3',
	'checks',
	'bullets',
	'numbers',
	'quote',
	'code'
] as const satisfies readonly BlockKind[];

/** Turns the block with the cursor into a kind, or puts one in where it stands. */
export function applyKind(editor: Editor, kind: BlockKind, chooseImage: () => void): void {
	const run = (command: Command) => command(editor.state, editor.view.dispatch, editor.view);
	const chain = editor.chain().focus();
	switch (kind) {
		case 'text':
			chain.clearNodes().run();
			break;
		case 'heading1':
		case 'heading2':
		case 'heading3':
			chain.setNode('heading', { level: Number(kind.at(-1)) }).run();
			break;
		case 'checks':
			chain.toggleTaskList().run();
			break;
		case 'bullets':
			chain.toggleBulletList().run();
			break;
		case 'numbers':
			chain.toggleOrderedList().run();
			break;
		case 'quote':
			chain.toggleWrap('blockquote').run();
			break;
		case 'code':
			chain.toggleNode('codeBlock', 'paragraph').run();
			break;
		case 'image':
			chooseImage();
			break;
		case 'table':
			run(insertTable(3, 3));
			break;
		case 'divider':
			run(insertDivider);
			break;
		case 'step':
			run(addStep());
			break;
		case 'goal':
			run(insertPart(goal));
			break;
		case 'standard':
			run(insertPart(standard));
			break;
		case 'goodExample':
		case 'badExample':
			run(insertExample(kind === 'goodExample' ? 'good' : 'bad'));
			break;
	}
	editor.view.focus();
}

/** Which kind the cursor stands in, for the check mark in *turn into*. */
export function kindAt(editor: Editor): BlockKind | undefined {
	if (editor.isActive('heading'))
		return `heading${Number(editor.getAttributes('heading')['level']) as 1 | 2 | 3}`;
	const lists = [
		['taskList', 'checks'],
		['orderedList', 'numbers'],
		['bulletList', 'bullets'],
		['blockquote', 'quote'],
		['codeBlock', 'code'],
		['paragraph', 'text']
	] as const;
	return lists.find(([name]) => editor.isActive(name))?.[1];
}

const insertDivider: Command = (state, dispatch) => {
	const { horizontalRule, paragraph } = state.schema.nodes;
	if (!horizontalRule || !paragraph) return false;
	const at = state.selection.from;
	const change = state.tr.replaceSelectionWith(horizontalRule.create());
	const after = change.mapping.map(at);
	const next = change.doc.resolve(Math.min(after + 1, change.doc.content.size)).nodeAfter;
	if (!next?.isTextblock) change.insert(after, paragraph.create());
	dispatch?.(change.setSelection(TextSelection.near(change.doc.resolve(after), 1)).scrollIntoView());
	return true;
};

type Make = (schema: Schema) => Node;

function make(schema: Schema, name: string, content: readonly Node[] = [], attributes = {}): Node {
	const type = schema.nodes[name];
	if (!type) throw new Error(`The schema has no ${name}.`);
	return type.create({ id: newBlockId(), ...attributes }, content);
}

const goal: Make = (schema) => make(schema, 'sopGoal', [make(schema, 'paragraph')]);

const standard: Make = (schema) =>
	make(schema, 'sopStandard', [
		make(schema, 'taskList', [make(schema, 'taskItem', [make(schema, 'paragraph')])])
	]);

/** Puts a part of an SOP in place of an empty line, else behind the block with the cursor. */
function insertPart(of: Make): Command {
	return (state, dispatch) => {
		const block = topBlockAt(state.doc, state.selection.from);
		if (!block) return false;
		const { node, position } = block;
		const blank = node.type.name === 'paragraph' && node.content.size === 0;
		const from = blank ? position : position + node.nodeSize;
		const change = state.tr.replaceWith(from, position + node.nodeSize, of(state.schema));
		dispatch?.(change.setSelection(TextSelection.near(change.doc.resolve(from + 1))).scrollIntoView());
		return true;
	};
}

/** Examples belong to the standard: the one with the cursor, else the page's last, else a new one. */
function insertExample(verdict: 'good' | 'bad'): Command {
	return (state, dispatch) => {
		const { schema, doc } = state;
		const example = make(schema, 'sopExample', [make(schema, 'paragraph')], { verdict });
		const place = standardNear(doc, state.selection.from);
		const at = place ? place.position + place.node.nodeSize - 1 : doc.content.size;
		const node = place ? example : make(schema, 'sopStandard', [example]);
		const change = state.tr.insert(at, node);
		dispatch?.(change.setSelection(TextSelection.near(change.doc.resolve(at + 1))).scrollIntoView());
		return true;
	};
}

function standardNear(doc: Node, at: number): { node: Node; position: number } | undefined {
	const here = topBlockAt(doc, at);
	if (here?.node.type.name === 'sopStandard') return here;
	let last: { node: Node; position: number } | undefined;
	doc.forEach((node, position) => {
		if (node.type.name === 'sopStandard') last = { node, position };
	});
	return last;
}
