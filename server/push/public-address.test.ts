import { describe, expect, it } from 'vitest';
import { isPublicAddress, onlyPublic } from './public-address.ts';

describe('an address of the public internet', () => {
	it.each(['142.250.4.188', '1.1.1.1', '172.15.0.1', '172.32.0.1', '100.63.0.1', '2606:4700::6810:84e5'])(
		'is %s, by the port of https alone',
		(address) => {
			expect(isPublicAddress(address)).toBe(true);
			expect([onlyPublic(address, 443), onlyPublic(address, 22), onlyPublic(address, 8443)]).toEqual([
				true,
				false,
				false
			]);
		}
	);

	it.each([
		['this machine', '127.0.0.1'],
		['this machine', '127.9.9.9'],
		['this machine', '0.0.0.0'],
		['this machine', '::1'],
		['this machine', '::'],
		['a network of one’s own', '10.1.2.3'],
		['a network of one’s own', '172.16.0.1'],
		['a network of one’s own', '172.31.255.255'],
		['a network of one’s own', '192.168.1.1'],
		['a network of one’s own', 'fd00::1'],
		['a network of one’s own', 'fc00::1'],
		['a provider’s inner network', '100.64.0.1'],
		['a link', '169.254.169.254'],
		['a link', 'fe80::1'],
		['a link', 'fe80::1%eth0'],
		['many', '224.0.0.1'],
		['many', 'ff02::1'],
		['nobody', '255.255.255.255'],
		['examples', '192.0.2.1'],
		['examples', '2001:db8::1'],
		['measuring', '198.18.0.1'],
		['IPv4 in IPv6', '::ffff:127.0.0.1'],
		['IPv4 in IPv6', '::ffff:10.0.0.1'],
		['IPv4 in IPv6', '64:ff9b::7f00:1'],
		['a tunnel', '2002:7f00:1::'],
		['a tunnel', '2001:0:7f00:1::'],
		['no address', 'localhost'],
		['no address', '']
	])('is not %s: %s', (_what, address) => {
		expect(isPublicAddress(address)).toBe(false);
	});
});
