/** Whether two things of a list claim to be the same one. */
export function hasTwins(things: readonly { id: string }[]): boolean {
	return new Set(things.map(({ id }) => id)).size < things.length;
}

/** Each value once, where it first stood. */
export function withoutTwins<T>(values: readonly T[]): T[] {
	return [...new Set(values)];
}
