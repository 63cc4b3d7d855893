import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Level } from '#domain/access/level.ts';
import { attachUpgrade } from '#server/sync/upgrade.ts';
import type { ServiceOptions } from '#server/services.ts';
import type * as Y from 'yjs';
import { PageClient } from './page-client.ts';
import { openTestWorkspace, type Person, type TestWorkspace } from './test-workspace.ts';

/** A test workspace whose page sockets are open on a real port. */
export interface PageTest {
	home: TestWorkspace;
	/** Where Rapi's own pages come from. */
	origin: string;
	/** Address of a page's socket. */
	url(pageId: string, query?: string): string;
	/** Headers by which the test's door knows a person. */
	as(person: Person, cap?: Level): Record<string, string>;
	/** Opens a page as a person; asks for message 100. */
	open(person: Person, pageId: string, doc?: Y.Doc): PageClient;
	signOut(person: Person): void;
	close(): Promise<void>;
}

/** People come in by name, or with `isRealDoor` by the sessions and keys of the server. */
export async function openPageTest({ isRealDoor = false } = {}): Promise<PageTest> {
	const signedOut = new Set<string>();
	const byName: Pick<ServiceOptions, 'welcome'> = {
		welcome: async ({ headers }) => {
			const [person = '', cap = 'manage'] = (headers.authorization ?? '').split(' ').slice(1);
			if (signedOut.has(person) || home.memberId(person as Person) === '') return undefined;
			const caller = home.caller(person as Person, cap as Level);
			return { callerIn: async () => (signedOut.has(person) ? undefined : caller) };
		}
	};
	const home: TestWorkspace = await openTestWorkspace(undefined, isRealDoor ? {} : byName);
	const server = createServer();
	attachUpgrade(server, home.services);
	await once(server.listen(0, '127.0.0.1'), 'listening');
	const { port } = server.address() as AddressInfo;
	const clients: PageClient[] = [];
	const url = (pageId: string, query = '?saved=1') => `ws://127.0.0.1:${port}/sync/pages/${pageId}${query}`;
	const as = (person: Person, cap: Level = 'manage') => ({ authorization: `Test ${person} ${cap}` });
	return {
		home,
		origin: `http://127.0.0.1:${port}`,
		url,
		as,
		open(person, pageId, doc) {
			const client = new PageClient(url(pageId), as(person), doc);
			clients.push(client);
			return client;
		},
		signOut(person) {
			signedOut.add(person);
			home.services.pages.doubtAll();
		},
		async close() {
			for (const client of clients) client.socket.terminate();
			server.close();
			await home.close();
		}
	};
}
