import { describe, expect, it } from 'vitest';
import { createPasswords } from './passwords.ts';
import { passwordProblem } from './password-rules.ts';
import { createSemaphore } from './semaphore.ts';

describe('a password', () => {
	it.each([
		['pendek', 'password_short'],
		['x'.repeat(129), 'password_long'],
		['q1w2e3r4t5y6', 'password_common'],
		['Password2026!', 'password_common'],
		['rahasia12345', 'password_common'],
		['sunshinesunshine', 'password_common'],
		['aaaaaaaaaaaaaa', 'password_common'],
		['abcabcabcabcabc', 'password_common'],
		['081234567890123', 'password_common'],
		['qwertyuiopasdf', 'password_common'],
		['zyxwvutsrqponm', 'password_common'],
		['Wulan-Rapi-2026', 'password_common'],
		['selasarrona123', 'password_common']
	])('%s is refused as %s', (password, problem) => {
		expect(passwordProblem(password, ['wulan@selasar-rona.example', 'Selasar Rona'])).toBe(problem);
	});

	it.each(['tiga ember cat biru', 'kopi pahit sore itu', 'mJ7#qpLw2!xZ', 'sepuluh-lampion-Mei'])(
		'%s is long and rare enough, whatever its characters',
		(password) => {
			expect(passwordProblem(password, ['wulan@selasar-rona.example', 'Selasar Rona'])).toBeUndefined();
		}
	);

	it('is the same however a keyboard composes its characters', async () => {
		const passwords = createPasswords();
		const stored = await passwords.hash('kafe\u0301 di ujung jalan');
		expect(await passwords.verify(stored, 'kaf\u00e9 di ujung jalan')).toBe(true);
		expect(await passwords.verify(stored, 'kafe di ujung jalan')).toBe(false);
	});

	it('is kept as argon2id with 64 MiB, three passes and one lane', async () => {
		expect(await createPasswords().hash('tiga ember cat biru')).toMatch(
			/^\$argon2id\$v=19\$m=65536,t=3,p=1\$/
		);
	});

	it('of nobody costs the same work as a wrong one', async () => {
		const checked: string[] = [];
		const passwords = createPasswords((stored) => {
			checked.push(String(stored));
			return Promise.resolve(true);
		});
		expect(await passwords.verify(undefined, 'apa saja boleh')).toBe(false);
		expect(await passwords.verify('', 'apa saja boleh')).toBe(false);
		expect(checked.map((stored) => stored.split('$').slice(0, 4).join('$'))).toEqual(
			Array(2).fill('$argon2id$v=19$m=65536,t=3,p=1')
		);
	});
});

describe('the semaphore', () => {
	it('never runs more jobs at once than it has places, and runs all of them', async () => {
		const oneOf = createSemaphore(2);
		let running = 0;
		let most = 0;
		const job = async () => {
			most = Math.max(most, ++running);
			await Promise.resolve();
			running -= 1;
		};
		await Promise.all(Array.from({ length: 9 }, () => oneOf(job)));
		expect([most, running]).toEqual([2, 0]);
	});

	it('gives its place back when a job fails', async () => {
		const oneOf = createSemaphore(1);
		await expect(oneOf(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
		expect(await oneOf(() => Promise.resolve('next'))).toBe('next');
	});
});
