import { once } from 'node:events';
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';

/** Stands before a server at the address that browsers use, and can make its build look newer. */
export interface BuildDoor {
	/** From now on the service worker and the shell are those of a newer build. */
	publish(): void;
	close(): Promise<void>;
}

/** The mark that the newer build's shell bears. */
export const newerMark = 'data-build="newer"';

export async function openBuildDoor(port: number, serverPort: number): Promise<BuildDoor> {
	let newer = false;
	const door = createServer((incoming, response) => {
		const { url: path, method, headers } = incoming;
		const change = newer ? changes[path ?? ''] : undefined;
		if (change)
			for (const name of ['accept-encoding', 'if-none-match', 'if-modified-since']) delete headers[name];
		const passing = request(
			{ port: serverPort, path, method, headers },
			(answer) => void (change ? passChanged(answer, response, change) : pass(answer, response))
		);
		passing.on('error', () => response.destroy());
		incoming.pipe(passing);
	});
	door.on('upgrade', (incoming, socket) => {
		const onward = connect(serverPort, '127.0.0.1');
		const lines = [`GET ${incoming.url} HTTP/1.1`];
		for (const [name, value] of Object.entries(incoming.headers)) lines.push(`${name}: ${String(value)}`);
		onward.write(`${lines.join('\r\n')}\r\n\r\n`);
		socket.pipe(onward).pipe(socket);
		for (const end of [socket, onward]) {
			end.on('error', () => undefined);
			end.on('close', () => (socket.destroy(), onward.destroy()));
		}
	});
	await once(door.listen(port, '127.0.0.1'), 'listening');
	return {
		publish: () => void (newer = true),
		async close() {
			door.close();
			door.closeAllConnections();
		}
	};
}

type Change = (body: string) => string;

/** A build's version is the moment of its making, in milliseconds; it names the worker's cache. */
const changes: Record<string, Change> = {
	'/service-worker.js': (body) => body.replace(/\d{13}/, (version) => String(Number(version) + 1)),
	'/-': (body) => body.replace('<html ', `<html ${newerMark} `)
};

function pass(answer: IncomingMessage, response: ServerResponse): void {
	response.writeHead(answer.statusCode ?? 502, answer.headers);
	answer.pipe(response);
}

async function passChanged(answer: IncomingMessage, response: ServerResponse, change: Change): Promise<void> {
	const body = await text(answer);
	const changed = change(body);
	if (changed === body) throw new Error('The newer build looks like the older one.');
	const headers = { ...answer.headers };
	for (const name of ['content-length', 'transfer-encoding', 'etag']) delete headers[name];
	response.writeHead(answer.statusCode ?? 502, headers).end(changed);
}
