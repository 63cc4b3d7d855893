import type { PeopleRefusal } from '#domain/people/people-refusal.ts';

/** Undoes a transaction about people; never leaves `refusable`. */
export class Refused extends Error {
	readonly refusal: PeopleRefusal;
	constructor(refusal: PeopleRefusal) {
		super(refusal.refused);
		this.refusal = refusal;
	}
}

/** Runs a job whose refusals, thrown inside a transaction, become its answer. */
export async function refusable<T>(job: () => Promise<T>): Promise<T | PeopleRefusal> {
	try {
		return await job();
	} catch (error) {
		if (error instanceof Refused) return error.refusal;
		throw error;
	}
}
