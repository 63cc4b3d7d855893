import type { Parsed } from './schema.ts';

/** Deepest nesting of arrays and objects that is read from outside. */
const deepest = 32;

/** Parses JSON text from outside; too deep a nesting is as wrong as broken text. */
export function parseJson(text: string): Parsed<unknown> {
	if (nestsTooDeep(text)) return { ok: false, field: '', message: 'is nested too deep' };
	try {
		return { ok: true, value: JSON.parse(text) as unknown };
	} catch {
		return { ok: false, field: '', message: 'is not JSON' };
	}
}

/** Counts brackets outside strings, so that nothing deep is ever built. */
function nestsTooDeep(text: string): boolean {
	let depth = 0;
	let quoted = false;
	for (let at = 0; at < text.length; at++) {
		const code = text.charCodeAt(at);
		if (quoted) {
			if (code === 0x5c) at++;
			else if (code === 0x22) quoted = false;
		} else if (code === 0x22) quoted = true;
		else if (code === 0x7b || code === 0x5b) {
			if (++depth > deepest) return true;
		} else if (code === 0x7d || code === 0x5d) depth--;
	}
	return false;
}
