/** What lists of other apps begin a line with: a dash or dot, a number, a box to tick. */
const bullet = /^\s*(?:(?:[-*–—+]|\d{1,3}[.)])(?:\s+|$)|[•◦▪·●]\s*)?(?:\[[ xX]?\](?:\s+|$)|[☐☑☒✓✔]\s*)?/u;

/**
 * The lines of a text that say something, in their order. Several lines are a list that was pasted, so
 * the signs of its bullets are left out; a line alone is taken as it was typed.
 */
export function pastedLines(text: string): string[] {
	const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
	if (lines.length < 2) return lines;
	return lines.map((line) => line.replace(bullet, '')).filter((line) => line.trim() !== '');
}
