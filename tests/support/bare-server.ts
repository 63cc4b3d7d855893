// The server without the browser's half, in a process of its own: services, HTTP front and sockets
// are the real ones. Only the door is the test's: `Bearer <workspace id> <member id>`.
import type { IncomingMessage } from 'node:http';
import { createHttpServer } from '#server/http/http-server.ts';
import type { Caller } from '#server/records/command-runner.ts';
import { createServices } from '#server/services.ts';
import { parseConfig } from '#server/config.ts';
import { attachUpgrade } from '#server/sync/upgrade.ts';

const config = parseConfig(process.env);

function callerOf({ headers }: IncomingMessage): Caller | undefined {
	const [, workspaceId, memberId] = (headers.authorization ?? '').split(' ');
	return workspaceId && memberId ? { workspaceId, memberId, cap: 'manage' } : undefined;
}

const services = await createServices(config, {
	admit: async (request) => {
		const caller = callerOf(request);
		return caller && { caller, signInId: caller.memberId, isAlive: async () => true };
	},
	welcome: async (request) => {
		const caller = callerOf(request);
		return caller && { callerIn: async (id) => (id === caller.workspaceId ? caller : undefined) };
	}
});
const server = createHttpServer(services, (_request, _response, next) => next());
attachUpgrade(server, services);
process.once('SIGTERM', () => {
	server.close();
	void services.close().then(() => process.exit(0));
});
server.listen(config.port, config.host, () => {
	const address = server.address();
	process.stdout.write(`port ${typeof address === 'object' && address ? address.port : 0}\n`);
});
