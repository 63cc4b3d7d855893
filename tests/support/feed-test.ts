import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Level } from '#domain/access/level.ts';
import { attachUpgrade } from '#server/sync/upgrade.ts';
import { FeedClient, type DeviceCopy } from './feed-client.ts';
import { openTestWorkspace, type Person, type TestWorkspace } from './test-workspace.ts';

/** A test workspace whose sockets are open, and who is signed in at them. */
export interface FeedTest {
	home: TestWorkspace;
	/** Opens a device of a person, with what it kept. */
	connect(person: Person, copy?: DeviceCopy, cap?: Level): FeedClient;
	/** Ends every sign-in of a person, as signing out everywhere does. */
	signOut(person: Person): void;
	close(): Promise<void>;
}

export async function openFeedTest(): Promise<FeedTest> {
	const signedOut = new Set<string>();
	const home = await openTestWorkspace(undefined, {
		admit: async (request) => {
			const [person = '', cap = 'manage'] = (request.headers.authorization ?? '').split(' ').slice(1);
			if (signedOut.has(person) || home.memberId(person as Person) === '') return undefined;
			return {
				caller: home.caller(person as Person, cap as Level),
				signInId: person,
				isAlive: async () => !signedOut.has(person)
			};
		}
	});
	const server = createServer();
	attachUpgrade(server, home.services);
	const port = await listen(server);
	const clients: FeedClient[] = [];
	return {
		home,
		connect(person, copy, cap = 'manage') {
			const client = new FeedClient(
				`ws://127.0.0.1:${port}/sync/feed?w=${home.workspaceId}`,
				{ authorization: `Test ${person} ${cap}` },
				copy
			);
			clients.push(client);
			return client;
		},
		signOut: (person) => void signedOut.add(person),
		async close() {
			for (const client of clients) client.socket.terminate();
			server.close();
			await home.close();
		}
	};
}

function listen(server: Server): Promise<number> {
	return new Promise((resolve) =>
		server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
	);
}
