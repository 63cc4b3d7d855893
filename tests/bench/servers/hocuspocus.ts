// Hocuspocus with its SQLite extension, as its manual starts it.
import { SQLite } from '@hocuspocus/extension-sqlite';
import { Server } from '@hocuspocus/server';

const database = process.argv[2] ?? ':memory:';
const server = new Server({
	port: 0,
	address: '127.0.0.1',
	quiet: true,
	extensions: [new SQLite({ database })]
});
await server.listen();
process.stdout.write(`${JSON.stringify({ port: server.address.port })}\n`);
