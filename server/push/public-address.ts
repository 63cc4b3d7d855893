import { BlockList, isIP } from 'node:net';

/** Whether the server may call this IP address at this port. */
export type MayReach = (address: string, port: number) => boolean;

/** The usual answer: push services are on the public internet, behind the port of https. */
export const onlyPublic: MayReach = (address, port) => port === 443 && isPublicAddress(address);

/**
 * Whether an IP address is one of the public internet: not of this machine, of a network of one's
 * own, or kept for another purpose (IANA's special-purpose registries). What is unknown is not.
 */
export function isPublicAddress(address: string): boolean {
	const family = isIP(address);
	if (family === 4) return !special4.check(address, 'ipv4');
	return family === 6 && unicast6.check(address, 'ipv6') && !special6.check(address, 'ipv6');
}

const special4 = blockList('ipv4', [
	['0.0.0.0', 8],
	['10.0.0.0', 8],
	['100.64.0.0', 10],
	['127.0.0.0', 8],
	['169.254.0.0', 16],
	['172.16.0.0', 12],
	['192.0.0.0', 24],
	['192.0.2.0', 24],
	['192.88.99.0', 24],
	['192.168.0.0', 16],
	['198.18.0.0', 15],
	['198.51.100.0', 24],
	['203.0.113.0', 24],
	['224.0.0.0', 4],
	['240.0.0.0', 4]
]);

/** All that is given out as public; IPv4 in IPv6's clothes (mapped, NAT64) is not of it. */
const unicast6 = blockList('ipv6', [['2000::', 3]]);

/** Tunnels that would lead to an IPv4 address of anywhere (Teredo, 6to4), and examples. */
const special6 = blockList('ipv6', [
	['2001::', 23],
	['2001:db8::', 32],
	['2002::', 16],
	['3fff::', 20]
]);

function blockList(family: 'ipv4' | 'ipv6', networks: readonly (readonly [string, number])[]): BlockList {
	const list = new BlockList();
	for (const [network, bits] of networks) list.addSubnet(network, bits, family);
	return list;
}
