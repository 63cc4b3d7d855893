import type { Server } from 'node:net';
import type { People } from './people.ts';

/** Tells links the port that a server was given, and prints where Rapi is, with the set-up link while it has no owner. */
export async function sayReady(
	{ links, setUp }: Pick<People, 'links' | 'setUp'>,
	server: Pick<Server, 'address'>,
	print: (line: string) => void
): Promise<void> {
	const address = server.address();
	if (typeof address === 'object' && address) links.listeningAt(address.port);
	print(`Rapi is ready at ${links.to('')}`);
	const token = await setUp.offer();
	if (token !== undefined) print(`Set it up here, once: ${links.to(`/start?token=${token}`)}`);
}
