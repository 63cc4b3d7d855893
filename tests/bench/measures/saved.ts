import * as decoding from 'lib0/decoding';
import { connect, messageSaved } from '../client.ts';
import type { Peer } from '../peer.ts';
import { pause } from './fan-out.ts';
import { typeAhead } from './type-ahead.ts';

/**
 * Clients at 5 edits a second each, ten to a page: milliseconds from an edit to *saved*. Rapi only.
 * The edits are made before, and what comes from the others is not applied: see throughput.
 */
export async function measureSaved(peer: Peer, clients: number, seconds: number): Promise<number[]> {
	const crowd = await Promise.all(
		Array.from({ length: clients }, (_, index) => connect(peer, 200 + Math.floor(index / 10)))
	);
	const delays: number[] = [];
	await Promise.all(
		crowd.map(async (client, index) => {
			const sentAt: number[] = [];
			const send = client.goLight((frame) => {
				const handled = readSaved(frame);
				while (sentAt.length > 0 && handled > told) {
					delays.push(performance.now() - (sentAt.shift() ?? 0));
					told += 1;
				}
			});
			// Its first answer to the server's question counts as an update too.
			let told = 1;
			const updates = typeAhead(client.doc, seconds * 5);
			await pause((index % 10) * 20);
			for (const update of updates) {
				sentAt.push(performance.now());
				send(update);
				await pause(200);
			}
		})
	);
	await pause(500);
	crowd.forEach((client) => client.close());
	return delays;
}

/** How many updates of a client are on disk; 0 when the frame says nothing of it. */
function readSaved(frame: Uint8Array): number {
	const decoder = decoding.createDecoder(frame);
	if (decoding.readVarUint(decoder) !== messageSaved) return 0;
	decoding.readVarUint8Array(decoder);
	return decoding.readVarUint(decoder);
}
