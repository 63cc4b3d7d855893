import * as Y from 'yjs';
import { paragraphs } from './fan-out.ts';

/** As many keystrokes as wanted in a copy of a document that nobody else hears of, each as one update. */
export function typeAhead(doc: Y.Doc, keystrokes: number): Uint8Array[] {
	const copy = new Y.Doc();
	Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
	const updates: Uint8Array[] = [];
	copy.on('update', (update: Uint8Array) => updates.push(update));
	for (let count = 0; count < keystrokes; count++) paragraphs(copy).push([new Y.XmlElement('paragraph')]);
	copy.destroy();
	return updates;
}
