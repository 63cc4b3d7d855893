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
	const bytes = Buffer.from(line);
	if (bytes.length <= lineBytes) return line;
	const parts: string[] = [];
	let start = 0;
	while (start < bytes.length) {
		const room = start === 0 ? lineBytes : lineBytes - 1;
		const end = startOfCharacter(bytes, start + room);
		parts.push(bytes.toString('utf8', start, end));
		start = end;
	}
	return parts.join('\r\n ');
}

/** The place at or before this one where a character begins: bytes that go on in UTF-8 are 10xxxxxx. */
function startOfCharacter(bytes: Uint8Array, at: number): number {
	let start = Math.min(at, bytes.length);
	while (start < bytes.length && ((bytes[start] ?? 0) & 0xc0) === 0x80) start -= 1;
	return start;
}
