import type { Clock } from '../clock.ts';
import type { Database } from '../storage/tables.ts';

/** At most `limit` tries within `windowMs`; the window begins with its first try. */
export interface ThrottleRule {
	limit: number;
	windowMs: number;
}

/** Counts tries on disk, so that a restart forgives nothing. A count that fails is a throw: nobody passes. */
export interface Throttle {
	/** Counts one try. Answers the seconds to wait when it is one too many, or undefined. */
	take(key: string, rule: ThrottleRule): Promise<number | undefined>;
	forgive(key: string): Promise<void>;
}

export function createThrottle(db: Database, clock: Clock): Throttle {
	async function take(key: string, { limit, windowMs }: ThrottleRule): Promise<number | undefined> {
		const now = clock.now();
		await db.deleteFrom('throttle').where('windowEndsAt', '<=', now).execute();
		const { count, windowEndsAt } = await db
			.insertInto('throttle')
			.values({ key, count: 1, windowEndsAt: now + windowMs })
			.onConflict((conflict) =>
				conflict.column('key').doUpdateSet((eb) => ({ count: eb('throttle.count', '+', 1) }))
			)
			.returning(['count', 'windowEndsAt'])
			.executeTakeFirstOrThrow();
		return count > limit ? Math.ceil((windowEndsAt - now) / 1000) : undefined;
	}

	async function forgive(key: string): Promise<void> {
		await db.deleteFrom('throttle').where('key', '=', key).execute();
	}

	return { take, forgive };
}
