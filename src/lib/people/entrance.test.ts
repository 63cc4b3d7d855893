import { describe, expect, it } from 'vitest';
import { findEntrance } from './entrance.ts';

const nothingKnown = () => Promise.resolve([]);
const offline = () => Promise.reject(new TypeError('no network'));

function answering(status: number, body: unknown) {
	return () => Promise.resolve(Response.json(body, { status }));
}

describe('the bare address', () => {
	it('leads to the workspace last opened here, with no network', async () => {
		const known = () =>
			Promise.resolve([
				{ slug: 'first', openedAt: 1 },
				{ slug: 'last', openedAt: 2 }
			]);
		expect(await findEntrance(known, offline)).toBe('/last');
	});

	it('leads a new device to the first workspace of whoever is signed in', async () => {
		const ask = answering(200, { ok: true, workspaces: [{ slug: 'rona' }, { slug: 'other' }] });
		expect(await findEntrance(nothingKnown, ask)).toBe('/rona');
	});

	it('tells somebody with no workspace so', async () => {
		expect(await findEntrance(nothingKnown, answering(200, { ok: true, workspaces: [] }))).toBe('/welcome');
	});

	it('leads everybody else to signing in', async () => {
		expect(await findEntrance(nothingKnown, answering(401, { ok: false }))).toBe('/signin');
		expect(await findEntrance(nothingKnown, offline)).toBe('/signin');
	});
});
