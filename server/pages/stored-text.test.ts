import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { documentRoot } from '#domain/pages/document-schema.ts';
import { createRandom } from '../../tests/support/random.ts';
import { StoredText } from './stored-text.ts';

/** A page that two people wrote, with deletions, as it lies on disk, and copies from along the way. */
function writePage(seed: number) {
	const random = createRandom(seed);
	const authors = [new Y.Doc(), new Y.Doc()];
	const copies: Y.Doc[] = [new Y.Doc()];
	for (let edit = 0; edit < 60; edit++) {
		const doc = random.pick(authors);
		const body = doc.getXmlFragment(documentRoot);
		if (body.length > 0 && random.upTo(3) === 0) body.delete(random.upTo(body.length), 1);
		else body.insert(random.upTo(body.length + 1), [new Y.XmlElement('paragraph')]);
		for (const other of authors) Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
		if (edit % 20 === 0) copies.push(copyOf(Y.encodeStateAsUpdate(doc)));
	}
	return { stored: Y.encodeStateAsUpdate(authors[0] as Y.Doc), copies };
}

function copyOf(update: Uint8Array): Y.Doc {
	const doc = new Y.Doc();
	Y.applyUpdate(doc, update);
	return doc;
}

it.each([1, 2, 3, 4, 5])('completes any older copy as the document itself would (seed %i)', (seed) => {
	const { stored, copies } = writePage(seed);
	const text = new StoredText(stored);
	const whole = copyOf(stored);
	for (const copy of copies) {
		Y.applyUpdate(copy, text.state(Y.encodeStateVector(copy)));
		expect(Y.equalSnapshots(Y.snapshot(copy), Y.snapshot(whole))).toBe(true);
	}
	expect(Y.decodeStateVector(text.stateVector)).toEqual(Y.decodeStateVector(Y.encodeStateVector(whole)));
	expect(text.clientCount).toBe(whole.store.clients.size);
});

it('sends a copy that lacks nothing no text again', () => {
	const { stored } = writePage(7);
	const answer = new StoredText(stored).state(Y.encodeStateVector(copyOf(stored)));
	expect(Y.decodeUpdate(answer).structs).toEqual([]);
});
