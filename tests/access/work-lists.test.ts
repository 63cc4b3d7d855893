import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CommandInput, CommandName } from '#domain/commands/commands.ts';
import { nounNames } from '#domain/records/nouns.ts';
import type { Identity } from '#server/auth/identity.ts';
import { DELETE as endFeed } from '../../src/routes/api/v1/workspaces/[workspace]/calendar-feeds/[id]/+server.ts';
import {
	GET as listFeeds,
	POST as makeFeed
} from '../../src/routes/api/v1/workspaces/[workspace]/calendar-feeds/+server.ts';
import { GET as readActivity } from '../../src/routes/api/v1/w/[workspace]/activity/+server.ts';
import { GET as listRows } from '../../src/routes/api/v1/w/[workspace]/[noun=listed]/+server.ts';
import { GET as readCalendar } from '../../src/routes/calendar/[token]/+server.ts';
import { match } from '../../src/params/listed.ts';
import { callRoute } from '../support/call-route.ts';
import { furnishWork, type Work } from '../support/furnish-work.ts';
import { startSession } from '../support/sign-in.ts';
import { assertDone, type Person, type TestWorkspace } from '../support/test-workspace.ts';
import { openAccessWorld, type AccessWorld } from './access-world.ts';
import { places, principals, type Place } from './principals.ts';

const listed = nounNames.filter(match);
let world: AccessWorld;
let home: TestWorkspace;
let params = { workspace: '' };
const work = {} as Record<Place, Work>;
const canary = (place: Place) => `kenari-kerja-${world.canaries[place]}`;

beforeAll(async () => {
	world = await openAccessWorld();
	({ home } = world);
	params = { workspace: home.workspaceId };
	for (const place of places) {
		work[place] = await furnishWork(home, world.folders[place]);
		const [first = '', second = ''] = work[place].taskIds;
		await send('tasks.rename', { id: first, title: canary(place) });
		await send('tasks.set', { id: first, facts: { dueOn: '2026-11-24' } });
		await send('boards.rename', { id: work[place].boardId, name: canary(place) });
		await send('comments.add', { id: uuidv7(), taskId: second, threadId: null, body: canary(place) });
		const reason = { reason: canary(place), ownerId: null, expectedOn: null };
		await send('blockers.set', { id: work[place].blockerId, ...reason });
		const filter = { id: uuidv7(), boardId: work[place].boardId, name: canary(place), orderKey: 'a0' };
		await send('filters.save', { ...filter, query: '' });
	}
}, 60_000);
afterAll(() => world.test.close());

async function send<N extends CommandName>(name: N, input: CommandInput<N>): Promise<void> {
	assertDone(await home.send('wulan', name, input));
}

async function identityOf(person: Person): Promise<Identity> {
	return (await startSession(home, person)).identity;
}

describe.each(Object.entries(principals))('%s', (_name, { headers, held, knows, isNobody }) => {
	const denied = isNobody ? 401 : 404;

	it.each(listed)('lists exactly the %s that it may see', async (noun) => {
		const identity = await home.services.identify(await headers(world));
		const all = { identity, params: { ...params, noun }, query: '?limit=200' };
		const answer = await callRoute(home, listRows, all);
		expect(answer.status).toBe(knows === 'nobody' ? denied : 200);
		for (const place of places) {
			const sees = held[place] !== 'none';
			const own = ['notices', 'teams', 'leaves'].includes(noun);
			if (!own) expect(answer.text.includes(canary(place)), place).toBe(sees);
			if (!sees) expect(answer.text.includes(world.folders[place]), place).toBe(false);
			const one = await callRoute(home, listRows, { ...all, query: `?folder=${world.folders[place]}` });
			if (!sees && !own) expect(one.text.includes(canary(place)), place).toBe(false);
		}
		if (noun === 'teams' && Array.isArray(knows)) expect(answer.body['items']).toEqual([]);
	});

	it('reads what happened only where it may see it', async () => {
		const identity = await home.services.identify(await headers(world));
		const call = { identity, params };
		const whole = await callRoute(home, readActivity, { ...call, query: '?limit=200' });
		expect(whole.status).toBe(knows === 'nobody' ? denied : 200);
		for (const place of places) {
			const sees = held[place] !== 'none';
			const of = {
				...{ task: work[place].taskIds[0] ?? '', board: work[place].boardId },
				...{ folder: world.folders[place] }
			};
			for (const [what, id] of Object.entries(of)) {
				const { text } = await callRoute(home, readActivity, { ...call, query: `?limit=200&${what}=${id}` });
				expect(text.includes(canary(place)), `${what} ${place}`).toBe(sees);
			}
			if (!sees) expect(whole.text.includes(canary(place)), place).toBe(false);
		}
	});

	it('makes a calendar only of a board that it may see', async () => {
		const identity = await home.services.identify(await headers(world));
		const isKey = identity?.kind === 'key';
		for (const place of places) {
			const body = { boardId: work[place].boardId };
			const made = await callRoute(home, makeFeed, { identity, params, method: 'POST', body });
			const may = held[place] !== 'none' && !isKey;
			expect(made.status, place).toBe(may ? 201 : denied);
			if (!may) continue;
			const calendar = await callRoute(home, readCalendar, {
				params: { token: String(made.body['secret']) }
			});
			expect(calendar.text.replaceAll('\r\n ', '').includes(canary(place))).toBe(true);
		}
	});
});

describe('a calendar address', () => {
	it('shows what its member may see when it is read, and nothing once it was ended', async () => {
		const identity = await identityOf('nadia');
		const body = { boardId: work.closed.boardId };
		const made = await callRoute(home, makeFeed, { identity, params, method: 'POST', body });
		const read = () =>
			callRoute(home, readCalendar, { params: { token: `${String(made.body['secret'])}.ics` } });
		expect((await read()).headers.get('content-type')).toContain('text/calendar');
		const { id: grantId } = await home.services.storage.db
			.selectFrom('grants')
			.select('id')
			.where('memberId', '=', home.memberId('nadia'))
			.where('folderId', '=', world.folders.closed)
			.executeTakeFirstOrThrow();
		await send('grants.remove', { id: grantId });
		expect((await read()).text).not.toContain('BEGIN:VEVENT');
		const feed = made.body['feed'] as { id: string };
		const stranger = await identityOf('yoga');
		const end = (by: Identity) =>
			callRoute(home, endFeed, { identity: by, params: { ...params, id: feed.id }, method: 'DELETE' });
		expect((await end(stranger)).status).toBe(404);
		expect((await callRoute(home, listFeeds, { identity: stranger, params })).text).not.toContain(feed.id);
		expect((await end(identity)).status).toBe(200);
		expect((await read()).status).toBe(404);
	});

	it('ends with the membership of whose it is', async () => {
		const identity = await identityOf('yoga');
		const made = await callRoute(home, makeFeed, {
			identity,
			params,
			method: 'POST',
			body: { boardId: null }
		});
		const read = () => callRoute(home, readCalendar, { params: { token: String(made.body['secret']) } });
		expect((await read()).status).toBe(200);
		await send('members.deactivate', { id: home.memberId('yoga') });
		await send('members.reactivate', { id: home.memberId('yoga') });
		expect((await read()).status).toBe(404);
	});
});
