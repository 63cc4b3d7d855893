import { setTimeout } from 'node:timers/promises';
import { strToU8, zipSync } from 'fflate';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Identity } from '#server/auth/identity.ts';
import { POST } from '../../src/routes/api/v1/w/[workspace]/imports/+server.ts';
import { GET } from '../../src/routes/api/v1/w/[workspace]/imports/[id]/+server.ts';
import { callRoute, type RouteAnswer } from '../support/call-route.ts';
import { startSession } from '../support/sign-in.ts';
import type { TestWorkspace } from '../support/test-workspace.ts';
import { trelloFile } from '../support/trello-board.ts';
import { openAccessWorld, type AccessWorld } from './access-world.ts';
import { places, principals, ranks } from './principals.ts';

const zip = zipSync({ 'satu.md': strToU8('Satu') });
const board = trelloFile({
	lists: [{ id: 'a', name: 'To Do' }],
	cards: [{ id: 'c', idList: 'a', name: 'Satu' }]
});
const targets = [...places, 'root'] as const;
let world: AccessWorld;
let home: TestWorkspace;
let params = { workspace: '' };
/** An import that ended well, of somebody whom no test below asks as. */
let ofYoga = '';

beforeAll(async () => {
	world = await openAccessWorld();
	({ home } = world);
	params = { workspace: home.workspaceId };
	const { identity } = await startSession(home, 'yoga');
	ofYoga = String((await begin(identity, 'open')).body['id']);
	expect((await untilEnded(identity, ofYoga)).body['state']).toBe('done');
}, 60_000);
afterAll(() => world.test.close());

function begin(identity: Identity | undefined, target: (typeof targets)[number]): Promise<RouteAnswer> {
	const query = `?folder=${target === 'root' ? '' : world.folders[target]}`;
	return callRoute(home, POST, { identity, params, query, method: 'POST', body: zip });
}

function ask(identity: Identity | undefined, id: string): Promise<RouteAnswer> {
	return callRoute(home, GET, { identity, params: { ...params, id } });
}

async function untilEnded(identity: Identity | undefined, id: string): Promise<RouteAnswer> {
	for (;;) {
		const status = await ask(identity, id);
		if (status.body['state'] !== 'running') return status;
		await setTimeout(5);
	}
}

async function everyPage(): Promise<number> {
	const { n } = await home.services.storage.db
		.selectFrom('pages')
		.select((eb) => eb.fn.countAll<number>().as('n'))
		.executeTakeFirstOrThrow();
	return n;
}

async function everyBoard(): Promise<number> {
	const { n } = await home.services.storage.db
		.selectFrom('boards')
		.select((eb) => eb.fn.countAll<number>().as('n'))
		.executeTakeFirstOrThrow();
	return n;
}

describe.each(Object.entries(principals))('%s', (name, { headers, held, isNobody, makesRoots }) => {
	const denied = isNobody ? 401 : 404;

	it('asks for no import but its own', async () => {
		const identity = await home.services.identify(await headers(world));
		for (const id of [uuidv7(), ...(name === 'staff with a view grant' ? [] : [ofYoga])])
			expect((await ask(identity, id)).status).toBe(denied);
	});

	it.each(places)('imports a Trello board into a folder only where it may write: %s', async (place) => {
		const identity = await home.services.identify(await headers(world));
		const may = ranks[held[place]] >= ranks.edit;
		const before = await everyBoard();
		const query = `?kind=trello&folder=${world.folders[place]}`;
		const answer = await callRoute(home, POST, { identity, params, query, method: 'POST', body: board });
		expect(answer.status).toBe(may ? 202 : denied);
		if (may) expect((await untilEnded(identity, String(answer.body['id']))).body['state']).toBe('done');
		expect((await everyBoard()) - before).toBe(may ? 1 : 0);
	});

	it.each(targets)('imports into a place only where it may write: %s', async (target) => {
		const identity = await home.services.identify(await headers(world));
		const may = target === 'root' ? makesRoots === true : ranks[held[target]] >= ranks.edit;
		const before = await everyPage();
		const answer = await begin(identity, target);
		expect(answer.status).toBe(may ? 202 : denied);
		if (may) expect((await untilEnded(identity, String(answer.body['id']))).body['state']).toBe('done');
		expect((await everyPage()) - before).toBe(may ? 1 : 0);
	});
});
