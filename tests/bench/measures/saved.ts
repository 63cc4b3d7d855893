import * as Y from 'yjs';
import { connect } from '../client.ts';
import type { Peer } from '../peer.ts';
import { paragraphs, pause } from './fan-out.ts';

/** Clients at 5 edits a second each, ten to a page: milliseconds from an edit to *saved*. Rapi only. */
export async function measureSaved(peer: Peer, clients: number, seconds: number): Promise<number[]> {
	const crowd = await Promise.all(
		Array.from({ length: clients }, (_, index) => connect(peer, 200 + Math.floor(index / 10)))
	);
	const delays: number[] = [];
	await Promise.all(
		crowd.map(async (client, index) => {
			let editedAt: number | undefined;
			client.onSaved(() => {
				if (editedAt !== undefined) delays.push(performance.now() - editedAt);
				editedAt = undefined;
			});
			await pause((index % 10) * 20);
			for (let edit = 0; edit < seconds * 5; edit++) {
				editedAt ??= performance.now();
				paragraphs(client.doc).push([new Y.XmlElement('paragraph')]);
				await pause(200);
			}
		})
	);
	await pause(500);
	crowd.forEach((client) => client.close());
	return delays;
}
