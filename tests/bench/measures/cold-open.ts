import * as Y from 'yjs';
import { connect } from '../client.ts';
import type { Peer } from '../peer.ts';
import { paragraphs, pause } from './fan-out.ts';

export interface ColdOpen {
	ms: number;
	bytes: number;
	peer: Peer;
}

/** Fills document 0 with `blocks` paragraphs of text, in pieces that every peer takes. */
export async function fillDocument(peer: Peer, blocks: number): Promise<void> {
	const client = await connect(peer, 0);
	for (let block = 0; block < blocks; block++) {
		client.doc.transact(() => {
			const paragraph = new Y.XmlElement('paragraph');
			paragraph.insert(0, [
				new Y.XmlText(`Langkah ${block}: ambil barang, cocokkan SKU, lalu kemas sesuai standar.`)
			]);
			paragraphs(client.doc).push([paragraph]);
		});
		if (block % 20 === 19) await pause(60);
	}
	await pause(3_000);
	client.close();
	await pause(1_500);
}

/** Restarts the peer and opens document 0: milliseconds until it is complete, and bytes received. */
export async function measureColdOpen(peer: Peer, blocks: number): Promise<ColdOpen> {
	const fresh = await peer.restart();
	const started = performance.now();
	const client = await connect(fresh, 0);
	while (paragraphs(client.doc).length < blocks) await pause(1);
	const ms = performance.now() - started;
	const bytes = client.bytesReceived();
	client.close();
	return { ms, bytes, peer: fresh };
}
