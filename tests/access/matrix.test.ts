import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commandNames, type CommandName } from '#domain/commands/commands.ts';
import type { Identity } from '#server/auth/identity.ts';
import { POST } from '../../src/routes/api/v1/w/[workspace]/commands/[name]/+server.ts';
import { GET as listFolders } from '../../src/routes/api/v1/w/[workspace]/folders/+server.ts';
import { GET as listPages } from '../../src/routes/api/v1/w/[workspace]/pages/+server.ts';
import { GET as readPage } from '../../src/routes/api/v1/w/[workspace]/pages/[id]/+server.ts';
import { callRoute } from '../support/call-route.ts';
import type { FeedClient } from '../support/feed-client.ts';
import { openFeedTest, type FeedTest } from '../support/feed-test.ts';
import { startSession } from '../support/sign-in.ts';
import { cases, type Case, type Cell } from './command-cases.ts';
import { assertDone, type Person, type TestWorkspace } from '../support/test-workspace.ts';

/** Written by hand from TRUST's words, not from the product's rules. */
const ranks = { none: 0, view: 1, comment: 2, edit: 3, manage: 4 } as const;
type Held = keyof typeof ranks;
type Place = 'open' | 'closed' | 'late';
interface Principal {
	person: Person | null;
	cap?: 'view';
	held: Record<Place, Held>;
	managesPeople?: true;
}
const all = (held: Held) => ({ open: held, closed: held, late: held });
const principals: Record<string, Principal> = {
	owner: { person: 'wulan', held: all('manage'), managesPeople: true },
	admin: { person: 'dimas', held: all('manage'), managesPeople: true },
	'staff without a grant': { person: 'rara', held: { ...all('none'), open: 'edit' } },
	'staff with a view grant': { person: 'yoga', held: { open: 'edit', closed: 'view', late: 'none' } },
	'freelancer with an edit grant and an ended one': {
		person: 'nadia',
		held: { open: 'none', closed: 'edit', late: 'none' }
	},
	'vendor with a comment grant': { person: 'hendra', held: { ...all('none'), closed: 'comment' } },
	'key of the owner capped to view': { person: 'wulan', cap: 'view', held: all('view') },
	'deactivated, with the old cookie': { person: 'rizky', held: all('none') },
	nobody: { person: null, held: all('none') }
};

let test: FeedTest;
let home: TestWorkspace;
const places = {} as Record<Place, string>;
const canaries = {} as Record<Place, string>;
const pages = {} as Record<Place, string>;
const identities = new Map<string, Identity>();
const sockets = new Map<string, FeedClient>();
let target = '';
let holderId = '';

beforeAll(async () => {
	test = await openFeedTest();
	home = test.home;
	for (const place of ['open', 'closed', 'late'] as const) {
		canaries[place] = `kenari-${uuidv7()}`;
		places[place] = await home.folder(`${canaries[place]}-f`, null, place !== 'open');
		pages[place] = await home.page(`${canaries[place]}-p`, places[place]);
	}
	const soon = home.clock.now() + 1_000;
	const later = home.clock.now() + 1_000_000_000;
	await grant('yoga', 'closed', 'view', later);
	await grant('nadia', 'closed', 'edit', later);
	await grant('nadia', 'late', 'edit', soon);
	await grant('hendra', 'closed', 'comment', later);
	home.clock.advance(1_001);
	target = await anotherMember();
	holderId = await anotherMember();
	for (const [name, { person, cap }] of Object.entries(principals)) {
		if (!person) continue;
		const { identity, accountId } = await startSession(home, person);
		const facts = { workspaceId: home.workspaceId, memberId: home.memberId(person), accountId };
		identities.set(name, cap ? { kind: 'key', keyId: await keyOf(person, cap), cap, ...facts } : identity);
	}
	await home.send('wulan', 'members.deactivate', { id: home.memberId('rizky') });
	for (const [name, { person, cap }] of Object.entries(principals)) {
		if (!person || person === 'rizky') continue;
		const client = test.connect(person, undefined, cap);
		await client.caughtUp();
		sockets.set(name, client);
	}
}, 60_000);
afterAll(() => test.close());

async function keyOf(person: Person, cap: 'view'): Promise<string> {
	const made = await home.services.keys.create(home.caller(person), {
		name: 'Baca',
		cap,
		endsAt: home.clock.now() + 1_000_000
	});
	if (!('key' in made)) throw new Error(JSON.stringify(made));
	return made.key.id;
}

async function grant(person: Person, place: Place, level: 'view' | 'comment' | 'edit', endsAt: number) {
	const memberId = home.memberId(person);
	const folderId = places[place];
	assertDone(
		await home.send('wulan', 'grants.set', { id: uuidv7(), folderId, memberId, role: null, level, endsAt })
	);
}

async function anotherMember(): Promise<string> {
	const { db } = home.services.storage;
	const id = uuidv7();
	const like = await db
		.selectFrom('members')
		.selectAll()
		.where('id', '=', home.memberId('rara'))
		.executeTakeFirstOrThrow();
	const account = await db
		.selectFrom('accounts')
		.selectAll()
		.where('id', '=', like.accountId)
		.executeTakeFirstOrThrow();
	await db
		.insertInto('accounts')
		.values({ ...account, id, email: `${id}@selasar-rona.example` })
		.execute();
	await db
		.insertInto('members')
		.values({ ...like, id, accountId: id })
		.execute();
	return id;
}

/** Fresh things in a place for one cell, so that no cell sees what another did. */
async function makeCell(place: Place, { after }: Case): Promise<Cell> {
	const folder = await home.folder('Sel', places[place]);
	const cell = {
		folder,
		page: await home.page('Sel', folder),
		grant: uuidv7(),
		member: target,
		holder: holderId
	};
	const holder = { memberId: holderId, role: null, level: 'view', endsAt: null } as const;
	assertDone(await home.send('wulan', 'grants.set', { id: cell.grant, folderId: folder, ...holder }));
	if (after === 'trashPage') assertDone(await home.send('wulan', 'pages.trash', { id: cell.page }));
	if (after === 'trashFolder') assertDone(await home.send('wulan', 'folders.trash', { id: folder }));
	return cell;
}

async function rowCounts(): Promise<string> {
	const { db } = home.services.storage;
	const workspace = await db
		.selectFrom('workspaces')
		.select(['version', 'accessEpoch'])
		.where('id', '=', home.workspaceId)
		.executeTakeFirst();
	const events = await db
		.selectFrom('event')
		.select((eb) => eb.fn.countAll().as('n'))
		.executeTakeFirst();
	return JSON.stringify([workspace, events]);
}

describe.each(Object.entries(principals))('%s', (name, principal) => {
	it('reads over HTTP exactly the folders and pages that it may see', async () => {
		const identity = identities.get(name);
		const params = { workspace: home.workspaceId };
		const folders = await callRoute(home, listFolders, { identity, params, query: '?limit=200' });
		const listed = await callRoute(home, listPages, { identity, params, query: '?limit=200' });
		for (const place of ['open', 'closed', 'late'] as const) {
			const sees = principal.held[place] !== 'none';
			expect(folders.text.includes(canaries[place]), `folder ${place}`).toBe(sees);
			expect(listed.text.includes(canaries[place]), `page ${place}`).toBe(sees);
			const one = await callRoute(home, readPage, { identity, params: { ...params, id: pages[place] } });
			expect(one.status === 200, `reading ${place}`).toBe(sees);
			expect(one.text.includes(canaries[place])).toBe(sees);
		}
	});

	it('gets in its feed nothing of a place that it may not see', () => {
		const heard = sockets.get(name)?.texts.join() ?? '';
		for (const place of ['open', 'closed', 'late'] as const) {
			const sees = principal.held[place] !== 'none';
			expect(heard.includes(canaries[place]), place).toBe(sees);
			expect(heard.includes(places[place]), `${place} id`).toBe(sees);
		}
	});

	it.each(commandNames)(
		'may send %s exactly where its level allows, by HTTP and by feed',
		async (command) => {
			const one = cases[command];
			for (const place of ['open', 'closed', 'late'] as const)
				for (const surface of ['http', 'feed'] as const) {
					const cell = await makeCell(place, one);
					const input = one.input(cell);
					if (command === 'folders.move') input['parentId'] = places[place];
					const before = await rowCounts();
					const answer = await sendBy(surface, name, command, input);
					const allowed =
						one.needs === 'people'
							? principal.managesPeople === true
							: ranks[principal.held[place]] >= ranks[one.needs];
					const label = `${surface} ${place} ${answer}`;
					expect(
						answer.includes('"not_found"') || answer.includes('"signed_out"') || answer === 'no socket',
						label
					).toBe(!allowed);
					expect((await rowCounts()) === before, `side effect: ${label}`).toBe(!allowed);
				}
		}
	);
});

async function sendBy(
	surface: 'http' | 'feed',
	name: string,
	command: CommandName,
	input: Record<string, unknown>
): Promise<string> {
	if (surface === 'http') {
		const params = { workspace: home.workspaceId, name: command };
		const call = { identity: identities.get(name), params, method: 'POST', body: input };
		return (await callRoute(home, POST, call)).text;
	}
	const socket = sockets.get(name);
	return socket ? JSON.stringify(await socket.push(command, input)) : 'no socket';
}
