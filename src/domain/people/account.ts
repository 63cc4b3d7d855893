import * as v from 'valibot';
import { limits } from '../kernel/schema.ts';

/**
 * The cookie that tells this browser's own scripts which account signed in last. It opens nothing;
 * it keeps everybody else out of that account's copies, with no network too.
 */
export const accountCookie = 'account';

/**
 * An e-mail address in the one spelling that is compared: lower case, no blanks. Line ends and
 * other control characters are refused, because the address goes into the head of a mail.
 */
export const emailSchema = v.pipe(
	v.string(),
	v.maxLength(limits.email * 2),
	v.transform((text) => text.trim().normalize('NFC').toLowerCase()),
	v.maxLength(limits.email),
	v.regex(/^[^\s@<>(),;:\\"[\]\p{Cc}]+@[^\s@<>(),;:\\"[\]\p{Cc}]+$/u)
);
