import * as Y from 'yjs';

/**
 * The bytes of a state after one loading. Yjs joins deleted neighbours when it gets round to it, so
 * equal documents in use may differ by a few bytes of bookkeeping; loaded anew they are the same.
 */
export function settledBytes(...updates: readonly Uint8Array[]): Uint8Array {
	const doc = new Y.Doc();
	doc.transact(() => {
		for (const update of updates) Y.applyUpdate(doc, update);
	});
	const bytes = Y.encodeStateAsUpdate(doc);
	doc.destroy();
	return bytes;
}
