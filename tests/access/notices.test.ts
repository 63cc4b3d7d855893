import { uuidv7 } from 'uuidv7';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { usualNoticeSettings } from '#domain/notices/notice-settings.ts';
import {
	GET as readSettings,
	PUT as writeSettings
} from '../../src/routes/api/v1/w/[workspace]/notice-settings/+server.ts';
import { signInByCookie, signInByKey } from '../support/both-sockets.ts';
import { callRoute } from '../support/call-route.ts';
import type { FeedClient } from '../support/feed-client.ts';
import { openFeedTest, type FeedTest } from '../support/feed-test.ts';
import { furnishWork, type Work } from '../support/furnish-work.ts';
import { openOtherWorkspace } from '../support/other-workspace.ts';
import { assertDone, cast, type Person } from '../support/test-workspace.ts';
import { toldNotices } from '../support/told-notices.ts';

const origin = 'http://127.0.0.1:3000';
const people = Object.keys(cast) as Person[];
let test: FeedTest;
let folderId: string;
let work: Work;

beforeEach(async () => {
	test = await openFeedTest();
	folderId = await test.home.folder('Pemasaran', null, true);
	for (const person of ['rara', 'hendra'] as const) {
		const given = { memberId: test.home.memberId(person), role: null, level: 'comment' } as const;
		const endsAt = test.home.clock.now() + 90 * 24 * 3_600_000;
		assertDone(await test.home.send('wulan', 'grants.set', { id: uuidv7(), folderId, ...given, endsAt }));
	}
	work = await furnishWork(test.home, folderId);
	await test.home.services.storage.db.deleteFrom('notices').execute();
});
afterEach(() => test.close());

/** Gives a task to everybody, mentions everybody, and lets it be late. */
async function tellEverybody(): Promise<void> {
	const { home } = test;
	const id = uuidv7();
	const assigneeIds = people.map((person) => home.memberId(person));
	const place = { boardId: work.boardId, columnId: work.columns.todo, orderKey: 'a5' };
	const facts = { assigneeIds, dueOn: '2026-11-20' };
	assertDone(await home.send('wulan', 'tasks.create', { id, ...place, title: 'Foto rok', with: facts }));
	const body = assigneeIds.map((memberId) => `@[${memberId}]`).join(' ');
	assertDone(await home.send('dimas', 'comments.add', { id: uuidv7(), taskId: id, threadId: null, body }));
	await home.services.notices.catchUp();
	await home.services.notices.tick();
}

const noticesOn = (feed: FeedClient) => feed.copy.of('notices').map(({ row }) => row);

describe('a notice', () => {
	it('is written for those alone who see the folder, and reaches only their own feeds', async () => {
		const live = people.map((person) => [person, test.connect(person)] as const);
		await Promise.all(live.map(([, feed]) => feed.caughtUp()));
		await tellEverybody();
		const told = await toldNotices(test.home);
		expect(new Set(told.map(({ person }) => person))).toEqual(new Set(['wulan', 'dimas', 'rara', 'hendra']));
		for (const [person, feed] of live) {
			const anew = test.connect(person);
			await anew.caughtUp();
			const memberId = test.home.memberId(person);
			const mine = told.filter((notice) => notice.person === person).map(({ id }) => id);
			await feed.frame(() => noticesOn(feed).length === mine.length);
			// What was sent before this answer has come.
			await feed.push('notices.mark', { id: uuidv7(), read: true });
			for (const device of [feed, anew]) {
				expect(
					noticesOn(device)
						.map(({ id }) => id)
						.sort(),
					person
				).toEqual(mine.sort());
				const frames = device.texts.join('\n');
				const others = told.filter((notice) => notice.memberId !== memberId);
				expect(
					others.some(({ id }) => frames.includes(id)),
					person
				).toBe(false);
			}
		}
	});

	it('goes from the device with the folder, and no command reaches it after that', async () => {
		const rara = test.connect('rara');
		await rara.caughtUp();
		await tellEverybody();
		await rara.frame(() => noticesOn(rara).length > 1);
		const [notice] = noticesOn(rara);
		const grants = await test.home.services.storage.db.selectFrom('grants').selectAll().execute();
		const held = grants.find(({ memberId }) => memberId === test.home.memberId('rara'));
		assertDone(await test.home.send('wulan', 'grants.remove', { id: held?.id ?? '' }));
		await rara.frame(({ type }) => type === 'lost');
		expect(noticesOn(rara)).toEqual([]);
		const marked = await test.home.send('rara', 'notices.mark', { id: notice?.id ?? '', read: true });
		expect(marked).toMatchObject({ ok: false, refusal: { refused: 'not_found' } });
	});
});

describe('the settings of notices', () => {
	const changed = { ...usualNoticeSettings, recapAt: '16:00' };
	async function call(headers: Record<string, string>, method: 'GET' | 'PUT', body?: unknown) {
		const { home } = test;
		const identity = await home.services.identify(headers);
		const handler = method === 'GET' ? readSettings : writeSettings;
		const params = { workspace: home.workspaceId };
		return callRoute(home, handler, { identity, params, method, ...(body !== undefined && { body }) });
	}
	const asBrowser = async (person: Person) =>
		(await signInByCookie({ home: test.home, origin }, person)).headers;

	it('are each member’s own', async () => {
		for (const person of ['wulan', 'rara', 'nadia', 'hendra'] as const) {
			const before = await call(await asBrowser(person), 'GET');
			expect(before.body).toEqual({ ok: true, settings: usualNoticeSettings });
			expect((await call(await asBrowser(person), 'PUT', changed)).status).toBe(200);
			expect((await call(await asBrowser(person), 'GET')).body['settings']).toEqual(changed);
		}
		expect((await call(await asBrowser('yoga'), 'GET')).body['settings']).toEqual(usualNoticeSettings);
	});

	it('are nothing to strangers and to people who left, and nothing that a key to look changes', async () => {
		const other = await openOtherWorkspace({ home: test.home, origin });
		const left = await asBrowser('rizky');
		await other.join('rizky');
		assertDone(await test.home.send('wulan', 'members.deactivate', { id: test.home.memberId('rizky') }));
		const { headers: key } = await signInByKey({ home: test.home }, 'wulan', 'view');
		const answers = async (headers: Record<string, string>) => [
			(await call(headers, 'GET')).status,
			(await call(headers, 'PUT', changed)).status
		];
		expect(await answers({})).toEqual([401, 401]);
		expect(await answers(other.owner)).toEqual([404, 404]);
		expect((await answers(left))[1]).not.toBe(200);
		expect(await answers(key)).toEqual([200, 404]);
	});

	it('name the field that cannot be read', async () => {
		const wrong = { ...usualNoticeSettings, recapAt: '25:00' };
		const answer = await call(await asBrowser('rara'), 'PUT', wrong);
		expect([answer.status, answer.body['field']]).toEqual([422, 'recapAt']);
		const silent = { ...usualNoticeSettings, ways: { escalated: 'silent' } };
		expect((await call(await asBrowser('rara'), 'PUT', silent)).status).toBe(422);
	});
});
