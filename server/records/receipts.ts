import type { Clock } from '../clock.ts';
import type { Database } from '../storage/tables.ts';

/** How long a command that is sent again is known by its receipt. Devices send again within days. */
export const receiptMs = 30 * 24 * 60 * 60 * 1000;

/** Forgets the receipts that nobody asks for any more. */
export async function forgetReceipts(db: Database, clock: Clock): Promise<void> {
	await db
		.deleteFrom('receipt')
		.where('at', '<=', clock.now() - receiptMs)
		.execute();
}
