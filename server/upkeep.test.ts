import { uuidv7 } from 'uuidv7';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { openTestWorkspace, type TestWorkspace } from '../tests/support/test-workspace.ts';
import { receiptMs } from './records/receipts.ts';
import { startUpkeep } from './upkeep.ts';

let home: TestWorkspace;
let stop: () => void;
beforeEach(async () => {
	vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
	home = await openTestWorkspace();
	stop = startUpkeep(home.services);
});
afterEach(async () => {
	stop();
	vi.useRealTimers();
	await home.close();
});

/** One hour of the server; what the tick began is done by the time that another query is answered. */
async function receiptsAfterAnHour(): Promise<string[]> {
	vi.advanceTimersByTime(60 * 60 * 1000);
	const rows = await home.services.storage.db.selectFrom('receipt').select('commandId').execute();
	return rows.map(({ commandId }) => commandId);
}

it('a receipt is kept for thirty days and cleared away within the hour after', async () => {
	const id = await home.folder('Operasional');
	const [early, late] = [uuidv7(), uuidv7()];
	await home.send('wulan', 'folders.rename', { id, name: 'Toko' }, early);
	home.clock.advance(receiptMs - 1);
	await home.send('wulan', 'folders.rename', { id, name: 'Gudang' }, late);
	expect(await receiptsAfterAnHour()).toEqual(expect.arrayContaining([early, late]));
	home.clock.advance(1);
	expect(await receiptsAfterAnHour()).toEqual([late]);
});
