import type { Server, ServerResponse } from 'node:http';

/**
 * Watches a server's requests; gives the way to end it: listens no more, waits until what is under
 * way has been answered, `ms` at most, and cuts off the rest. Sockets are not requests: they stay.
 */
export function watchRequests(server: Server): (ms: number) => Promise<void> {
	const underWay = new Set<ServerResponse>();
	let onIdle = () => {};
	server.on('request', (_request, response: ServerResponse) => {
		underWay.add(response);
		response.once('close', () => {
			underWay.delete(response);
			if (underWay.size === 0) onIdle();
		});
	});
	return async (ms) => {
		server.close();
		server.closeIdleConnections();
		if (underWay.size === 0) return;
		await new Promise<void>((resolve) => {
			onIdle = resolve;
			setTimeout(resolve, ms);
		});
		for (const { socket } of underWay) socket?.destroy();
	};
}
