import type { NounName } from '#domain/records/nouns.ts';

/** Nouns that have an address of their own, with more to say than a list. */
type Apart = 'folders' | 'pages' | 'members' | 'grants';

/** Written out, because every page carries this file: with the nouns' schemas it would weigh more than the page. */
const listed: Readonly<Record<Exclude<NounName, Apart>, true>> = {
	boards: true,
	tasks: true,
	blockers: true,
	comments: true,
	filters: true,
	notices: true,
	teams: true,
	leaves: true
};

/** A noun whose rows the API lists as they are. */
export function match(value: string): boolean {
	return Object.hasOwn(listed, value);
}
