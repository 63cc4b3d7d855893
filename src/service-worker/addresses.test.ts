import { describe, expect, it } from 'vitest';
import { isAppAddress } from './addresses.ts';

describe('addresses that the cached shell answers', () => {
	it.each(['/', '/selasar-rona', '/selasar-rona/f/1', '/selasar-rona/settings/data'])('%s', (path) => {
		expect(isAppAddress(path)).toBe(true);
	});

	it.each([
		'/api/v1/workspaces',
		'/sync/feed',
		'/images/0123',
		'/_app/immutable/x.js',
		'/signin',
		'/icon.svg'
	])('leaves %s to the server', (path) => expect(isAppAddress(path)).toBe(false));
});
