import * as Y from 'yjs';
import { documentRoot } from '#domain/pages/document-schema.ts';
import type { PageKind } from '#domain/pages/page.ts';
import { pageSkeleton, type BlockSketch } from '#domain/pages/skeleton.ts';

/**
 * The first update of a new page, for the command that makes it and for this device: both begin
 * from the very same bytes. Its client id is used for nothing else.
 */
export function createFirstText(kind: PageKind, newBlockId: () => string): Uint8Array {
	const doc = new Y.Doc();
	const blocks = pageSkeleton(kind, newBlockId).map(makeElement);
	doc.transact(() => doc.getXmlFragment(documentRoot).insert(0, blocks));
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
