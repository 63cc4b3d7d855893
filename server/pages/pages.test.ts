import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openPageTest, type PageTest } from '../../tests/support/page-test.ts';

let test: PageTest;
let folderId: string;
let pageId: string;

beforeEach(async () => {
	test = await openPageTest();
	folderId = await test.home.folder('Dapur');
	pageId = await test.home.page('Cuci tangan', folderId);
});
afterEach(() => test.close());

describe('writing a page together', () => {
	it('gives a newcomer the text that the page began with', async () => {
		const rara = test.open('rara', pageId);
		await rara.untilSynced();
		expect(rara.text).toContain('<paragraph');
	});

	it('confirms an edit only when it is on disk, and shows it to the others', async () => {
		const rara = test.open('rara', pageId);
		const yoga = test.open('yoga', pageId);
		await Promise.all([rara.untilSaved(), yoga.untilSaved()]);
		rara.write('Pakai sabun');
		await rara.untilSaved();
		const stored = await test.home.services.storage.db
			.selectFrom('pageUpdate')
			.select(['memberId', 'seq'])
			.where('pageId', '=', pageId)
			.orderBy('seq')
			.execute();
		expect(stored.at(-1)).toEqual({ memberId: test.home.memberId('rara'), seq: 2 });
		expect(rara.savedVector.get(rara.doc.clientID)).toBeGreaterThan(0);
		await yoga.until(() => yoga.text.includes('Pakai sabun'));
	});
});
