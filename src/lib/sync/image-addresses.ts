const address = /\/images\/([0-9a-f]{32})/g;

/**
 * Ids of the pictures that a page's text points at, found in its Yjs updates without reading them:
 * addresses stand in them as plain characters. May name a picture that the text has lost since.
 */
export function imageIdsIn(updates: readonly Uint8Array[]): string[] {
	const latin1 = new TextDecoder('latin1');
	const found = updates.flatMap((update) => [...latin1.decode(update).matchAll(address)]);
	return [...new Set(found.map((match) => match[1] ?? ''))];
}
