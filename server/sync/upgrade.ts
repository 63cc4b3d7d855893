import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Services } from '../services.ts';

/** Takes the upgrade requests of Rapi's sockets; others (the dev server's own) are left alone. */
export function attachUpgrade(server: Pick<Server, 'on'>, services: Services): void {
	server.on('upgrade', (request: IncomingMessage, socket: Duplex) => {
		const path = request.url?.split('?')[0] ?? '';
		if (!path.startsWith('/sync/')) return;
		socket.on('error', (error) => services.log.debug({ err: error }, 'a socket failed while upgrading'));
		socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n');
	});
}
