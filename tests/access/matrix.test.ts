import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { commandNames, type CommandInput, type CommandName } from '#domain/commands/commands.ts';
import { closeCodes } from '#domain/wire/protocol.ts';
import type { Identity } from '#server/auth/identity.ts';
import { POST } from '../../src/routes/api/v1/w/[workspace]/commands/[name]/+server.ts';
import { GET as listFolders } from '../../src/routes/api/v1/w/[workspace]/folders/+server.ts';
import { GET as listMembers } from '../../src/routes/api/v1/w/[workspace]/members/+server.ts';
import { GET as listPages } from '../../src/routes/api/v1/w/[workspace]/pages/+server.ts';
import { GET as readPage } from '../../src/routes/api/v1/w/[workspace]/pages/[id]/+server.ts';
import { callRoute } from '../support/call-route.ts';
import { FeedClient } from '../support/feed-client.ts';
import { assertDone, cast, type Person, type TestWorkspace } from '../support/test-workspace.ts';
import { openAccessWorld, type AccessWorld } from './access-world.ts';
import type { Case } from './cases/case.ts';
import type { Cell } from './cases/cell.ts';
import { cases, cellKind, makeCellFor } from './command-cases.ts';
import { places, principals, ranks, type Held, type Place, type Principal } from './principals.ts';

let world: AccessWorld;
let home: TestWorkspace;
const identities = new Map<string, Identity>();
const sockets = new Map<string, FeedClient>();
let target = '';
let holderId = '';

beforeAll(async () => {
	world = await openAccessWorld();
	({ home } = world);
	target = await anotherMember();
	holderId = await anotherMember();
	for (const [name, { headers, knows }] of Object.entries(principals)) {
		const carried = await headers(world);
		const identity = await home.services.identify(carried);
		if (identity) identities.set(name, identity);
		const client = new FeedClient(feedAddress(), carried);
		const refusal = identity ? closeCodes.noMember : closeCodes.sessionEnded;
		if (knows === 'nobody') expect((await client.closed).code, name).toBe(refusal);
		else await client.caughtUp();
		sockets.set(name, client);
	}
}, 60_000);
afterAll(async () => {
	for (const { socket } of sockets.values()) socket.terminate();
	await world.test.close();
});

function feedAddress(): string {
	return `${world.test.origin.replace('http', 'ws')}/sync/feed?w=${home.workspaceId}`;
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

/** Cells that nothing has happened to, by what they are good for: a refused command leaves its cell as it was. */
const spare = new Map<string, Cell[]>();

function spareFor(place: Place, command: CommandName): Cell[] {
	const key = `${place} ${cellKind(command)}`;
	const cells = spare.get(key) ?? [];
	spare.set(key, cells);
	return cells;
}

function freshCell(place: Place, command: CommandName): Promise<Cell> {
	const ground = { parent: world.folders[place], member: target, holder: holderId };
	return makeCellFor(
		command,
		async (name, input) => assertDone(await home.send('wulan', name, input)),
		ground
	);
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
	const { held, isNobody, knows } = principal;

	it('reads over HTTP exactly the folders and pages that it may see', async () => {
		const identity = identities.get(name);
		const params = { workspace: home.workspaceId };
		const folders = await callRoute(home, listFolders, { identity, params, query: '?limit=200' });
		const listed = await callRoute(home, listPages, { identity, params, query: '?limit=200' });
		const isMember = knows !== 'nobody';
		expect([folders.status, listed.status]).toEqual(Array(2).fill(isMember ? 200 : isNobody ? 401 : 404));
		for (const place of places) {
			const sees = held[place] !== 'none';
			expect(folders.text.includes(world.canaries[place]), `folder ${place}`).toBe(sees);
			expect(listed.text.includes(world.canaries[place]), `page ${place}`).toBe(sees);
			const one = await callRoute(home, readPage, {
				identity,
				params: { ...params, id: world.pages[place] }
			});
			expect(one.status, `reading ${place}`).toBe(sees ? 200 : isNobody ? 401 : 404);
			expect(one.text.includes(world.canaries[place])).toBe(sees);
		}
	});

	it('reads over HTTP exactly the people whom it may know', async () => {
		const params = { workspace: home.workspaceId };
		const call = { identity: identities.get(name), params, query: '?limit=200' };
		const { status, text } = await callRoute(home, listMembers, call);
		expect(status).toBe(knows === 'nobody' ? (isNobody ? 401 : 404) : 200);
		for (const person of Object.keys(cast) as Person[]) {
			const expected = typeof knows === 'string' ? knows === 'everybody' : knows.includes(person);
			expect(text.includes(home.memberId(person)), person).toBe(expected);
		}
	});

	it('gets in its feed nothing of a place that it may not see', () => {
		const heard = sockets.get(name)?.texts.join() ?? '';
		for (const place of places) {
			const sees = held[place] !== 'none';
			expect(heard.includes(world.canaries[place]), place).toBe(sees);
			expect(heard.includes(world.folders[place]), `${place} id`).toBe(sees);
		}
	});

	it.each(commandNames)(
		'may send %s exactly where its level allows, by HTTP and by feed',
		async (command) => {
			const one = cases[command];
			const { needs } = one;
			for (const place of places)
				for (const surface of ['http', 'feed'] as const) {
					const spares = spareFor(place, command);
					const cell = spares.pop() ?? (await freshCell(place, command));
					const before = await rowCounts();
					const answer = await sendBy(surface, name, command, one.input(cell));
					const allowed = isAllowed(principal, held[place], needs);
					const label = `${surface} ${place} ${answer}`;
					const refused = ['"not_found"', '"signed_out"', 'no socket'].some((word) => answer.includes(word));
					expect(refused, label).toBe(!allowed);
					const isUntouched = (await rowCounts()) === before;
					expect(isUntouched, `side effect: ${label}`).toBe(!allowed);
					if (isUntouched) spares.push(cell);
				}
		}
	);
});

function isAllowed(principal: Principal, held: Held, needs: Case['needs']): boolean {
	if (needs === 'nobody' || principal.readsOnly) return false;
	if (needs === 'people') return principal.managesPeople === true;
	if (needs === 'author') return principal.isAuthor === true;
	return ranks[held] >= ranks[needs];
}

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
	const isOpen = socket?.socket.readyState === WebSocket.OPEN;
	return isOpen
		? JSON.stringify(await socket.push(command, input as CommandInput<CommandName>))
		: 'no socket';
}
