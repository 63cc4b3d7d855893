import type { Level } from '#domain/access/level.ts';
import { FeedClient } from './feed-client.ts';
import { PageClient } from './page-client.ts';
import type { PageTest } from './page-test.ts';
import { startSession } from './sign-in.ts';
import type { Person } from './test-workspace.ts';

/** What opens a socket at the real door, and what ends it again. */
export interface SignIn {
	headers: Record<string, string>;
	/** Ends this session or key, as its owner would. */
	end: () => Promise<unknown>;
}

/** Signs in as a browser. */
export async function signInByCookie(
	{ home, origin }: Pick<PageTest, 'home' | 'origin'>,
	person: Person
): Promise<SignIn> {
	const { accountId, cookie, sessionId } = await startSession(home, person);
	return {
		headers: { cookie, origin },
		end: () => home.services.sessions.end(accountId, sessionId)
	};
}

/** Makes a key, as a program has it. */
export async function signInByKey(
	{ home }: Pick<PageTest, 'home'>,
	person: Person,
	cap: Exclude<Level, 'none'> = 'edit'
): Promise<SignIn & { keyId: string; secret: string }> {
	const made = await home.services.keys.create(home.caller(person), { name: 'Kasir', cap, endsAt: null });
	if (!('key' in made)) throw new Error(`refused: ${JSON.stringify(made)}`);
	const { key, secret } = made;
	return {
		headers: { authorization: `Bearer ${secret}` },
		keyId: key.id,
		secret,
		end: () => home.services.keys.revoke(home.caller(person), key.id)
	};
}

/** One device of somebody: its feed, and one page that is open on it. */
export interface OpenDevice {
	feed: FeedClient;
	page: PageClient;
	/** Every byte that came, in both sockets. */
	received: Buffer[];
	/** Whether these words came to the device in whatever frame. */
	heard(words: string): boolean;
	close(): void;
}

/** Opens both sockets at the real door; resolves when both hold all there is. */
export async function openDevice(test: PageTest, { headers }: SignIn, pageId: string): Promise<OpenDevice> {
	const address = `${test.origin.replace('http', 'ws')}/sync/feed?w=${test.home.workspaceId}`;
	const feed = new FeedClient(address, headers);
	const page = new PageClient(test.url(pageId), headers);
	const received: Buffer[] = [];
	for (const { socket } of [feed, page]) socket.on('message', (data: Buffer) => received.push(data));
	await Promise.all([feed.caughtUp(), page.untilSaved()]);
	return {
		feed,
		page,
		received,
		heard: (words) => received.some((data) => data.includes(words)),
		close() {
			feed.socket.terminate();
			page.socket.terminate();
		}
	};
}
