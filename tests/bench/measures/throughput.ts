import * as Y from 'yjs';
import { connect } from '../client.ts';
import type { Peer } from '../peer.ts';
import { pause, paragraphs } from './fan-out.ts';

export interface Throughput {
	deliveredPerSecond: number;
	cpuMsPer1000: number;
}

/** `documents` × 4 clients, each writing a keystroke in every turn of its loop for `seconds`. */
export async function measureThroughput(peer: Peer, documents: number, seconds: number): Promise<Throughput> {
	const groups = await Promise.all(
		Array.from({ length: documents }, (_, index) =>
			Promise.all(Array.from({ length: 4 }, () => connect(peer, 300 + index)))
		)
	);
	const clients = groups.flat();
	let delivered = 0;
	for (const { doc } of clients) {
		doc.on('update', (_update: Uint8Array, _origin: unknown, _doc: Y.Doc, transaction: Y.Transaction) => {
			if (!transaction.local) delivered += countInserted(transaction);
		});
	}
	const cpu = peer.cpuMs();
	const started = performance.now();
	while (performance.now() - started < seconds * 1000) {
		for (const { doc } of clients) type(doc);
		await pause(1);
	}
	await pause(500);
	const elapsed = (performance.now() - started) / 1000;
	const used = peer.cpuMs() - cpu;
	clients.forEach((client) => client.close());
	return { deliveredPerSecond: delivered / elapsed, cpuMsPer1000: used / (delivered / 1000) };
}

/** Paragraphs that a remote transaction brought, however many messages they came in. */
function countInserted(transaction: Y.Transaction): number {
	let count = 0;
	for (const [client, clock] of transaction.afterState)
		count += clock - (transaction.beforeState.get(client) ?? 0);
	return count;
}

function type(doc: Y.Doc): void {
	paragraphs(doc).push([new Y.XmlElement('paragraph')]);
}
