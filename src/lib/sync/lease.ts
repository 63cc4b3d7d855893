import type { Contact } from './record-store.ts';

const dayMs = 24 * 60 * 60 * 1000;

/** Whether a copy has been without contact for longer than it may be read. A new device has no copy. */
export function isLeaseOver({ lastAt, leaseDays }: Contact, now: number): boolean {
	return lastAt !== null && now - lastAt > leaseDays * dayMs;
}
