import type { PeopleRefusal } from '#domain/people/people-refusal.ts';
import type { Words } from '../i18n/en.ts';

/** A refusal as a sentence; too many tries say how long to wait. */
export function refusalSentence({ refused, retryAfter }: PeopleRefusal, words: Words): string {
	if (refused === 'too_many' && retryAfter !== undefined) {
		return words.auth.throttled(waitText(retryAfter, words));
	}
	return words.people.refusal[refused];
}

function waitText(seconds: number, { auth }: Words): string {
	return seconds < 60 ? auth.seconds(seconds) : auth.minutes(Math.ceil(seconds / 60));
}
