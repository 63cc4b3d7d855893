import { expect, it } from 'vitest';
import { Doc, encodeStateAsUpdate, XmlElement } from 'yjs';
import { documentRoot } from '#domain/pages/document-schema.ts';
import { imageIdsIn } from './image-addresses.ts';

const [first, second] = ['a'.repeat(32), '0123456789abcdef'.repeat(2)];

it('finds the pictures of a page in its updates, each once', () => {
	const doc = new Doc();
	const updates: Uint8Array[] = [];
	doc.on('update', (update: Uint8Array) => updates.push(update));
	for (const id of [first, second, first]) {
		const image = new XmlElement('image');
		doc.getXmlFragment(documentRoot).push([image]);
		image.setAttribute('alt', 'Laci kas — é');
		image.setAttribute('src', `/images/${id}`);
	}
	expect(imageIdsIn(updates)).toEqual([first, second]);
	expect(imageIdsIn([encodeStateAsUpdate(doc)]).sort()).toEqual([second, first]);
});

it('finds none in a text without pictures', () => {
	const doc = new Doc();
	doc.getXmlFragment(documentRoot).push([new XmlElement('paragraph')]);
	expect(imageIdsIn([encodeStateAsUpdate(doc)])).toEqual([]);
});
