import { describe, expect, it } from 'vitest';
import { openNotice, renewPush, showPush, type PushWorker } from './push.ts';

const message = {
	title: 'Foto rok plisket',
	body: 'Ditugaskan kepada Anda · Selasar Rona',
	address: '/selasar-rona/t/0191f3f0-0000-7000-8000-000000000001',
	tag: '0191f3f0-0000-7000-8000-000000000002'
};

/** A worker that writes down what is done with it; `tabs` are the addresses that are open. */
function worker(tabs: readonly string[] = [], badge = true) {
	const done: unknown[] = [];
	const open = tabs.map((path) => ({
		url: `https://rapi.example${path}`,
		focus: async () => done.push(`focus ${path}`),
		postMessage: (data: unknown) => done.push([path, data])
	}));
	let shown = 0;
	const fake = {
		registration: {
			showNotification: async (title: string, options: object) =>
				void (done.push({ title, ...options }), shown++),
			getNotifications: async () => Array.from({ length: shown }),
			pushManager: {
				subscribe: async ({ applicationServerKey }: { applicationServerKey: unknown }) => ({
					toJSON: () => ({ endpoint: 'fresh', for: applicationServerKey })
				})
			}
		},
		clients: {
			matchAll: async () => open,
			openWindow: async (url: string) => void done.push(`open ${url}`)
		},
		location: { origin: 'https://rapi.example' },
		navigator: badge ? { setAppBadge: async (count: number) => void done.push(`badge ${count}`) } : {},
		fetch: async (address: string, init?: RequestInit) => {
			done.push([init?.method ?? 'GET', address, init?.body]);
			return Response.json({ ok: true, publicKey: 'server key' });
		}
	};
	return { done, worker: fake as unknown as PushWorker };
}

describe('a push', () => {
	it('shows its notice, and how many are shown on the icon', async () => {
		const { done, worker: at } = worker();
		await showPush(at, JSON.stringify(message));
		const { address, ...words } = message;
		expect(done).toEqual([{ ...words, icon: '/icon-192.png', data: { address } }, 'badge 1']);
	});

	it('shows its notice where the icon has no badge', async () => {
		const { done, worker: at } = worker([], false);
		await showPush(at, JSON.stringify(message));
		expect(done).toHaveLength(1);
	});

	it.each(['', '{', '{}', JSON.stringify({ ...message, address: 'https://evil.example/' })])(
		'that cannot be read shows that there is something: %s',
		async (text) => {
			const { done, worker: at } = worker();
			await showPush(at, text);
			expect(done[0]).toMatchObject({ title: 'Rapi', data: { address: '/' } });
		}
	);
});

describe('a notice that is pressed', () => {
	it('opens in the tab that has its workspace', async () => {
		const { done, worker: at } = worker(['/toko-lain/inbox', '/selasar-rona/boards', '/selasar-rona']);
		await openNotice(at, { address: message.address });
		const told = ['/selasar-rona/boards', { openNotice: message.address }];
		expect(done).toEqual(['focus /selasar-rona/boards', told]);
	});

	it('opens in a new tab where none has it', async () => {
		const { done, worker: at } = worker(['/toko-lain/inbox', '/selasar-rona-2']);
		await openNotice(at, { address: message.address });
		expect(done).toEqual([`open https://rapi.example${message.address}`]);
	});

	it.each([
		undefined,
		null,
		{},
		{ address: '//evil.example' },
		{ address: '/\\evil.example' },
		{ address: 7 }
	])('never leads away from Rapi: %o', async (data) => {
		const { done, worker: at } = worker();
		await openNotice(at, data);
		expect(done).toEqual(['open https://rapi.example/']);
	});
});

describe('a browser’s new address at its push service', () => {
	const change = (oldKey?: string) => ({
		newSubscription: null,
		oldSubscription: oldKey
			? ({ options: { applicationServerKey: oldKey } } as unknown as PushSubscription)
			: null
	});
	const told = (key: string) => [
		'PUT',
		'/api/v1/push-device',
		JSON.stringify({ endpoint: 'fresh', for: key })
	];

	it('is made for the key of before and told to the server', async () => {
		const { done, worker: at } = worker();
		await renewPush(at, change('old key'));
		expect(done).toEqual([told('old key')]);
	});

	it('is made for the server’s key where the browser says none', async () => {
		const { done, worker: at } = worker();
		await renewPush(at, change());
		expect(done).toEqual([['GET', '/api/v1/push-device', undefined], told('server key')]);
	});

	it('is told as it is where the browser has made it already', async () => {
		const { done, worker: at } = worker();
		const newSubscription = { toJSON: () => ({ endpoint: 'given' }) } as unknown as PushSubscription;
		await renewPush(at, { ...change('old key'), newSubscription });
		expect(done).toEqual([['PUT', '/api/v1/push-device', JSON.stringify({ endpoint: 'given' })]]);
	});
});
