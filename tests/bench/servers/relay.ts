// The floor: a bare `ws` relay with no storage, no rights and no document. What one client sends
// every other client of the same address gets.
import { WebSocketServer, type WebSocket } from 'ws';

const rooms = new Map<string, Set<WebSocket>>();
const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false });

server.on('connection', (socket, request) => {
	const name = request.url ?? '/';
	const room = rooms.get(name) ?? new Set();
	rooms.set(name, room.add(socket));
	socket.on('message', (data) => {
		for (const other of room) if (other !== socket) other.send(data);
	});
	socket.on('close', () => room.delete(socket));
});
server.on('listening', () => {
	const address = server.address();
	if (typeof address === 'object' && address)
		process.stdout.write(`${JSON.stringify({ port: address.port })}\n`);
});
