import { isNounName, type NounName } from '#domain/records/nouns.ts';

/** Nouns that have an address of their own, with more to say than a list. */
const apart: readonly NounName[] = ['folders', 'pages', 'members', 'grants'];

/** A noun whose rows the API lists as they are. */
export function match(value: string): boolean {
	return isNounName(value) && !apart.includes(value);
}
