/** UX.md 2.4: white names on them hold 4.65, and as carets they hold 3.09 on a dark page. */
const colours = [
	'oklch(0.525 0.130 256)',
	'oklch(0.555 0.130 50)',
	'oklch(0.535 0.090 178)',
	'oklch(0.530 0.165 352)',
	'oklch(0.560 0.105 95)',
	'oklch(0.560 0.170 290)',
	'oklch(0.530 0.175 28)',
	'oklch(0.510 0.030 262)'
] as const;

/** The same person has the same colour on every device. */
export function caretColour(memberId: string): string {
	let hash = 2_166_136_261;
	for (const letter of memberId) hash = Math.imul(hash ^ letter.charCodeAt(0), 16_777_619) >>> 0;
	return colours[hash % colours.length] ?? colours[0];
}
