import type { PeopleRefusal } from '#domain/people/people-refusal.ts';
import type { Words } from '../i18n/en.ts';
import { refusalSentence } from './refusal-words.ts';

/** The sentence for one field of a form; undefined when the refusal is about something else. */
export function errorAt(
	field: string,
	refusal: PeopleRefusal | undefined,
	values: Record<string, string> | undefined,
	words: Words
): string | undefined {
	if (refusal?.field !== field) return undefined;
	if (refusal.refused !== 'invalid') return refusalSentence(refusal, words);
	if (field === 'email') return values?.['email'] ? words.auth.emailInvalid : words.auth.emailNeeded;
	if (field === 'name') return words.auth.nameNeeded;
	if (field === 'workspaceName') return words.auth.businessNeeded;
	return refusalSentence(refusal, words);
}
