import { describe, expect, it } from 'vitest';
import { syncState, toneOf, wouldLose } from './sync-state.ts';

const calm = {
	connection: 'on',
	caughtUp: true,
	unsent: 0,
	writing: false,
	storage: 'ok',
	signedOut: false
} as const;
const page = { saved: true, stored: 'yes', refused: null, failing: false } as const;

describe('what the sync chip says', () => {
	it('says saved only when everything is on the server', () => {
		expect(syncState(calm, page, 0)).toBe('saved');
		expect(syncState({ ...calm, unsent: 1 }, page, 0)).toBe('saving');
		expect(syncState(calm, { ...page, saved: false }, 0)).toBe('saving');
	});

	it('does not say saved before the server has told all there is', () => {
		expect(syncState({ ...calm, connection: 'connecting', caughtUp: false }, page, 0)).toBe('connecting');
		expect(syncState({ ...calm, caughtUp: false }, undefined, 0)).toBe('connecting');
		expect(syncState({ ...calm, caughtUp: false, unsent: 1 }, undefined, 0)).toBe('saving');
	});

	it('does not say saving while the server fails on the page', () => {
		expect(syncState(calm, { ...page, saved: false, failing: true }, 0)).toBe('refused');
		expect(syncState(calm, { ...page, failing: true }, 0)).toBe('saved');
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
		expect(syncState(calm, { ...page, refused: 'too_large' }, 0)).toBe('refused');
		expect(syncState(calm, { ...page, refused: 'schema' }, 0)).toBe('refused');
	});

	it('speaks of access only where access has changed', () => {
		expect(syncState(calm, { ...page, refused: 'read_only' }, 0)).toBe('accessChanged');
		expect(syncState(calm, page, 1, 1)).toBe('accessChanged');
	});

	it('shades unsent work amber and lost work red', () => {
		expect([toneOf('offline'), toneOf('offlineUnsent'), toneOf('notSaved')]).toEqual([
			'calm',
			'wait',
			'block'
		]);
	});
});

describe('leaving the page', () => {
	it('is held up while work is on no disk', () => {
		expect(wouldLose({ ...calm, unsent: 1, writing: true })).toBe(true);
		expect(wouldLose({ ...calm, unsent: 1, storage: 'failed' })).toBe(true);
		expect(wouldLose(calm, { saved: false, stored: 'writing' })).toBe(true);
		expect(wouldLose(calm, { saved: false, stored: 'failed' })).toBe(true);
	});

	it('is free when this device or the server has everything', () => {
		expect(wouldLose({ ...calm, unsent: 3 }, { saved: false, stored: 'yes' })).toBe(false);
		expect(wouldLose({ ...calm, storage: 'failed' }, { saved: true, stored: 'failed' })).toBe(false);
		expect(wouldLose(calm, { saved: true, stored: 'writing' })).toBe(false);
	});
});
