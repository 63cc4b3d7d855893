import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { isFromOwnPages } from '../http/origin.ts';
import type { Services } from '../services.ts';

/** Takes over one upgrade request from Rapi's own pages or a program: serves it, or refuses it. */
export type UpgradeHandler = (
	services: Services,
	request: IncomingMessage,
	socket: Duplex,
	head: Buffer
) => void;

/** Every socket of Rapi, by the word after `/sync/`. */
const handlers: Readonly<Record<string, UpgradeHandler>> = {
	feed: ({ feed }, request, socket, head) => feed.upgrade(request, socket, head),
	pages: ({ pages }, request, socket, head) => pages.upgrade(request, socket, head)
};

/** Takes the upgrade requests of Rapi's sockets; others (the dev server's own) are left alone. */
export function attachUpgrade(server: Pick<Server, 'on'>, services: Services): void {
	server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
		const [, root, name = ''] = (request.url?.split('?')[0] ?? '').split('/');
		if (root !== 'sync') return;
		socket.on('error', (error) => services.log.debug({ err: error }, 'a socket failed while upgrading'));
		const handler = Object.hasOwn(handlers, name) ? handlers[name] : undefined;
		if (!handler) refuseUpgrade(socket, '404 Not Found');
		else if (!isFromOwnPages(request, services.config)) refuseUpgrade(socket, '403 Forbidden');
		else handler(services, request, socket, head);
	});
}

/** Answers an upgrade with a plain HTTP status and ends the connection. */
export function refuseUpgrade(socket: Duplex, status: string): void {
	socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
