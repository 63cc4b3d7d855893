/** A write that nobody waits for: the store tries it until it succeeds and says so in its state. */
export function inBackground(writing: Promise<unknown>): void {
	writing.catch(() => undefined);
}
