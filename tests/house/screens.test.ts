import { globSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { screenCases } from '../support/screens.ts';

const routes = join(import.meta.dirname, '..', '..', 'src', 'routes');

/** Only leads on; it has no screen of its own. */
const leadsOn = '/';

function addresses(): string[] {
	const pages = globSync('**/+page.svelte', { cwd: routes });
	const named = pages.map((page) => `/${dirname(page)}`.replaceAll(/\/\([^)]*\)|\/\.$/g, '') || '/');
	return named.filter((address) => address !== leadsOn).sort();
}

describe('the screens that axe and the pictures go through', () => {
	it('are at every address that has a page, and at no other', () => {
		expect(addresses()).toContain('/[ws]/d/[page]');
		expect([...new Set(screenCases.map(({ route }) => route))].sort()).toEqual(addresses());
	});

	it('have names of their own, for the files of the pictures', () => {
		const names = screenCases.map(({ name }) => name);
		expect(new Set(names).size).toBe(names.length);
	});
});
