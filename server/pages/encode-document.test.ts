import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { documentRoot } from '#domain/pages/document-schema.ts';
import type { DocumentChild, DocumentNode } from '#domain/pages/document-tree.ts';
import { pageUpdateBytes } from '#domain/wire/protocol.ts';
import { readDocument } from './document-tree.ts';
import { encodeDocument } from './encode-document.ts';

function node(name: string, children: DocumentChild[], attributes = {}): DocumentNode {
	return { name, attributes, children };
}

function decode(updates: readonly Uint8Array[]): DocumentNode[] {
	const doc = new Y.Doc();
	for (const update of updates) Y.applyUpdate(doc, update);
	return readDocument(doc.getXmlFragment(documentRoot));
}

describe('a document as updates', () => {
	it('reads back as it was, with marks that end where they ended', () => {
		const blocks = [
			node('heading', [{ text: 'Kirim', marks: {} }], { level: 2, id: 'a' }),
			node('paragraph', [
				{ text: 'tebal', marks: { bold: {} } },
				{ text: ' biasa ', marks: {} },
				node('hardBreak', []),
				{ text: 'toko', marks: { link: { href: 'https://a.id' }, italic: {} } }
			])
		];
		const updates = encodeDocument(blocks);
		expect(updates).toHaveLength(1);
		expect(decode(updates)).toEqual(blocks);
	});

	it('keeps every update below the limit, also for one block that is larger than it', () => {
		const words = '😀日本 '.repeat(60_000);
		const many = Array.from({ length: 20_000 }, (_, index) =>
			node('listItem', [node('paragraph', [{ text: `baris ${index}`, marks: {} }])])
		);
		const blocks = [node('paragraph', [{ text: words, marks: {} }]), node('bulletList', many)];
		const updates = encodeDocument(blocks);
		expect(Math.max(...updates.map(({ length }) => length))).toBeLessThan(pageUpdateBytes);
		expect(decode(updates)).toEqual(blocks);
	});

	it('belongs to another client id each time', () => {
		const [first] = encodeDocument([node('paragraph', [])]);
		const [second] = encodeDocument([node('paragraph', [])]);
		expect(first).not.toEqual(second);
	});
});
