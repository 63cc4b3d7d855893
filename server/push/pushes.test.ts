import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { uuidv7 } from 'uuidv7';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { noticeKinds } from '#domain/notices/notice.ts';
import { pushCap } from '#domain/notices/notice-cap.ts';
import { usualNoticeSettings } from '#domain/notices/notice-settings.ts';
import { openOtherWorkspace } from '../../tests/support/other-workspace.ts';
import { openPushHome, type PushHome } from '../../tests/support/push-home.ts';
import { assertDone, openTestWorkspace } from '../../tests/support/test-workspace.ts';
import { backUp, restore } from '../cli/backup.ts';
import { forgetPushes } from './queue-pushes.ts';

const minute = 60_000;
const hour = 60 * minute;
let at: PushHome;
beforeEach(async () => {
	at = await openPushHome();
});
afterEach(() => at.close());

const titlesTo = (browser: string) => at.service.to(browser).map(({ message }) => message.title);
const waiting = () =>
	at.home.services.storage.db.selectFrom('pushes').selectAll().where('nextAt', 'is not', null).execute();
const db = () => at.home.services.storage.db;

describe('a notice on a device', () => {
	it('comes to each of its reader’s devices after it is written, and to nobody else’s', async () => {
		await at.device('rara', 'hp');
		await at.device('rara', 'laptop');
		await at.device('yoga', 'lain');
		const id = await at.task('Foto rok plisket');
		await at.home.services.notices.catchUp();
		expect(at.service.received).toEqual([]);
		await at.home.services.pushes.send();
		for (const browser of ['hp', 'laptop']) {
			const [got, ...more] = at.service.to(browser);
			expect(more).toEqual([]);
			const { slug } = await db().selectFrom('workspaces').select('slug').executeTakeFirstOrThrow();
			const { id: tag } = await db().selectFrom('notices').select('id').executeTakeFirstOrThrow();
			expect(got?.message).toEqual({
				...{ title: 'Foto rok plisket', body: 'Ditugaskan kepada Anda · Selasar Rona' },
				...{ address: `/${slug}/t/${id}`, tag }
			});
			expect(got?.signedBy).toBe(await at.home.services.pushes.devices.publicKey());
		}
		expect(at.service.to('lain')).toEqual([]);
		await at.home.services.pushes.send();
		expect(at.service.received).toHaveLength(2);
	});

	it('speaks its reader’s language', async () => {
		await at.device('rara', 'hp');
		await db().updateTable('accounts').set({ locale: 'en' }).execute();
		await at.task('Foto rok plisket');
		await at.tell();
		expect(at.service.to('hp')[0]?.message.body).toBe('Assigned to you · Selasar Rona');
	});

	it('comes by the ways that mean devices alone', async () => {
		await at.device('rara', 'hp');
		for (const way of ['all', 'device', 'mail', 'inbox', 'silent'] as const) {
			await at.chooseWay('rara', way);
			await at.task(way);
			await at.tell();
		}
		expect(titlesTo('hp')).toEqual(['all', 'device']);
	});

	it('does not come any more when its reader has chosen otherwise, read it or is done with it', async () => {
		await at.device('rara', 'hp');
		const acts = [
			() => at.chooseWay('rara', 'inbox'),
			() => mark({ read: true }),
			() => mark({ done: true }),
			() => mark({ snoozedUntil: at.home.clock.now() + hour })
		];
		for (const act of acts) {
			await at.chooseWay('rara', 'all');
			await at.task('Foto rok plisket');
			await at.home.services.notices.catchUp();
			await act();
			await at.home.services.pushes.send();
		}
		expect(at.service.received).toEqual([]);
		expect(await waiting()).toEqual([]);
	});

	async function mark(what: { read: true } | { done: true } | { snoozedUntil: number }) {
		const notices = await db().selectFrom('notices').select('id').orderBy('version', 'desc').execute();
		assertDone(await at.home.send('rara', 'notices.mark', { id: notices[0]?.id ?? '', ...what }));
	}

	it('names nothing of a folder that its reader has lost since', async () => {
		await at.device('rara', 'hp');
		await at.task('Rahasia Senja');
		await at.home.services.notices.catchUp();
		expect(await waiting()).toHaveLength(1);
		await at.loseFolder();
		await at.home.services.pushes.send();
		expect([at.service.received, await waiting()]).toEqual([[], []]);
		await at.giveFolder();
		await at.task('Foto rok plisket');
		await at.tell();
		expect(titlesTo('hp')).toEqual(['Foto rok plisket']);
	});

	it('shows a title as it is when it is sent, and nothing of a task that is in the trash', async () => {
		await at.device('rara', 'hp');
		const id = await at.task('Foto rok lama');
		const gone = await at.task('Foto lama');
		await at.home.services.notices.catchUp();
		assertDone(await at.home.send('wulan', 'tasks.rename', { id, title: 'Foto rok baru' }));
		assertDone(await at.home.send('wulan', 'tasks.trash', { id: gone }));
		await at.home.services.pushes.send();
		expect(titlesTo('hp')).toEqual(['Foto rok baru']);
	});

	it('waits in quiet hours, until they are over', async () => {
		await at.device('rara', 'hp');
		at.home.clock.advance(12 * hour);
		await at.task('Malam');
		await at.tell();
		expect(at.service.received).toEqual([]);
		at.home.clock.advance(10 * hour - minute);
		await at.home.services.pushes.send();
		expect(at.service.received).toEqual([]);
		at.home.clock.advance(minute);
		await at.home.services.pushes.send();
		expect(titlesTo('hp')).toEqual(['Malam']);
	});

	it('is one of so many a day; what was passed on still comes, and another day has its own', async () => {
		await at.device('rara', 'hp');
		for (let n = 0; n < pushCap + 5; n++) await at.task(`Tugas ${n}`);
		await at.tell();
		expect(at.service.received).toHaveLength(pushCap - 4);
		expect(await db().selectFrom('notices').select('id').execute()).toHaveLength(pushCap + 5);
		at.home.clock.advance(24 * hour);
		await at.task('Besok');
		await at.tell();
		expect(titlesTo('hp').at(-1)).toBe('Besok');
	});

	it('that is folded into the recap of a day does not come by itself', async () => {
		await at.device('rara', 'hp');
		const ways = Object.fromEntries(noticeKinds.map((kind) => [kind, 'all' as const]));
		await at.home.services.noticeSettings.write(at.home.memberId('rara'), { ...usualNoticeSettings, ways });
		for (let n = 0; n < 15; n++) await at.task(`Terlambat ${n}`, { dueOn: '2026-11-22' });
		await db().deleteFrom('pushes').execute();
		await at.home.services.notices.tick();
		const alone = await db()
			.selectFrom('notices')
			.select('id')
			.where('memberId', '=', at.home.memberId('rara'))
			.where('byId', 'is', null)
			.where('foldedOn', 'is', null)
			.execute();
		expect(alone.length).toBeGreaterThan(0);
		expect(new Set(at.service.to('hp').map(({ message }) => message.tag))).toEqual(
			new Set(alone.map(({ id }) => id))
		);
	});

	it('that is a day old is no news any more', async () => {
		await at.device('rara', 'hp');
		await at.task('Foto rok plisket');
		await at.home.services.notices.catchUp();
		at.home.clock.advance(24 * hour);
		await at.home.services.pushes.send();
		expect([at.service.received, await waiting()]).toEqual([[], []]);
	});

	it('is forgotten some days after', async () => {
		await at.device('rara', 'hp');
		await at.task('Foto rok plisket');
		await at.tell();
		const kept = () => db().selectFrom('pushes').selectAll().execute();
		await forgetPushes(db(), at.home.clock.now() + 2 * 24 * hour);
		expect(await kept()).toHaveLength(1);
		await forgetPushes(db(), at.home.clock.now() + 5 * 24 * hour);
		expect(await kept()).toEqual([]);
	});
});

describe('a push service that', () => {
	beforeEach(() => at.device('rara', 'hp'));

	it('does not take a message is asked again, ever later, and then no more', async () => {
		at.service.answer = () => 503;
		await at.task('Foto rok plisket');
		const tries: number[] = [];
		await at.tell();
		for (let passed = 0; passed < 6 * hour; passed += minute) {
			if (at.service.received.length > tries.length) tries.push(passed / minute);
			at.home.clock.advance(minute);
			await at.home.services.pushes.send();
		}
		expect(tries).toEqual([0, 1, 6, 21, 81, 261]);
		expect(await waiting()).toEqual([]);
	});

	it('takes it at last gets it under the same name, once', async () => {
		at.service.answer = () => 500;
		await at.task('Foto rok plisket');
		await at.tell();
		at.service.answer = () => 201;
		at.home.clock.advance(minute);
		await at.home.services.pushes.send();
		at.home.clock.advance(hour);
		await at.home.services.pushes.send();
		const [first, second, ...more] = at.service.to('hp');
		expect(more).toEqual([]);
		expect(second?.headers['topic']).toBe(first?.headers['topic']);
		expect(second?.message).toEqual(first?.message);
	});

	it('says when it wants to be asked again is left alone until then', async () => {
		at.service.answer = () => 429;
		at.service.headers = { 'retry-after': '600' };
		await at.task('Foto rok plisket');
		await at.tell();
		at.home.clock.advance(10 * minute - 1);
		await at.home.services.pushes.send();
		expect(at.service.received).toHaveLength(1);
		at.home.clock.advance(1);
		await at.home.services.pushes.send();
		expect(at.service.received).toHaveLength(2);
	});

	it.each([404, 410])('answers %i has seen the device for the last time', async (status) => {
		at.service.answer = () => status;
		await at.task('Foto rok plisket');
		await at.task('Foto blus');
		await at.tell();
		expect(at.service.received).toHaveLength(1);
		expect(await db().selectFrom('pushDevices').selectAll().execute()).toEqual([]);
		expect(await waiting()).toEqual([]);
	});

	it('hangs keeps back its own device alone, and no notice', async () => {
		await at.device('rara', 'laptop');
		const { promise, resolve } = Promise.withResolvers<number>();
		at.service.answer = (browser) => (browser === 'hp' ? promise : 201);
		await at.task('Foto rok plisket');
		await at.home.services.notices.catchUp();
		const sending = at.home.services.pushes.send();
		await at.service.arrived;
		await at.task('Foto blus');
		await at.home.services.notices.catchUp();
		expect(await db().selectFrom('notices').select('id').execute()).toHaveLength(2);
		resolve(201);
		await sending;
		expect(titlesTo('laptop')).toContain('Foto rok plisket');
	});

	it('is asked by two processes gets a message once', async () => {
		await at.task('Foto rok plisket');
		await at.home.services.notices.catchUp();
		const other = await openTestWorkspace(at.home.dataDir, { mayReach: () => true });
		await Promise.all([at.home.services.pushes.send(), other.services.pushes.send()]);
		await other.services.close();
		expect(at.service.received).toHaveLength(1);
	});
});

describe('a device that gets notices', () => {
	const devices = () => db().selectFrom('pushDevices').select('id').execute();

	it('is dropped with its session, by whatever it ends', async () => {
		const first = await at.device('rara', 'hp');
		await at.home.services.sessions.end(first.accountId, first.sessionId);
		expect(await devices()).toEqual([]);
		await at.device('rara', 'hp');
		await at.home.services.sessions.endAll(first.accountId);
		expect(await devices()).toEqual([]);
		const signedIn = await at.device('rara', 'hp');
		await at.task('Foto rok plisket');
		await at.home.services.notices.catchUp();
		await db()
			.updateTable('sessions')
			.set({ expiresAt: at.home.clock.now() })
			.where('id', '=', signedIn.sessionId)
			.execute();
		await at.home.services.pushes.send();
		expect(at.service.received).toEqual([]);
	});

	it('is dropped when its member is deactivated, also with a session that lives on elsewhere', async () => {
		const { sessionId } = await at.device('rara', 'hp');
		const other = await openOtherWorkspace({ home: at.home, origin: 'http://127.0.0.1:3000' });
		const there = {
			memberId: await other.join('rara'),
			workspaceId: other.workspaceId,
			cap: 'manage'
		} as const;
		const kept = await at.home.services.pushes.devices.add(there, sessionId, at.service.signUp('hp-sebelah'));
		await at.task('Foto rok plisket');
		await at.home.services.notices.catchUp();
		assertDone(await at.home.send('wulan', 'members.deactivate', { id: at.home.memberId('rara') }));
		expect(await devices()).toEqual([kept]);
		await at.home.services.pushes.send();
		expect(at.service.received).toEqual([]);
	});

	it('is one of ten: with one more the oldest goes, never the newest', async () => {
		const added: string[] = [];
		for (let n = 0; n < 12; n++) {
			added.push((await at.device('rara', `hp${n}`)).id);
			at.home.clock.advance(1);
		}
		const kept = (await devices()).map(({ id }) => id);
		expect(kept.sort()).toEqual(added.slice(2).sort());
	});

	it('belongs to who signed in last: the one before gets nothing there any more', async () => {
		await at.device('wulan', 'hp');
		const { sessionId } = await at.device('rara', 'lain');
		const browser = at.service.signUp('bersama');
		const { devices: all } = at.home.services.pushes;
		await all.add(at.home.caller('rara'), sessionId, browser);
		const yoga = await at.device('yoga', 'hp2');
		await all.add(at.home.caller('yoga'), yoga.sessionId, browser);
		await at.task('Foto rok plisket');
		await at.tell();
		expect(at.service.to('bersama')).toEqual([]);
	});

	it('moves to another address in all its workspaces, and only its own session moves it', async () => {
		const rara = await at.device('rara', 'hp');
		const yoga = await at.device('yoga', 'lain');
		const { devices: all } = at.home.services.pushes;
		expect(await all.move(yoga.sessionId, at.service.signUp('lain-baru'))).toBeUndefined();
		expect(await all.move(rara.sessionId, at.service.signUp('hp-baru'))).toBeUndefined();
		expect(await all.move(uuidv7(), at.service.signUp('hp-asing'))).toEqual({ refused: 'not_found' });
		await at.task('Foto rok plisket');
		await at.tell();
		expect(at.service.received.map(({ browser }) => browser)).toEqual(['hp-baru']);
	});

	it('shows that it works by one message at once, a few times in a while', async () => {
		const { id } = await at.device('rara', 'hp');
		const tryIt = () => at.home.services.pushes.devices.try(at.home.caller('rara'), id);
		for (let n = 0; n < 5; n++) expect(await tryIt()).toEqual({ sent: true });
		expect(at.service.to('hp')[0]?.message.title).toBe('Pemberitahuan sampai');
		expect(await tryIt()).toMatchObject({ refused: 'too_many', retryAfter: 300 });
		at.home.clock.advance(5 * minute);
		at.service.answer = () => 503;
		expect(await tryIt()).toEqual({ sent: false });
	});
});

describe('the installation’s keys', () => {
	it('are made once, whoever asks first, and are the same after a restart', async () => {
		const other = await openTestWorkspace(at.home.dataDir);
		const both = [at.home.services.pushes.devices, other.services.pushes.devices];
		const [first, second] = await Promise.all(both.map((each) => each.publicKey()));
		await other.services.close();
		expect(first).toMatch(/^[A-Za-z0-9_-]{87}$/);
		expect(second).toBe(first);
	});

	it('and the devices that know them are in a backup', async () => {
		await at.device('rara', 'hp');
		const publicKey = await at.home.services.pushes.devices.publicKey();
		await at.task('Foto rok plisket');
		await at.home.services.notices.catchUp();
		const folder = mkdtempSync(join(tmpdir(), 'rapi-push-backup-'));
		await backUp(at.home.dataDir, join(folder, 'backup'), at.home.clock.now());
		await restore(join(folder, 'backup'), join(folder, 'restored'));
		const anew = await openTestWorkspace(join(folder, 'restored'), { mayReach: () => true });
		await anew.services.pushes.send();
		expect(at.service.to('hp').map(({ signedBy }) => signedBy)).toEqual([publicKey]);
		await anew.close();
		rmSync(folder, { recursive: true });
	});

	it('are in no log, and neither is an address or a title, also when a push is given up', async () => {
		const lines: string[] = [];
		const log = pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) });
		await at.device('rara', 'hp');
		await at.task('Rahasia Senja');
		await at.home.services.notices.catchUp();
		at.service.answer = () => 403;
		const other = await openTestWorkspace(at.home.dataDir, { mayReach: () => true, log });
		await other.services.pushes.send();
		await other.services.close();
		const text = lines.join('');
		expect(text).toContain('"code":"403"');
		const { value } = await db()
			.selectFrom('meta')
			.select('value')
			.where('key', '=', 'vapid')
			.executeTakeFirstOrThrow();
		const { privateKey } = JSON.parse(value) as { privateKey: string };
		for (const secret of [privateKey, at.service.origin, 'push/hp', 'Rahasia'])
			expect(text).not.toContain(secret);
	});
});
