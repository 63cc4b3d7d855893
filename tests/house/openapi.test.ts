import { globSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { describeApi } from '../../src/routes/api/v1/openapi.json/openapi.ts';

const root = join(import.meta.dirname, '..', '..', 'src', 'routes');

/** Made for Rapi's own screens: they may change with them, so programs are not told of them. */
const ofScreens = [
	'/api/v1/account/',
	'/api/v1/invitations/',
	'/api/v1/openapi.json',
	'/api/v1/push-device',
	'/api/v1/set-up',
	'/api/v1/w/{workspace}/imports',
	'/api/v1/w/{workspace}/notice-settings',
	'/api/v1/w/{workspace}/push-devices',
	'/api/v1/workspaces/{workspace}/'
];

/** A route's address as OpenAPI writes it; one with a choice in it stands for several. */
function addressOf(file: string): RegExp {
	const address = `/${file.replace(/\/\+server\.ts$/, '')}`
		.replaceAll('.', '\\.')
		.replaceAll(/\[(format|noun=listed|name)\]/g, '[a-zA-Z.]+')
		.replaceAll(/\[(\w+)\]/g, '\\{$1\\}');
	return new RegExp(`^${address}$`);
}

it('describes every address of the API that is not for the screens alone', () => {
	const described = Object.keys(describeApi()['paths'] as object);
	const files = globSync('api/**/+server.ts', { cwd: root });
	expect(files.length).toBeGreaterThan(20);
	const missing = files.filter((file) => {
		const address = addressOf(file);
		const plain = `/${file}`.replaceAll(/\[(\w+)\]/g, '{$1}');
		if (ofScreens.some((start) => plain.startsWith(start))) return false;
		return !described.some((path) => address.test(path));
	});
	expect(missing).toEqual([]);
});
