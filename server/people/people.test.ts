import { uuidv7 } from 'uuidv7';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { outsiderGrantMs } from '#domain/access/level.ts';
import { isPeopleRefusal, type PeopleRefusal } from '#domain/people/people-refusal.ts';
import type { Committed } from '../events/bus.ts';
import { createLinks } from './links.ts';
import { slugOf } from './new-workspace.ts';
import { startSession } from '../../tests/support/sign-in.ts';
import { openTestWorkspace, type Person, type TestWorkspace } from '../../tests/support/test-workspace.ts';
import { invitationMs, type Invited } from './invitations.ts';
import { sayReady } from './ready.ts';

const newcomer = { name: 'Sari Utami', password: 'tiga ember cat biru', locale: 'id' };
let home: TestWorkspace;
beforeEach(async () => {
	home = await openTestWorkspace();
});
afterEach(() => home.close());

function granted<T>(result: T | PeopleRefusal): T {
	if (isPeopleRefusal(result)) throw new Error(`refused: ${JSON.stringify(result)}`);
	return result;
}

const tokenOf = ({ link }: Invited) => link.slice(link.lastIndexOf('/') + 1);

async function invite(person: Person, facts: object = {}) {
	const input = { email: 'sari@selasar-rona.example', role: 'staff', grants: [], ...facts };
	return home.services.people.invitations.invite(home.caller(person), input);
}

const join = (token: string) => home.services.people.acceptance.joinAsNew(token, newcomer);

describe('an invitation', () => {
	it('makes an account, a member and the grants in one commit that the feed hears of', async () => {
		const folderId = await home.folder('Keuangan', null, true);
		const heard: Committed[] = [];
		home.services.bus.subscribe((news) => heard.push(news));
		const invited = granted(await invite('wulan', { grants: [{ folderId, level: 'view', endsAt: null }] }));
		const { memberId, workspaceId } = granted(await join(tokenOf(invited)));
		expect(heard).toHaveLength(1);
		expect(heard[0]).toMatchObject({ command: 'people.join', memberId, accessChanged: true });
		expect(heard[0]?.changes.map(({ noun }) => noun)).toEqual(['members', 'grants']);
		expect(JSON.stringify(heard)).not.toContain('accountId');
		const actor = await home.services.finders.actor({ memberId, workspaceId, cap: 'manage' });
		expect(actor && (await home.services.finders.levelIn(actor, folderId))).toBe('view');
		const events = await home.services.storage.db.selectFrom('event').select('name').execute();
		expect(events.at(-1)?.name).toBe('people.join');
	});

	it('is an event when it is made, sent again and taken back, and no event tells its link', async () => {
		const first = granted(await invite('wulan'));
		const { invitations } = home.services.people;
		const second = granted(await invitations.resend(home.caller('dimas'), first.invitation.id));
		await invitations.revoke(home.caller('dimas'), first.invitation.id);
		const events = await home.services.storage.db.selectFrom('event').selectAll().execute();
		expect(events.map(({ name, actor, cause }) => [name, actor, cause])).toEqual([
			['invitations.make', home.memberId('wulan'), first.invitation.id],
			['invitations.resend', home.memberId('dimas'), first.invitation.id],
			['invitations.revoke', home.memberId('dimas'), first.invitation.id]
		]);
		for (const invited of [first, second]) expect(JSON.stringify(events)).not.toContain(tokenOf(invited));
	});

	it('works once', async () => {
		const token = tokenOf(granted(await invite('wulan')));
		granted(await join(token));
		expect(await join(token)).toEqual({ refused: 'link_invalid' });
		expect(await home.services.people.acceptance.preview(token)).toBeUndefined();
	});

	it('works once even for two at the same moment', async () => {
		const token = tokenOf(granted(await invite('wulan')));
		const { acceptance } = home.services.people;
		const rara = await startSession(home, 'rara');
		await home.send('wulan', 'members.deactivate', { id: home.memberId('rara') });
		const results = await Promise.all([join(token), acceptance.joinSignedIn(token, rara.identity)]);
		expect(results.filter(isPeopleRefusal)).toEqual([{ refused: 'link_invalid' }]);
	});

	it('ends after 72 hours', async () => {
		const token = tokenOf(granted(await invite('wulan')));
		home.clock.advance(invitationMs);
		expect(await join(token)).toEqual({ refused: 'link_invalid' });
	});

	it('does nothing when it was revoked, changed by a letter, or never made', async () => {
		const invited = granted(await invite('wulan'));
		const token = tokenOf(invited);
		const changed = (token.startsWith('A') ? 'B' : 'A') + token.slice(1);
		expect(await join(changed)).toEqual({ refused: 'link_invalid' });
		expect(
			await home.services.people.invitations.revoke(home.caller('dimas'), invited.invitation.id)
		).toBeUndefined();
		expect(await join(token)).toEqual({ refused: 'link_invalid' });
		expect(await join('')).toEqual({ refused: 'link_invalid' });
	});

	it('gets a new link when it is sent again, and the old one stops', async () => {
		const first = granted(await invite('wulan'));
		const second = granted(
			await home.services.people.invitations.resend(home.caller('wulan'), first.invitation.id)
		);
		expect(await join(tokenOf(first))).toEqual({ refused: 'link_invalid' });
		granted(await join(tokenOf(second)));
	});

	it('is kept as a hash, and no list shows its link', async () => {
		const token = tokenOf(granted(await invite('wulan')));
		const { db } = home.services.storage;
		expect(JSON.stringify(await db.selectFrom('invitations').selectAll().execute())).not.toContain(token);
		const listed = granted(await home.services.people.invitations.list(home.caller('wulan')));
		expect(listed).toMatchObject([{ email: 'sari@selasar-rona.example', role: 'staff' }]);
		expect(JSON.stringify(listed)).not.toContain(token);
	});

	it('is for owners and admins to give, and an owner only for an owner', async () => {
		for (const person of ['rara', 'nadia', 'hendra'] as const) {
			expect(await invite(person)).toEqual({ refused: 'not_found' });
			expect(await home.services.people.invitations.list(home.caller(person))).toEqual({
				refused: 'not_found'
			});
		}
		expect(await invite('dimas', { role: 'owner' })).toEqual({ refused: 'not_found', field: 'role' });
		granted(await invite('wulan', { role: 'owner' }));
	});

	it('is worth nothing once whoever gave it may not invite any more', async () => {
		const token = tokenOf(granted(await invite('dimas')));
		await home.send('wulan', 'members.setRole', { id: home.memberId('dimas'), role: 'staff' });
		expect(await join(token)).toEqual({ refused: 'link_invalid' });
	});

	it('gives somebody from outside ninety days unless another end was chosen', async () => {
		const folderId = await home.folder('Foto');
		const facts = { role: 'vendor', grants: [{ folderId, level: 'edit', endsAt: null }] };
		const { invitation } = granted(await invite('wulan', facts));
		expect(invitation.grants[0]?.endsAt).toBe(home.clock.now() + outsiderGrantMs);
	});

	it('refuses folders that are not there, vendors who manage, and ends that are past', async () => {
		const folderId = await home.folder('Foto');
		const vendor = (grant: object) =>
			invite('wulan', { role: 'vendor', grants: [{ folderId, level: 'edit', endsAt: null, ...grant }] });
		expect(await vendor({ folderId: uuidv7() })).toEqual({
			refused: 'not_found',
			field: 'grants.0.folderId'
		});
		expect(await vendor({ level: 'manage' })).toEqual({ refused: 'outsider_level', field: 'grants.0.level' });
		expect(await vendor({ endsAt: home.clock.now() })).toEqual({
			refused: 'invalid',
			field: 'grants.0.endsAt'
		});
	});

	it('refuses an address that would write into the head of a mail', async () => {
		const email = 'sari@x.example\r\nBcc: all@x.example';
		expect(await invite('wulan', { email })).toEqual({ refused: 'invalid', field: 'email' });
	});

	it('brings a member of another workspace in with the account they have', async () => {
		const token = tokenOf(granted(await invite('wulan')));
		const { memberId, accountId } = granted(await join(token));
		await home.send('wulan', 'members.deactivate', { id: memberId });
		const again = tokenOf(granted(await invite('wulan')));
		expect(await join(again)).toEqual({ refused: 'sign_in_first' });
		const { id: sessionId } = await home.services.sessions.start(accountId, { userAgent: '', address: '' });
		const identity = { kind: 'session', accountId, sessionId } as const;
		const back = granted(await home.services.people.acceptance.joinSignedIn(again, identity));
		expect(back.memberId).toBe(memberId);
	});

	it('gives somebody who comes back what it promises, and nothing of what they had', async () => {
		const [closed, promised] = [await home.folder('Keuangan', null, true), await home.folder('Foto')];
		const { memberId, accountId } = granted(await join(tokenOf(granted(await invite('wulan')))));
		await home.send('wulan', 'grants.set', {
			id: uuidv7(),
			folderId: closed,
			memberId,
			role: null,
			level: 'manage',
			endsAt: null
		});
		await home.send('wulan', 'members.deactivate', { id: memberId });
		const facts = { role: 'freelancer', grants: [{ folderId: promised, level: 'view', endsAt: null }] };
		const again = tokenOf(granted(await invite('wulan', facts)));
		const { id: sessionId } = await home.services.sessions.start(accountId, { userAgent: '', address: '' });
		const identity = { kind: 'session', accountId, sessionId } as const;
		granted(await home.services.people.acceptance.joinSignedIn(again, identity));
		const { finders } = home.services;
		const actor = await finders.actor({ memberId, workspaceId: home.workspaceId, cap: 'manage' });
		if (!actor) throw new Error('nobody came back');
		expect(await finders.levelIn(actor, closed)).toBe('none');
		expect(await finders.levelIn(actor, promised)).toBe('view');
	});

	it('is not for somebody who is a member already', async () => {
		const token = tokenOf(granted(await invite('wulan')));
		const rara = await startSession(home, 'rara');
		const { acceptance } = home.services.people;
		expect(await acceptance.joinSignedIn(token, rara.identity)).toEqual({ refused: 'already_member' });
		granted(await join(token));
		expect(await invite('wulan')).toEqual({ refused: 'already_member', field: 'email' });
	});
});

describe('the first run', () => {
	const first = {
		workspaceName: 'Kopi Lestari',
		name: 'Ayu Lestari',
		email: 'ayu@kopi.example',
		password: 'tiga ember cat biru',
		locale: 'id',
		sells: ['kopi'],
		channels: ['WhatsApp']
	};

	it('offers no link while somebody owns the place', async () => {
		expect(await home.services.people.setUp.offer()).toBeUndefined();
		expect(await home.services.people.setUp.setUp({ ...first, token: 'x' })).toMatchObject({
			refused: 'link_invalid'
		});
	});

	it('makes workspace, account and owner with the link that was printed last, once', async () => {
		const { storage, people, finders } = home.services;
		storage.sqlite.exec('delete from members');
		const old = await people.setUp.offer();
		const token = await people.setUp.offer();
		expect(await people.setUp.setUp({ ...first, token: old })).toMatchObject({ refused: 'link_invalid' });
		expect(await people.setUp.setUp({ ...first, token, password: 'kopi lestari 1' })).toEqual({
			refused: 'password_common',
			field: 'password'
		});
		const done = granted(await people.setUp.setUp({ ...first, token }));
		expect(done.slug).toBe('kopi-lestari');
		const owner = await finders.actor({
			memberId: done.memberId,
			workspaceId: done.workspaceId,
			cap: 'manage'
		});
		expect(owner?.role).toBe('owner');
		expect(await people.setUp.setUp({ ...first, token })).toMatchObject({ refused: 'link_invalid' });
		expect(await people.setUp.offer()).toBeUndefined();
	});

	it.each([
		['Asia/Makassar', 'Asia/Makassar'],
		['Asia/Bandung', 'Asia/Jakarta'],
		['', 'Asia/Jakarta'],
		[undefined, 'Asia/Jakarta']
	])('takes the time zone of the owner’s device where there is such a one: %s', async (timeZone, kept) => {
		const { storage, people, workspaceSettings } = home.services;
		storage.sqlite.exec('delete from members');
		const token = await people.setUp.offer();
		const { memberId, workspaceId } = granted(await people.setUp.setUp({ ...first, token, timeZone }));
		const caller = { memberId, workspaceId, cap: 'manage' as const };
		expect(await workspaceSettings.read(caller)).toEqual({ name: 'Kopi Lestari', timeZone: kept });
	});

	it('is announced with the port that was opened, while there is no owner', async () => {
		const { storage, people } = home.services;
		const server = { address: () => ({ port: 5173, family: 'IPv4', address: '127.0.0.1' }) };
		const lines: string[] = [];
		await sayReady(people, server, (line) => lines.push(line));
		expect(lines).toEqual(['Rapi is ready at http://127.0.0.1:5173']);
		storage.sqlite.exec('delete from members');
		await sayReady(people, server, (line) => lines.push(line));
		const [, token = ''] =
			/^Set it up here, once: http:\/\/127\.0\.0\.1:5173\/start\?token=(.+)$/.exec(lines[2] ?? '') ?? [];
		expect(await people.setUp.accepts(token)).toBe(true);
	});

	it("gives no workspace one of Rapi's own addresses", async () => {
		const { storage, people } = home.services;
		storage.sqlite.exec('delete from members');
		const token = await people.setUp.offer();
		const done = granted(await people.setUp.setUp({ ...first, token, workspaceName: 'Metrics' }));
		expect(done.slug).toBe('metrics-2');
	});
});

describe('a link', () => {
	it('is built from the configured address, else from where the server listens', () => {
		const local = createLinks({ url: null, host: '127.0.0.1', port: 0 });
		local.listeningAt(4321);
		expect(local.to('/join/x')).toBe('http://127.0.0.1:4321/join/x');
		const configured = createLinks({ url: 'https://rapi.example', host: '0.0.0.0', port: 3000 });
		configured.listeningAt(3000);
		expect(configured.to('/join/x')).toBe('https://rapi.example/join/x');
	});

	it.each([
		['Kopi Lestari', 'kopi-lestari'],
		['  Ça va — Café! ', 'ca-va-cafe'],
		['日本', 'rapi']
	])('to "%s" says %s', (name, slug) => {
		expect(slugOf(name)).toBe(slug);
	});
});
