import * as Y from 'yjs';
import type { DocumentNode, TextRun } from '#domain/pages/document-tree.ts';

/** The nodes of a page's text, read without touching the document. */
export function readDocument(body: Y.XmlFragment): DocumentNode[] {
	return body.toArray().flatMap((child) => (child instanceof Y.XmlElement ? [readNode(child)] : []));
}

function readNode(element: Y.XmlElement): DocumentNode {
	return {
		name: element.nodeName,
		attributes: element.getAttributes(),
		children: element.toArray().flatMap((child): (DocumentNode | TextRun)[] => {
			if (child instanceof Y.XmlElement) return [readNode(child)];
			return child instanceof Y.XmlText ? readText(child) : [];
		})
	};
}

function readText(text: Y.XmlText): TextRun[] {
	const runs = text.toDelta() as { insert: unknown; attributes?: Record<string, unknown> }[];
	return runs.flatMap(({ insert, attributes }) =>
		typeof insert === 'string' ? [{ text: insert, marks: readMarks(attributes ?? {}) }] : []
	);
}

/** Marks that overlap themselves carry a suffix (`link--…`) in Yjs. */
function readMarks(attributes: Record<string, unknown>): TextRun['marks'] {
	return Object.fromEntries(
		Object.entries(attributes).map(([name, value]) => [
			name.replace(/--[0-9A-Za-z+/=]{8}$/, ''),
			typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
		])
	);
}
