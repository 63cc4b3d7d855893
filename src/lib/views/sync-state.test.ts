import { describe, expect, it } from 'vitest';
import { syncState, toneOf } from './sync-state.ts';

const calm = { connection: 'on', unsent: 0, writing: false, storage: 'ok', signedOut: false } as const;
const page = { saved: true, stored: 'yes', refused: null } as const;

describe('what the sync chip says', () => {
	it('says saved only when everything is on the server', () => {
		expect(syncState(calm, page, 0)).toBe('saved');
		expect(syncState({ ...calm, unsent: 1 }, page, 0)).toBe('saving');
		expect(syncState(calm, { ...page, saved: false }, 0)).toBe('saving');
	});

	it('never claims that this device keeps what is still being written', () => {
		const off = { ...calm, connection: 'off' } as const;
		expect(syncState(off, page, 0)).toBe('offline');
		expect(syncState({ ...off, unsent: 2 }, page, 0)).toBe('offlineUnsent');
		expect(syncState({ ...off, unsent: 2, writing: true }, page, 0)).toBe('offline');
		expect(syncState(off, { ...page, saved: false, stored: 'writing' }, 0)).toBe('offline');
	});

	it('is red when the local store failed, connected or not', () => {
		expect(syncState({ ...calm, storage: 'failed', unsent: 1 }, undefined, 0)).toBe('notSaved');
		expect(syncState(calm, { ...page, saved: false, stored: 'failed' }, 0)).toBe('notSaved');
		expect(syncState({ ...calm, storage: 'failed' }, page, 0)).toBe('saved');
	});

	it('tells a refusal before a lost connection', () => {
		expect(syncState({ ...calm, connection: 'off' }, page, 1)).toBe('refused');
		expect(syncState(calm, { ...page, refused: 'read_only' }, 0)).toBe('refused');
	});

	it('shades unsent work amber and lost work red', () => {
		expect([toneOf('offline'), toneOf('offlineUnsent'), toneOf('notSaved')]).toEqual([
			'calm',
			'wait',
			'block'
		]);
	});
});
