import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { documentRoot } from '#domain/pages/document-schema.ts';
import { PageDocument } from '#server/pages/page-document.ts';
import { editAtRandom } from '../../../tests/support/random-edits.ts';
import { seededRandom } from '../../../tests/support/size.ts';
import { splitUpdate } from './split-update.ts';

function write(doc: Y.Doc, text: string): Y.XmlText {
	const paragraph = new Y.XmlElement('paragraph');
	const words = new Y.XmlText(text);
	paragraph.insert(0, [words]);
	doc.getXmlFragment(documentRoot).push([paragraph]);
	return words;
}

/** What the server makes of the parts; throws where it takes one of them not. */
function admitAll(parts: readonly Uint8Array[]): PageDocument {
	const page = new PageDocument();
	for (const part of parts) {
		const admitted = page.admit(part, 'rara');
		if ('refused' in admitted) throw new Error(`${admitted.refused}: ${admitted.detail}`);
	}
	return page;
}

it('leaves a small update as it is', () => {
	const doc = new Y.Doc();
	write(doc, 'Cetak label');
	const update = Y.encodeStateAsUpdate(doc);
	expect(splitUpdate(update)).toEqual([update]);
});

it.each([
	[
		'many paragraphs',
		(doc: Y.Doc) => Array.from({ length: 4_000 }, (_, at) => write(doc, `${at} `.repeat(40)))
	],
	['one paragraph without an end', (doc: Y.Doc) => write(doc, 'rapi 🧵'.repeat(100_000))],
	[
		'text that was deleted again',
		(doc: Y.Doc) => {
			const words = write(doc, 'ab'.repeat(200_000));
			for (let at = 0; at < 2_000; at++) words.delete(at * 2, 1);
		}
	]
])('cuts %s into parts that the server takes, one after another', (_what, fill) => {
	const doc = new Y.Doc();
	doc.transact(() => fill(doc));
	const parts = splitUpdate(Y.encodeStateAsUpdate(doc));
	expect(parts.length).toBeGreaterThan(1);
	expect(Math.max(...parts.map(({ length }) => length))).toBeLessThan(256 * 1024);
	const page = admitAll(parts);
	expect(page.body.toJSON()).toBe(doc.getXmlFragment(documentRoot).toJSON());
	expect(page.isHeldBy(Y.encodeStateAsUpdate(doc))).toBe(true);
});

it('sends what several people wrote into each other in an order in which nothing is missing', () => {
	const random = seededRandom(7);
	const people = Array.from({ length: 4 }, () => new Y.Doc());
	for (let round = 0; round < 60; round++) {
		for (const doc of people) for (let at = 0; at < 5; at++) editAtRandom(doc, random);
		for (const from of people) {
			for (const to of people) Y.applyUpdate(to, Y.encodeStateAsUpdate(from, Y.encodeStateVector(to)));
		}
	}
	const [doc = new Y.Doc()] = people;
	const parts = splitUpdate(Y.encodeStateAsUpdate(doc), 1_000);
	expect(parts.length).toBeGreaterThan(10);
	const page = admitAll(parts);
	expect(page.body.toJSON()).toBe(doc.getXmlFragment(documentRoot).toJSON());
});
