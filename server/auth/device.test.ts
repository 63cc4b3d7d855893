import { describe, expect, it } from 'vitest';
import { addressPrefix, clientAddress, deviceLabel } from './device.ts';

describe('the address of a caller', () => {
	it('is the peer unless a proxy is declared', () => {
		expect(clientAddress('10.0.0.9', '1.2.3.4', 0)).toBe('10.0.0.9');
	});

	it('is what the outermost declared proxy wrote, not what the caller added before it', () => {
		expect(clientAddress('10.0.0.9', '6.6.6.6, 1.2.3.4', 1)).toBe('1.2.3.4');
		expect(clientAddress('10.0.0.9', '6.6.6.6, 1.2.3.4, 10.0.0.8', 2)).toBe('1.2.3.4');
	});

	it('is the peer when the list is too short or holds no address', () => {
		expect(clientAddress('10.0.0.9', '1.2.3.4', 2)).toBe('10.0.0.9');
		expect(clientAddress('10.0.0.9', 'unknown', 1)).toBe('10.0.0.9');
	});

	it.each([
		['192.168.7.21', '192.168.7.0/24'],
		['::ffff:192.168.7.21', '192.168.7.0/24'],
		['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
		['2001:db8::6', '2001:db8:0:0::/64'],
		['::1', '0:0:0:0::/64'],
		['nonsense', '']
	])('%s belongs to %s', (address, prefix) => {
		expect(addressPrefix(address)).toBe(prefix);
	});
});

describe('a device', () => {
	it.each([
		[
			'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/130.0 Mobile Safari/537.36',
			'Chrome, Android'
		],
		['Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Safari/604.1', 'Safari, iOS'],
		['Mozilla/5.0 (Windows NT 10.0) Chrome/130.0 Safari/537.36 Edg/130.0', 'Edge, Windows'],
		['curl/8', '']
	])('%s is called "%s"', (userAgent, label) => {
		expect(deviceLabel(userAgent)).toBe(label);
	});
});
