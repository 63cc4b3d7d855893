/**
 * Why something about people, sign-in, invitations or keys was not done. The words are in the
 * catalogues (`people.refusal.<code>`). Unknown e-mail and wrong password are one code on purpose.
 */
export const peopleRefusalCodes = [
	'invalid',
	'not_found',
	'wrong_credentials',
	'wrong_password',
	'too_many',
	'password_short',
	'password_long',
	'password_common',
	'link_invalid',
	'sign_in_first',
	'already_member',
	'outsider_level',
	'end_date_required'
] as const;

export type PeopleRefusalCode = (typeof peopleRefusalCodes)[number];

/** An expected failure: nothing was changed. `field` is the input at fault. */
export interface PeopleRefusal {
	refused: PeopleRefusalCode;
	field?: string;
	/** Seconds until it may be tried again, with `too_many`. */
	retryAfter?: number;
}

export function refusePeople(refused: PeopleRefusalCode, field?: string): PeopleRefusal {
	return { refused, ...(field !== undefined && { field }) };
}

export function isPeopleRefusal(value: unknown): value is PeopleRefusal {
	return typeof value === 'object' && value !== null && 'refused' in value;
}
