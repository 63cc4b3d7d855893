import type { Node } from '@tiptap/pm/model';
import { EditorState, type Transaction } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { initProseMirrorDoc, updateYFragment } from '@tiptap/y-tiptap';
import { expect, it } from 'vitest';
import { Doc } from 'yjs';
import { documentRoot } from '#domain/pages/document-schema.ts';
import { pageUpdateBytes } from '#domain/wire/protocol.ts';
import { blockIdsPlugin, newBlockId } from '../block-ids.ts';
import { pageSchemaOf } from '../schema/page-schema.ts';
import { insertInParts, isLarge } from './large-paste.ts';
import { blocksOfText } from './pasted-text.ts';

const schema = pageSchemaOf();

/** Pastes into an empty page as the editor and its binding do; the page's text and each update's size. */
function paste(text: string): { text: string; updates: number[] } {
	const shared = new Doc();
	const body = shared.getXmlFragment(documentRoot);
	const updates: number[] = [];
	shared.on('update', (update: Uint8Array) => updates.push(update.length));
	let state = EditorState.create({ schema, plugins: [blockIdsPlugin(newBlockId)] });
	const view = {
		get state() {
			return state;
		},
		dispatch(change: Transaction) {
			state = state.applyTransaction(change).state;
			const { meta } = initProseMirrorDoc(body, schema);
			shared.transact(() => updateYFragment(shared, body, state.doc, meta));
		}
	} as EditorView;
	insertInParts(view, 0, blocksOfText(text, schema));
	return { text: lines(state.doc), updates };
}

function lines(doc: Node): string {
	return doc.textBetween(0, doc.content.size, '\n').trim();
}

const line = 'Pesanan dikirim sebelum pukul 15.00 dengan label yang lurus dan segel utuh ✓';

it.each([
	['many paragraphs', Array.from({ length: 3_600 }, (_, index) => `${index} ${line}`).join('\n')],
	['one paragraph without an end', `${line} `.repeat(4_000).trim()],
	['one list', Array.from({ length: 3_200 }, () => `- ${line}`).join('\n')]
])('sends %s in updates that the server takes, and loses nothing', (_what, pasted) => {
	const { text, updates } = paste(pasted);
	expect(Math.max(...updates)).toBeLessThan(pageUpdateBytes);
	expect(updates.length).toBeGreaterThan(1);
	expect(text.replaceAll('\n', '')).toBe(pasted.replaceAll('- ', '').replaceAll('\n', ''));
});

it('leaves a paste of ordinary size in one change', () => {
	expect(isLarge(blocksOfText(`${line}\n- ${line}`, schema))).toBe(false);
});
