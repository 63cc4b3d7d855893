import { describe, expect, it } from 'vitest';
import { abilityOf, turnOnPushes, type BrowserFacts, type PushPorts } from './push-browser.ts';

const able: BrowserFacts = {
	...{ isSecure: true, hasPush: true, permission: 'default' },
	...{ isApplePhone: false, isInstalled: false }
};

describe('whether a browser can get notices', () => {
	it.each([
		['ready', {}],
		['ready', { permission: 'granted' }],
		['ready', { isApplePhone: true, isInstalled: true }],
		['blocked', { permission: 'denied' }],
		['install', { hasPush: false, isApplePhone: true }],
		['none', { hasPush: false, isApplePhone: true, isInstalled: true }],
		['none', { hasPush: false }],
		['insecure', { isSecure: false, hasPush: false }]
	] as const)('is %s for %o', (ability, facts) => {
		expect(abilityOf({ ...able, ...facts })).toBe(ability);
	});
});

/** The key of this server and of another, as bytes and as text. */
const [keyBytes, otherBytes] = [Uint8Array.of(4, 251, 255, 1), Uint8Array.of(4, 1, 1, 1)];
const publicKey = 'BPv_AQ';

/** A browser that was signed up for a key before, and one that says what was done with it. */
function browser(kept?: Uint8Array<ArrayBuffer>, permission: NotificationPermission = 'granted') {
	const done: string[] = [];
	const subscriptionFor = (key: Uint8Array<ArrayBuffer>, name: string) =>
		({
			options: { applicationServerKey: key.buffer },
			toJSON: () => ({ endpoint: name }),
			unsubscribe: async () => Boolean(done.push(`end ${name}`))
		}) as unknown as PushSubscription;
	const ports: PushPorts = {
		requestPermission: async () => permission,
		pushManager: async () => ({
			getSubscription: async () => (kept ? subscriptionFor(kept, 'kept') : null),
			subscribe: async (options) => {
				done.push(`subscribe ${String(options?.applicationServerKey)}`);
				return subscriptionFor(keyBytes, 'fresh');
			}
		})
	};
	const api = {
		publicKey: async (): Promise<string | undefined> => publicKey,
		add: async (given: unknown): Promise<string | undefined> => {
			done.push(`add ${JSON.stringify(given)}`);
			return 'id';
		}
	};
	return { done, ports, api };
}

describe('turning notices on', () => {
	it('signs the browser up with the server’s key', async () => {
		const { done, ports, api } = browser();
		expect(await turnOnPushes(api, ports)).toBeUndefined();
		expect(done).toEqual([`subscribe ${publicKey}`, 'add {"endpoint":"fresh"}']);
	});

	it('keeps the address that the browser has for this key, and leaves one for another key', async () => {
		const same = browser(keyBytes);
		await turnOnPushes(same.api, same.ports);
		expect(same.done).toEqual(['add {"endpoint":"kept"}']);
		const other = browser(otherBytes);
		await turnOnPushes(other.api, other.ports);
		expect(other.done).toEqual(['end kept', `subscribe ${publicKey}`, 'add {"endpoint":"fresh"}']);
	});

	it('says what went wrong, and asks the server for nothing without permission', async () => {
		for (const [permission, problem] of [
			['denied', 'blocked'],
			['default', 'notAllowed']
		] as const) {
			const { done, ports, api } = browser(undefined, permission);
			expect(await turnOnPushes(api, ports)).toBe(problem);
			expect(done).toEqual([]);
		}
		const { ports, api } = browser();
		const without = { ...ports, pushManager: async () => undefined };
		expect(await turnOnPushes(api, without)).toBe('none');
		const failing = {
			...ports,
			pushManager: async () => ({
				getSubscription: async () => null,
				subscribe: () => Promise.reject(new Error('no push service'))
			})
		};
		expect(await turnOnPushes(api, failing)).toBe('noService');
		const nothing = async () => undefined;
		expect(await turnOnPushes({ ...api, publicKey: nothing }, ports)).toBe('unreachable');
		expect(await turnOnPushes({ ...api, add: nothing }, ports)).toBe('unreachable');
	});
});
