import * as Y from 'yjs';
import { connect } from '../client.ts';
import type { Peer } from '../peer.ts';

/**
 * One writer at 20 edits a second, each with a number; every reader notes when it sees it.
 * Milliseconds from the writer's edit to each reader's document.
 */
export async function measureFanOut(peer: Peer, readers: number, edits: number): Promise<number[]> {
	const document = readers;
	const writer = await connect(peer, document);
	const crowd = await Promise.all(Array.from({ length: readers }, () => connect(peer, document)));
	const sentAt = new Map<number, number>();
	const delays: number[] = [];
	for (const { doc } of crowd) {
		doc.on('update', () => {
			const number = paragraphs(doc).length;
			const at = sentAt.get(number);
			if (at !== undefined) delays.push(performance.now() - at);
		});
	}
	for (let count = 0; count < edits; count++) {
		const body = paragraphs(writer.doc);
		sentAt.set(body.length + 1, performance.now());
		body.push([new Y.XmlElement('paragraph')]);
		await pause(50);
	}
	await pause(300);
	for (const client of [writer, ...crowd]) client.close();
	return delays;
}

export function paragraphs(doc: Y.Doc): Y.XmlFragment {
	return doc.getXmlFragment('body');
}

export function pause(ms: number): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve, ms));
}
