import { isIP } from 'node:net';

/** From where a request comes, as far as sessions and limits want to know. */
export interface Device {
	userAgent: string;
	address: string;
}

const systems: readonly [RegExp, string][] = [
	[/iPhone|iPad/, 'iOS'],
	[/Android/, 'Android'],
	[/Windows/, 'Windows'],
	[/Mac OS X|Macintosh/, 'macOS'],
	[/CrOS/, 'ChromeOS'],
	[/Linux/, 'Linux']
];

/** In this order: most browsers also carry the names of those after them. */
const browsers: readonly [RegExp, string][] = [
	[/Edg(e|A|iOS)?\//, 'Edge'],
	[/SamsungBrowser\//, 'Samsung Internet'],
	[/OPR\/|Opera/, 'Opera'],
	[/Firefox\/|FxiOS\//, 'Firefox'],
	[/Chrome\/|CriOS\//, 'Chrome'],
	[/Safari\//, 'Safari']
];

/** A device as its owner would name it, "Chrome, Android"; '' when the user agent says nothing known. */
export function deviceLabel(userAgent: string): string {
	const nameIn = (table: readonly [RegExp, string][]) =>
		table.find(([pattern]) => pattern.test(userAgent))?.[1];
	return [nameIn(browsers), nameIn(systems)].filter(Boolean).join(', ');
}

/**
 * The caller's address. `X-Forwarded-For` is believed only as far as proxies of our own wrote it:
 * with a depth of n, the n-th entry from the right. A shorter list came past a proxy and says nothing.
 */
export function clientAddress(peer: string, forwardedFor: string | undefined, proxyDepth: number): string {
	if (proxyDepth === 0 || forwardedFor === undefined) return peer;
	const claimed = forwardedFor.split(',').at(-proxyDepth)?.trim();
	return claimed !== undefined && isIP(claimed) ? claimed : peer;
}

/** The network of an address: what is shown to its owner and counted by limits (/24, or /64 of IPv6). */
export function addressPrefix(address: string): string {
	const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
	if (isIP(plain) === 4) return `${plain.split('.').slice(0, 3).join('.')}.0/24`;
	if (isIP(plain) === 6) return `${expandIpv6(plain).slice(0, 4).join(':')}::/64`;
	return '';
}

function expandIpv6(address: string): string[] {
	const [head = '', tail] = (address.split('%')[0] ?? '').split('::');
	const left = head === '' ? [] : head.split(':');
	const right = tail === undefined || tail === '' ? [] : tail.split(':');
	const gap = Array.from({ length: 8 - left.length - right.length }, () => '0');
	return tail === undefined ? left : [...left, ...gap, ...right];
}
