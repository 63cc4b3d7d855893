/**
 * Why a command was not carried out, as codes that programs switch on. The words for people are
 * in the catalogues (`refusal.<code>`). "Missing" and "not allowed" are one code on purpose.
 */
export const refusalCodes = [
	'invalid',
	'not_found',
	'conflict',
	'cycle',
	'too_deep',
	'last_owner',
	'outsider_level',
	'end_date_required',
	'already_exists',
	'in_trash',
	'not_in_trash',
	'not_empty',
	'too_many',
	'reused_id'
] as const;

export type RefusalCode = (typeof refusalCodes)[number];

/** An expected failure: nothing was changed. `field` is the path of the input at fault. */
export interface Refusal {
	refused: RefusalCode;
	field?: string;
	message?: string;
	/** The version that the object has now, with `conflict`. */
	version?: number;
}

export function refuse(refused: RefusalCode, field?: string, message?: string): Refusal {
	return { refused, ...(field !== undefined && { field }), ...(message !== undefined && { message }) };
}

export function isRefusal(value: unknown): value is Refusal {
	return typeof value === 'object' && value !== null && 'refused' in value;
}
