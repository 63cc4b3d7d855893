import * as Y from 'yjs';
import { connect, type Client } from '../client.ts';
import type { Peer } from '../peer.ts';
import { paragraphs } from './fan-out.ts';
import { typeAhead } from './type-ahead.ts';

export interface Throughput {
	deliveredPerSecond: number;
	cpuMsPer1000: number;
}

const writers = 4;

/**
 * `documents` × 4 who write, each a keystroke in every turn of the loop, `rounds` times, and one real
 * client a document that watches. The keystrokes are made before, and the writers only count what they
 * receive: 200 documents of Yjs on one core would measure themselves. It ends when every watcher has
 * every keystroke; delivered is what all five of a document were sent.
 */
export async function measureThroughput(peer: Peer, documents: number, rounds: number): Promise<Throughput> {
	const groups = await Promise.all(
		Array.from({ length: documents }, (_, index) => openGroup(peer, 300 + index, rounds))
	);
	const cpu = peer.cpuMs();
	const started = performance.now();
	for (let round = 0; round < rounds; round++) {
		for (const { writes } of groups) for (const write of writes) write(round);
		await new Promise((resolve) => setImmediate(resolve));
	}
	await Promise.all(groups.map(({ complete }) => complete));
	const seconds = (performance.now() - started) / 1000;
	const used = peer.cpuMs() - cpu;
	const delivered = documents * writers * rounds * writers;
	for (const { clients } of groups) for (const client of clients) client.close();
	return { deliveredPerSecond: delivered / seconds, cpuMsPer1000: used / (delivered / 1000) };
}

interface Group {
	clients: Client[];
	/** For each writer: sends the keystroke of a round. */
	writes: ((round: number) => void)[];
	/** Resolves when the watcher has every keystroke of every writer. */
	complete: Promise<void>;
}

async function openGroup(peer: Peer, document: number, rounds: number): Promise<Group> {
	const watcher = await connect(peer, document);
	const before = paragraphs(watcher.doc).length;
	const hands = await Promise.all(Array.from({ length: writers }, () => connect(peer, document)));
	const writes = hands.map((hand) => {
		const updates = typeAhead(hand.doc, rounds);
		const send = hand.goLight(() => undefined);
		return (round: number) => {
			const update = updates[round];
			if (update) send(update);
		};
	});
	const complete = new Promise<void>((resolve) => {
		watcher.doc.on('afterTransaction', ({ doc }: Y.Transaction) => {
			if (paragraphs(doc).length >= before + writers * rounds) resolve();
		});
	});
	return { clients: [watcher, ...hands], writes, complete };
}
