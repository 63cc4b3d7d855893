import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { uuidv7 } from 'uuidv7';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CommandInput } from '#domain/commands/commands.ts';
import { usualNoticeSettings } from '#domain/notices/notice-settings.ts';
import { furnishWork, type Work } from '../../tests/support/furnish-work.ts';
import { assertDone, openTestWorkspace, type TestWorkspace } from '../../tests/support/test-workspace.ts';
import { createMailer } from '../people/mailer.ts';
import { createNotices, type Notices } from './notices.ts';

const minute = 60_000;
/** The clock starts at 09.00 in Jakarta; this long after is 07.30 of the day after. */
const untilRecap = 22.5 * 60 * minute;

let received: Buffer[];
let failing: boolean;
let hanging: boolean;
/** A mail stands at the door of the server, which answers once it is released. */
let arrived: Promise<void>;
let release: () => void;
let server: SMTPServer;
let home: TestWorkspace;
let work: Work;
let folderId: string;
let notices: Notices;

beforeEach(async () => {
	received = [];
	failing = false;
	hanging = false;
	const atDoor = Promise.withResolvers<void>();
	const answer = Promise.withResolvers<void>();
	arrived = atDoor.promise;
	release = answer.resolve;
	server = new SMTPServer({
		authOptional: true,
		disabledCommands: ['STARTTLS'],
		onRcptTo(_address, _session, done) {
			atDoor.resolve();
			if (hanging) void answer.promise.then(() => done());
			else done(failing ? new Error('no such mailbox') : null);
		},
		onData(stream, _session, done) {
			const chunks: Buffer[] = [];
			stream.on('data', (chunk: Buffer) => chunks.push(chunk));
			stream.on('end', () => {
				received.push(Buffer.concat(chunks));
				done();
			});
		}
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	home = await openTestWorkspace();
	folderId = await home.folder('Pemasaran', null, true);
	const given = { memberId: home.memberId('rara'), role: null, level: 'edit', endsAt: null } as const;
	assertDone(await home.send('wulan', 'grants.set', { id: uuidv7(), folderId, ...given }));
	work = await furnishWork(home, folderId);
	await home.services.storage.db.deleteFrom('notices').execute();
	notices = mailing();
});
afterEach(async () => {
	await notices.close();
	await home.close();
	await new Promise<void>((resolve) => server.close(resolve));
});

function mailing(): Notices {
	const address = server.server.address();
	const smtpUrl = `smtp://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
	const { bus, clock, commands, log, people, pushes, storage } = home.services;
	return createNotices({
		...{ db: storage.db, bus, clock, commands, log, pushes, links: people.links },
		sendMail: createMailer({ smtpUrl, mailFrom: 'Rapi <rapi@rapi.example>' })
	});
}

async function task(title: string, facts: CommandInput<'tasks.create'>['with'] = {}): Promise<string> {
	const id = uuidv7();
	const place = { boardId: work.boardId, columnId: work.columns.todo, orderKey: 'a5' };
	const mine = { assigneeIds: [home.memberId('rara')], ...facts };
	assertDone(await home.send('wulan', 'tasks.create', { id, ...place, title, with: mine }));
	return id;
}

/** The mails that went to one person, as their program shows them. */
async function mailsTo(person: 'rara' | 'wulan' | 'yoga') {
	const mails = await Promise.all(received.map((raw) => PostalMime.parse(raw)));
	return mails.filter(({ to }) => to?.[0]?.address?.startsWith(`${person}.`));
}

async function loseFolder() {
	const { db } = home.services.storage;
	const { id } = await db
		.selectFrom('grants')
		.select('id')
		.where('memberId', '=', home.memberId('rara'))
		.executeTakeFirstOrThrow();
	assertDone(await home.send('wulan', 'grants.remove', { id }));
}

describe('the daily mail', () => {
	it('is one, and says what is new, due, late and blocked', async () => {
		await task('Foto rok plisket', { dueOn: '2026-11-24' });
		await task('Kirim ulang pesanan', { dueOn: '2026-11-20' });
		const blocked = await task('Pesan kain');
		assertDone(await home.send('wulan', 'tasks.block', { id: blocked, blockerId: work.blockerId }));
		await notices.catchUp();
		home.clock.advance(untilRecap - minute);
		await notices.tick();
		expect(await mailsTo('rara')).toEqual([]);
		home.clock.advance(minute);
		await notices.tick();
		const [mail, ...more] = await mailsTo('rara');
		expect(more).toEqual([]);
		expect(mail?.subject).toBe('Ringkasan hari ini dari Selasar Rona');
		const text = mail?.text ?? '';
		const parts = [
			'Terlambat\n- Kirim ulang pesanan',
			'Tenggat hari ini\n- Foto rok plisket',
			'Baru untuk Anda\n'
		];
		for (const part of [...parts, 'Terhambat\n- Pesan kain']) expect(text).toContain(part);
		expect(text).toContain(`/t/${blocked}`);
	});

	it('never comes twice on a day: not by a later tick, another process, or after a failure', async () => {
		await task('Foto rok plisket', { dueOn: '2026-11-24' });
		home.clock.advance(untilRecap);
		await Promise.all([notices.tick(), mailing().tick()]);
		home.clock.advance(5 * minute);
		await notices.tick();
		expect(await mailsTo('rara')).toHaveLength(1);
		failing = true;
		home.clock.advance(24 * 60 * minute);
		await notices.tick();
		failing = false;
		await notices.tick();
		expect(await mailsTo('rara')).toHaveLength(1);
	});

	it('that hangs at its server keeps no notice waiting', async () => {
		await task('Foto rok plisket', { dueOn: '2026-11-24' });
		home.clock.advance(untilRecap);
		hanging = true;
		const ticking = notices.tick();
		await arrived;
		await task('Foto blus');
		await notices.catchUp();
		const told = await home.services.storage.db.selectFrom('notices').select('kind').execute();
		expect(told.filter(({ kind }) => kind === 'assigned')).toHaveLength(2);
		release();
		await ticking;
		expect(await mailsTo('rara')).toHaveLength(1);
	});

	it('names nothing of a folder that its reader has lost since', async () => {
		await task('Rahasia Senja', { dueOn: '2026-11-24' });
		await notices.catchUp();
		await loseFolder();
		home.clock.advance(untilRecap);
		await notices.tick();
		expect(await mailsTo('rara')).toEqual([]);
		expect(received.some((raw) => raw.includes('Rahasia'))).toBe(false);
	});

	it('shows a title as it is when the mail goes out', async () => {
		const id = await task('Foto rok lama', { dueOn: '2026-11-24' });
		assertDone(await home.send('wulan', 'tasks.rename', { id, title: 'Foto rok baru' }));
		home.clock.advance(untilRecap);
		await notices.tick();
		expect((await mailsTo('rara'))[0]?.text).toContain('Foto rok baru');
	});

	it('does not come where there is nothing to say, where it is not wanted, or on a day of leave', async () => {
		home.clock.advance(untilRecap);
		await notices.tick();
		expect(received).toEqual([]);
		await task('Foto rok plisket', { dueOn: '2026-11-25' });
		const memberId = home.memberId('rara');
		await home.services.noticeSettings.write(memberId, { ...usualNoticeSettings, recapAt: null });
		home.clock.advance(24 * 60 * minute);
		await notices.tick();
		await home.services.noticeSettings.write(memberId, usualNoticeSettings);
		const leave = { id: uuidv7(), memberId, from: '2026-11-25', to: '2026-11-25' };
		assertDone(await home.send('wulan', 'leaves.set', leave));
		await notices.tick();
		expect(await mailsTo('rara')).toEqual([]);
	});

	it('comes at the hour that its reader chose', async () => {
		await task('Foto rok plisket', { dueOn: '2026-11-23' });
		const chosen = { ...usualNoticeSettings, recapAt: '16:00' };
		await home.services.noticeSettings.write(home.memberId('rara'), chosen);
		await notices.tick();
		expect(await mailsTo('rara')).toEqual([]);
		home.clock.advance(7 * 60 * minute);
		await notices.tick();
		expect(await mailsTo('rara')).toHaveLength(1);
	});
});
