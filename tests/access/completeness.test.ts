import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { clientFrameSchema } from '#domain/wire/feed.ts';
import { pageMessages } from '#domain/wire/protocol.ts';

/** Every route, and the test that says who is denied; null where everybody may ask. */
const routes: Record<string, string | null> = {
	'(public)/language': null,
	'api/v1/openapi.json': null,
	'api/v1/set-up': null,
	'api/v1/invitations/accept': null,
	'api/v1/account/password': 'administration',
	'api/v1/push-device': 'push-devices',
	'api/v1/sessions': 'administration',
	'api/v1/sessions/[id]': 'administration',
	'api/v1/workspaces': 'administration',
	'api/v1/workspaces/[workspace]/invitations': 'administration',
	'api/v1/workspaces/[workspace]/invitations/[id]': 'administration',
	'api/v1/workspaces/[workspace]/invitations/[id]/resend': 'administration',
	'api/v1/workspaces/[workspace]/keys': 'administration',
	'api/v1/workspaces/[workspace]/keys/[id]': 'administration',
	'api/v1/workspaces/[workspace]/settings': 'administration',
	'api/v1/workspaces/[workspace]/calendar-feeds': 'work-lists',
	'api/v1/workspaces/[workspace]/calendar-feeds/[id]': 'work-lists',
	'api/v1/w/[workspace]/[noun=listed]': 'work-lists',
	'api/v1/w/[workspace]/activity': 'work-lists',
	'calendar/[token]': 'work-lists',
	'api/v1/w/[workspace]/commands/[name]': 'matrix',
	'api/v1/w/[workspace]/folders': 'matrix',
	'api/v1/w/[workspace]/imports': 'import-matrix',
	'api/v1/w/[workspace]/imports/[id]': 'import-matrix',
	'api/v1/w/[workspace]/members': 'matrix',
	'api/v1/w/[workspace]/notice-settings': 'notices',
	'api/v1/w/[workspace]/push-devices': 'push-devices',
	'api/v1/w/[workspace]/push-devices/[id]': 'push-devices',
	'api/v1/w/[workspace]/push-devices/[id]/try': 'push-devices',
	'api/v1/w/[workspace]/pages': 'matrix',
	'api/v1/w/[workspace]/pages/[id]': 'matrix',
	'api/v1/w/[workspace]/pages/[id]/content.[format]': 'page-matrix',
	'api/v1/w/[workspace]/pages/[id]/state': 'page-matrix',
	'images/[id]': 'page-matrix'
};

/** Every page that the server has a part in: what it loads, and its forms. */
const pages: Record<string, string | null> = {
	'(public)/join/[token]': null,
	'(public)/signin': null,
	'(public)/start': null,
	'(public)/start/invite': 'forms',
	'(public)/start/process': 'forms',
	'(public)/welcome': null
};

describe('the tests of access know', () => {
	it.each([
		['route', '+server.ts', routes],
		['page with a server’s part', '+page.server.ts', pages]
	])('every %s, and call each one that is not for everybody', (_what, fileName, known) => {
		const found = readdirSync('src/routes', { recursive: true, encoding: 'utf8' })
			.filter((file) => file.endsWith(`/${fileName}`))
			.map((file) => file.slice(0, -`/${fileName}`.length));
		expect(found.sort(), 'say in tests/access who may call a new one').toEqual(Object.keys(known).sort());
		for (const [route, test] of Object.entries(known)) {
			if (test === null) continue;
			const source = readFileSync(`tests/access/${test}.test.ts`, 'utf8');
			expect(source.includes(`/routes/${route}/${fileName}`), `${test} calls ${route}`).toBe(true);
		}
	});

	it('every layout with a server’s part: the public one, which says the language', () => {
		const found = readdirSync('src/routes', { recursive: true, encoding: 'utf8' });
		expect(found.filter((file) => file.endsWith('+layout.server.ts'))).toEqual([
			'(public)/+layout.server.ts'
		]);
	});

	it('every frame that a device can send', () => {
		const types = clientFrameSchema.options.map((option) => option.entries.type.literal);
		expect(types, 'a new frame needs its own denials in tests/access').toEqual(['hello', 'push', 'presence']);
	});

	it('every message type of a page’s socket', () => {
		expect(Object.keys(pageMessages), 'a new type needs its own denials in page-matrix').toEqual([
			'sync',
			'awareness',
			'queryAwareness',
			'saved',
			'refused',
			'packed'
		]);
	});
});
