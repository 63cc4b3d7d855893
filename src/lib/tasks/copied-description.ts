import * as Y from 'yjs';
import { documentRoot } from '#domain/pages/document-schema.ts';
import type { Workspace } from '../sync/workspace.ts';

/** A description to begin another task with: its first update as base64. */
export interface CopiedDescription {
	content: string;
}

/** Most bytes of a first update; see `firstUpdateSchema`. */
const mostBytes = 256 * 1024;

/**
 * The text of a task's description as a page of its own would begin; undefined while it is not on
 * this device, or when it is too long for one. Pictures belong to their page and stay with it.
 */
export async function copyDescription(
	{ pages }: Pick<Workspace, 'pages'>,
	pageId: string
): Promise<CopiedDescription | undefined> {
	const open = await pages.open(pageId);
	try {
		if (!open.state.loaded) return undefined;
		const update = firstUpdateOf(open.doc);
		return update.byteLength > mostBytes ? undefined : { content: toBase64(update) };
	} finally {
		open.close();
	}
}

/** The same blocks in a new document, without pictures. */
export function firstUpdateOf(source: Y.Doc): Uint8Array {
	const doc = new Y.Doc();
	const blocks = source
		.getXmlFragment(documentRoot)
		.toArray()
		.filter((block) => block instanceof Y.XmlElement)
		.filter(({ nodeName }) => nodeName !== 'image')
		.map((block) => block.clone());
	doc.transact(() => doc.getXmlFragment(documentRoot).insert(0, blocks));
	const update = Y.encodeStateAsUpdate(doc);
	doc.destroy();
	return update;
}

function toBase64(bytes: Uint8Array): string {
	return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}
