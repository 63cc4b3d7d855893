/** Most bytes of a line without its end (RFC 5545, 3.1). */
const lineBytes = 75;

/** A text as a value: nothing in it can end its line or its value (RFC 5545, 3.3.11). */
export function calendarText(text: string): string {
	return text.replace(/[\\;,]/g, '\\$&').replace(/\r\n|[\r\n]/g, '\\n');
}

/** 2026-11-24 as 20261124. */
export function dayOf(day: string): string {
	return day.replaceAll('-', '');
}

/** The moment in UTC, as 20261124T150000. */
export function momentOf(date: Date): string {
	return date.toISOString().slice(0, 19).replace(/[-:]/g, '');
}

/** A line that is too long goes on after a break and a space; no character is cut in two. */
export function foldLine(line: string): string {
	if (Buffer.byteLength(line) <= lineBytes) return line;
	let folded = '';
	let room = lineBytes;
	for (const character of line) {
		const bytes = Buffer.byteLength(character);
		if (bytes > room) {
			folded += '\r\n ';
			room = lineBytes - 1;
		}
		folded += character;
		room -= bytes;
	}
	return folded;
}
