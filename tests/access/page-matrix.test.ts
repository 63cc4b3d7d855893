import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import { documentRoot } from '#domain/pages/document-schema.ts';
import { closeCodes, pageMessages } from '#domain/wire/protocol.ts';
import { GET as readImage, PUT as putImage } from '../../src/routes/images/[id]/+server.ts';
import { GET as readContent } from '../../src/routes/api/v1/w/[workspace]/pages/[id]/content.[format]/+server.ts';
import { GET as readState } from '../../src/routes/api/v1/w/[workspace]/pages/[id]/state/+server.ts';
import { signInByCookie } from '../support/both-sockets.ts';
import { callRoute } from '../support/call-route.ts';
import type { OtherWorkspace } from '../support/other-workspace.ts';
import { PageClient } from '../support/page-client.ts';
import type { PageTest } from '../support/page-test.ts';
import { png } from '../support/png.ts';
import type { TestWorkspace } from '../support/test-workspace.ts';
import { openAccessWorld, type AccessWorld } from './access-world.ts';
import { places, principals, type Held, type Place } from './principals.ts';

const reads = (held: Held) => held !== 'none';
const writes = (held: Held) => held === 'edit' || held === 'manage';

let world: AccessWorld;
let test: PageTest;
let home: TestWorkspace;
let other: OtherWorkspace;
let pages: Record<Place, string>;
let canaries: Record<Place, string>;
const images = {} as Record<Place, string>;
const witnesses = {} as Record<Place, PageClient>;

beforeAll(async () => {
	world = await openAccessWorld();
	({ test, home, other, pages, canaries } = world);
	for (const place of places) await furnish(place);
}, 60_000);
afterAll(() => test.close());

/** A text on the page, a picture, and a witness who is there. */
async function furnish(place: Place): Promise<void> {
	const { headers } = await signInByCookie(test, 'wulan');
	const witness = new PageClient(test.url(pages[place]), headers);
	await witness.untilSaved();
	witness.write(canaries[place]);
	witness.sendPresence({ cursor: null });
	await witness.untilSaved();
	witnesses[place] = witness;
	images[place] = newImageId();
	const identity = await home.services.identify(headers);
	const query = `?page=${pages[place]}`;
	const params = { id: images[place] };
	const body = png(8, 8, canaries[place]);
	expect((await callRoute(home, putImage, { identity, params, query, method: 'PUT', body })).status).toBe(
		201
	);
}

function newImageId(): string {
	return uuidv7().replaceAll('-', '');
}

function frame(type: number, kind?: number, bytes?: Uint8Array): Uint8Array {
	const encoder = encoding.createEncoder();
	encoding.writeVarUint(encoder, type);
	if (kind !== undefined) encoding.writeVarUint(encoder, kind);
	if (bytes) encoding.writeVarUint8Array(encoder, bytes);
	return encoding.toUint8Array(encoder);
}

/** An update of a new writer, with these words. */
function updateOf(words: string): Uint8Array {
	const doc = new Y.Doc();
	const paragraph = new Y.XmlElement('paragraph');
	paragraph.insert(0, [new Y.XmlText(words)]);
	doc.getXmlFragment(documentRoot).push([paragraph]);
	return Y.encodeStateAsUpdate(doc);
}

async function textOf(place: Place): Promise<string> {
	const actor = await home.services.finders.actor(home.caller('wulan'));
	const found = actor && (await home.services.pages.readState(actor, pages[place]));
	return Buffer.from(found?.state ?? []).toString('latin1');
}

interface Visit {
	client: PageClient;
	place: Place;
	held: Held;
	/** Words that nobody else uses. */
	words: string;
}
interface Attempt {
	/** The frames of one attempt. */
	send: (client: PageClient, words: string) => void;
	/** What becomes of it for somebody who is in. */
	expectAnswer: (visit: Visit) => Promise<void>;
}

async function expectUpdate({ client, place, held, words }: Visit): Promise<void> {
	await client.untilSaved();
	expect(client.refusals).toEqual(writes(held) ? [] : ['read_only']);
	expect((await textOf(place)).includes(words)).toBe(writes(held));
}

async function expectBadFrame({ client }: Visit): Promise<void> {
	expect(await client.untilClosed()).toBe(closeCodes.badFrame);
}

function sendKind(kind: 1 | 2) {
	return (client: PageClient, words: string) => {
		client.sent += 1;
		client.sendFrame(frame(pageMessages.sync, kind, updateOf(words)));
	};
}

/** Every message type, and one that there is not. */
const attempts: Record<keyof typeof pageMessages | 'unknown', Record<string, Attempt>> = {
	sync: {
		'step 1': {
			send: (client) => client.sendFrame(frame(pageMessages.sync, 0, Y.encodeStateVector(new Y.Doc()))),
			async expectAnswer({ client, place }) {
				await client.untilSynced();
				expect(client.text).toContain(canaries[place]);
			}
		},
		'step 2': { send: sendKind(1), expectAnswer: expectUpdate },
		update: { send: sendKind(2), expectAnswer: expectUpdate },
		'a kind that there is not': {
			send: (client) => client.sendFrame(frame(pageMessages.sync, 7, new Uint8Array())),
			expectAnswer: expectBadFrame
		}
	},
	awareness: {
		'their place': {
			send: (client) => client.sendPresence({ cursor: null }),
			async expectAnswer({ place }) {
				await witnesses[place].until(() => witnesses[place].others.size === 1);
			}
		}
	},
	queryAwareness: {
		'who is here': {
			send(client) {
				client.others.clear();
				client.sendFrame(frame(pageMessages.queryAwareness));
			},
			async expectAnswer({ client }) {
				await client.until(() => client.others.size === 1);
				expect(JSON.stringify([...client.others.values()])).toContain(home.memberId('wulan'));
			}
		}
	},
	saved: {
		'the server’s own word': {
			send: (client) => client.sendFrame(frame(pageMessages.saved, 1)),
			expectAnswer: expectBadFrame
		}
	},
	refused: {
		'the server’s own word': {
			send: (client) => client.sendFrame(frame(pageMessages.refused, 1)),
			expectAnswer: expectBadFrame
		}
	},
	packed: {
		'the server’s own word': {
			send: (client) => client.sendFrame(frame(pageMessages.packed, 1)),
			expectAnswer: expectBadFrame
		}
	},
	unknown: {
		'a type that there is not': { send: (client) => client.sendFrame(frame(9)), expectAnswer: expectBadFrame }
	}
};
const everyAttempt = Object.entries(attempts).flatMap(([type, kinds]) =>
	Object.entries(kinds).map(([kind, attempt]) => [`${type}, ${kind}`, attempt] as const)
);

/** Sends the frames as soon as the socket is open, and sees that they have no effect and no answer. */
async function expectDenied(client: PageClient, attempt: Attempt, place: Place, code: number) {
	const words = `tamu-${uuidv7()}`;
	const { others } = client;
	client.socket.on('open', () => attempt.send(client, words));
	expect(await client.untilClosed(), place).toBe(code);
	expect([client.contentBytes, client.synced, others.size], place).toEqual([0, false, 0]);
	expect(witnesses[place].others.size, place).toBe(0);
	expect(await textOf(place)).not.toContain(words);
}

async function expectAllowed(client: PageClient, attempt: Attempt, place: Place, held: Held) {
	const words = `tamu-${uuidv7()}`;
	await client.untilSaved();
	attempt.send(client, words);
	await attempt.expectAnswer({ client, place, held, words });
	client.socket.terminate();
	await witnesses[place].until(() => witnesses[place].others.size === 0);
}

describe.each(Object.entries(principals))('%s', (_name, { headers, held, isNobody }) => {
	it.each(everyAttempt)('sends on a page’s socket: %s', async (_attempt, attempt) => {
		const code = isNobody ? closeCodes.sessionEnded : closeCodes.notFound;
		for (const place of places) {
			const client = new PageClient(test.url(pages[place]), await headers(world));
			if (reads(held[place])) await expectAllowed(client, attempt, place, held[place]);
			else await expectDenied(client, attempt, place, code);
		}
	});

	it('reads text and pictures over HTTP exactly where it may look', async () => {
		const identity = await home.services.identify(await headers(world));
		for (const place of places) {
			const denied = isNobody ? 401 : 404;
			const params = { workspace: home.workspaceId, id: pages[place] };
			const answers = [
				await callRoute(home, readState, { identity, params }),
				await callRoute(home, readImage, { identity, params: { id: images[place] } })
			];
			for (const format of ['md', 'html', 'json'])
				answers.push(await callRoute(home, readContent, { identity, params: { ...params, format } }));
			for (const { status, text } of answers) {
				expect(status, place).toBe(reads(held[place]) ? 200 : denied);
				expect(text.includes(canaries[place]), place).toBe(reads(held[place]));
			}
		}
	});

	it('finds no page of this workspace under the name of another', async () => {
		const identity = await home.services.identify(await headers(world));
		const params = { workspace: other.workspaceId, id: pages.open, format: 'md' };
		for (const handler of [readState, readContent]) {
			const { status, text } = await callRoute(home, handler, { identity, params });
			expect(status).toBe(isNobody ? 401 : 404);
			expect(text).not.toContain(canaries.open);
		}
	});

	it('puts pictures and files exactly where it may write, and never over another', async () => {
		const identity = await home.services.identify(await headers(world));
		for (const place of places) {
			const put = (id: string, name = '') => {
				const query = `?page=${pages[place]}${name}`;
				const body = name ? 'lain' : png(9, 9, 'lain');
				return callRoute(home, putImage, { identity, params: { id }, query, method: 'PUT', body });
			};
			const denied = isNobody ? 401 : 404;
			const may = writes(held[place]);
			expect((await put(newImageId())).status, place).toBe(may ? 201 : denied);
			expect((await put(newImageId(), '&name=nota.txt')).status, place).toBe(may ? 201 : denied);
			expect((await put(images[place], '&name=nota.txt')).status, place).toBe(may ? 409 : denied);
			expect((await put(images[place])).status, place).toBe(may ? 409 : denied);
		}
	});
});

describe('a page that there is not', () => {
	it('is answered like one that somebody may not see, by the socket and over HTTP', async () => {
		const { headers } = await signInByCookie(test, 'rara');
		const identity = await home.services.identify(headers);
		const answers = [];
		for (const id of [pages.closed, uuidv7()]) {
			const client = new PageClient(test.url(id), headers);
			const params = { workspace: home.workspaceId, id };
			const { status, body } = await callRoute(home, readState, { identity, params });
			answers.push([await client.untilClosed(), client.socket.readyState, status, body]);
		}
		expect(answers[0]).toEqual(answers[1]);
		expect(answers[0]?.[1]).toBe(WebSocket.CLOSED);
	});
});
