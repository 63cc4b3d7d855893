import { describe, expect, it } from 'vitest';
import { nextPath } from './next-path.ts';

describe('the way after signing in', () => {
	it.each(['/selasar', '/selasar/f/ops-1?view=list#x', '/'])('keeps the own path %s', (path) => {
		expect(nextPath(path)).toBe(path);
	});

	it.each([
		'https://evil.example/',
		'//evil.example',
		'/\\evil.example',
		'/\t/evil.example',
		'\\\\evil.example',
		'/..//evil.example',
		'javascript:alert(1)',
		'selasar',
		'',
		null
	])('never leads to %j', (path) => {
		expect(nextPath(path, '/home')).toBe('/home');
	});
});
