import { uuidv7 } from 'uuidv7';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { refuse } from '#domain/kernel/refusal.ts';
import { openFeedTest, type FeedTest } from '../../tests/support/feed-test.ts';
import { FakeClock } from '../../tests/support/test-workspace.ts';
import { RefusedPushes } from './refused-pushes.ts';

let test: FeedTest;
beforeEach(async () => {
	test = await openFeedTest();
});
afterEach(() => test.close());

describe('a command that was refused', () => {
	it('is not carried out by the copy of it that an older line brings later', async () => {
		const folderId = await test.home.folder('Keuangan', null, true);
		const [older, newer] = [test.connect('rara'), test.connect('rara')];
		await Promise.all([older.caughtUp(), newer.caughtUp()]);
		const page = { id: uuidv7(), folderId, title: 'Retur', kind: 'doc', orderKey: 'a1' } as const;
		const id = uuidv7();
		expect(await newer.push('pages.create', page, id)).toMatchObject({ code: 'not_found' });
		const grant = { id: uuidv7(), folderId, memberId: test.home.memberId('rara'), role: null };
		await test.home.send('wulan', 'grants.set', { ...grant, level: 'edit', endsAt: null });
		expect(await older.push('pages.create', page, id)).toMatchObject({ type: 'refusal', code: 'not_found' });
		expect(await older.push('pages.create', page)).toMatchObject({ type: 'receipt' });
	});
});

describe('what is remembered of refusals', () => {
	it('is one person’s, ends with the lines that could repeat it, and stays small', () => {
		const clock = new FakeClock();
		const refused = new RefusedPushes(clock);
		refused.note('rara', 'first', refuse('not_found'));
		expect(refused.find('rara', 'first')).toEqual(refuse('not_found'));
		expect(refused.find('yoga', 'first')).toBeUndefined();
		for (let n = 0; n < 512; n++) refused.note('rara', `more ${n}`, refuse('invalid'));
		expect(refused.find('rara', 'first')).toBeUndefined();
		expect(refused.find('rara', 'more 0')).toEqual(refuse('invalid'));
		clock.advance(120_000);
		expect(refused.find('rara', 'more 511')).toBeUndefined();
	});
});
