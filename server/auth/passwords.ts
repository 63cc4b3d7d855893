import { hash, verify } from '@node-rs/argon2';
import { createSemaphore } from './semaphore.ts';

/** argon2id (the library's default kind) with 64 MiB, three passes, one lane: TRUST 5.3. */
const cost = { memoryCost: 64 * 1024, timeCost: 3, parallelism: 1 };

/** At most so many at once, which bounds the memory that signing in can take to 128 MiB. */
const atOnce = 2;

/** A hash of nothing that anybody knows, with the cost of a real one. */
const dummy =
	'$argon2id$v=19$m=65536,t=3,p=1$K2Or6BLoj/xEHoxNDdzG6A$vm5+6r08z+hOz5dAOGLK8GNb5tRp0fAEfM7TSIPlDVg';

export interface Passwords {
	hash(password: string): Promise<string>;
	/** Without a stored hash the same work is done and the answer is no. */
	verify(stored: string | undefined, password: string): Promise<boolean>;
}

/** One spelling for each password: what looks the same is the same on every keyboard. */
export function normalizePassword(password: string): string {
	return password.normalize('NFKC');
}

export function createPasswords(check: typeof verify = verify): Passwords {
	const oneOf = createSemaphore(atOnce);
	return {
		hash: (password) => oneOf(() => hash(normalizePassword(password), cost)),
		async verify(stored, password) {
			const matches = await oneOf(() => check(stored || dummy, normalizePassword(password)));
			return Boolean(stored) && matches;
		}
	};
}
