import { forgetReceipts } from './records/receipts.ts';
import { forgetPushes } from './push/queue-pushes.ts';
import type { Services } from './services.ts';

const hour = 60 * 60 * 1000;

/** Clears away what has had its time, now and every hour. Gives the way to stop it. */
export function startUpkeep({
	storage,
	clock,
	log
}: Pick<Services, 'storage' | 'clock' | 'log'>): () => void {
	function tick(): void {
		forgetReceipts(storage.db, clock).catch((error: unknown) =>
			log.error({ err: error }, 'old receipts could not be cleared away')
		);
		forgetPushes(storage.db, clock.now()).catch((error: unknown) =>
			log.error({ err: error }, 'old pushes could not be cleared away')
		);
	}
	tick();
	const timer = setInterval(tick, hour).unref();
	return () => clearInterval(timer);
}
