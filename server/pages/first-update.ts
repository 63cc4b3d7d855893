import * as Y from 'yjs';
import { documentRoot } from '#domain/pages/document-schema.ts';
import type { BlockSketch } from '#domain/pages/skeleton.ts';

/** The first update of a page that begins with `blocks`, under a client id that is used for nothing else. */
export function encodeFirstUpdate(blocks: readonly BlockSketch[]): Uint8Array {
	const doc = new Y.Doc();
	doc.transact(() => doc.getXmlFragment(documentRoot).insert(0, blocks.map(makeElement)));
	const update = Y.encodeStateAsUpdate(doc);
	doc.destroy();
	return update;
}

function makeElement(block: BlockSketch): Y.XmlElement {
	const element = new Y.XmlElement<Record<string, string | number | boolean>>(block.name);
	for (const [name, value] of Object.entries(block.attributes)) element.setAttribute(name, value);
	const children = block.children.map((child) =>
		typeof child === 'string' ? new Y.XmlText(child) : makeElement(child)
	);
	element.insert(0, children);
	return element as Y.XmlElement;
}
