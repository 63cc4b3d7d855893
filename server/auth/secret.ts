import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits for a cookie, a link or a key, in letters that survive every address bar. */
export function newSecret(): string {
	return randomBytes(32).toString('base64url');
}

/** What is written down instead of a secret: SHA-256, hex. Enough, because a secret is not guessable. */
export function hashSecret(secret: string): string {
	return createHash('sha256').update(secret).digest('hex');
}
