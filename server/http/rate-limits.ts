import { TokenBucket } from './token-bucket.ts';

export interface RateLimits {
	/** Takes one request of a caller; the seconds to wait when there were too many. */
	take(caller: string): number | undefined;
}

/** Callers that are remembered; above it the oldest starts anew. */
const mostCallers = 10_000;

/** A burst, then a steady rate, for each caller. Times are the process's own, not the wall clock's. */
export function createRateLimits({ perSecond, burst }: { perSecond: number; burst: number }): RateLimits {
	const buckets = new Map<string, TokenBucket>();
	return {
		take(caller) {
			const now = performance.now();
			const bucket = buckets.get(caller) ?? new TokenBucket(perSecond, burst, now);
			buckets.delete(caller);
			buckets.set(caller, bucket);
			const oldest = buckets.keys().next().value;
			if (buckets.size > mostCallers && oldest !== undefined) buckets.delete(oldest);
			return bucket.take(1, now) ? undefined : 1;
		}
	};
}
