import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { GET } from '../../src/routes/api/v1/w/[workspace]/pages/[id]/content.[format]/+server.ts';
import { callRoute, type RouteCall } from '../support/call-route.ts';
import { startSession } from '../support/sign-in.ts';
import { openTestWorkspace, type Person, type TestWorkspace } from '../support/test-workspace.ts';

let home: TestWorkspace;
let pageId: string;
beforeEach(async () => {
	home = await openTestWorkspace();
	pageId = await home.page('Gaji', await home.folder('Keuangan', null, true));
});
afterEach(() => home.close());

async function read(person: Person, format: string, call: Partial<RouteCall> = {}) {
	const { identity } = await startSession(home, person);
	const params = { workspace: home.workspaceId, id: pageId, format };
	return callRoute(home, GET, { identity, params, ...call });
}

describe('the text of a page over HTTP', () => {
	it.each([
		['md', 'text/markdown; charset=utf-8', 'title: "Gaji"'],
		['html', 'text/html; charset=utf-8', '<h1>Gaji</h1>'],
		['json', 'application/json; charset=utf-8', '"title":"Gaji"']
	])('is a file to keep as %s, which no cache keeps', async (format, type, words) => {
		const { status, headers, text } = await read('wulan', format);
		expect([status, headers.get('content-type'), headers.get('cache-control')]).toEqual([
			200,
			type,
			'no-store'
		]);
		expect(headers.get('content-disposition')).toBe(`attachment; filename="page.${format}"`);
		expect(text).toContain(words);
	});

	it.each(['md', 'html', 'json'])('does not exist as %s for who may not see the page', async (format) => {
		const refused = await read('rara', format);
		const missing = await read('rara', format, {
			params: { workspace: home.workspaceId, id: home.workspaceId, format }
		});
		expect([refused.status, refused.body['code']]).toEqual([404, 'not_found']);
		expect(refused.text).toBe(missing.text);
		expect((await read('wulan', format, { identity: undefined })).status).toBe(401);
	});

	it('does not exist in another format', async () => {
		expect((await read('wulan', 'exe')).status).toBe(404);
	});
});
