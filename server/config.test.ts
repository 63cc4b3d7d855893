import { describe, expect, it } from 'vitest';
import { ConfigError, parseConfig, refuseUnreachable } from './config.ts';

describe('configuration', () => {
	it('needs nothing: this machine only, data beside the program', () => {
		expect(parseConfig({})).toMatchObject({ port: 3000, host: '127.0.0.1', dataDir: './data', url: null });
	});

	it('keeps only the origin of an address', () => {
		expect(parseConfig({ RAPI_URL: 'https://rapi.selasar-rona.example/' }).url).toBe(
			'https://rapi.selasar-rona.example'
		);
	});

	it.each([
		['PORT', 'tiga ribu'],
		['PORT', '70000'],
		['RAPI_URL', 'selasar-rona.example'],
		['RAPI_URL', 'https://selasar-rona.example/rapi'],
		['SMTP_URL', 'https://mail.example'],
		['RAPI_PROXY_DEPTH', '-1'],
		['RAPI_LOG', 'loud']
	])('names %s when it is %s', (name, value) => {
		expect(() => parseConfig({ [name]: value })).toThrow(ConfigError);
		expect(() => parseConfig({ [name]: value })).toThrow(name);
		expect(() => parseConfig({ [name]: value })).toThrow(value);
	});

	it.each(['127.0.0.1', '127.0.0.2', '::1', 'localhost'])('needs no address for people at %s', (host) => {
		expect(() => refuseUnreachable({ host, url: null })).not.toThrow();
	});

	it.each(['0.0.0.0', '::', '192.168.1.5', 'rapi.example'])('needs one where HOST is %s', (host) => {
		expect(() => refuseUnreachable({ host, url: null })).toThrow(ConfigError);
		expect(() => refuseUnreachable({ host, url: 'https://rapi.example' })).not.toThrow();
	});
});
