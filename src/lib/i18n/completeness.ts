/** A catalogue without its types: texts, functions that make texts, and groups of them. */
export type Catalogue = { readonly [key: string]: unknown };

/** Paths of every text that stands in one catalogue and is missing or empty in the other. */
export function missingWords(complete: Catalogue, other: Catalogue, path = ''): string[] {
	return Object.entries(complete).flatMap(([key, value]) => {
		const here = path ? `${path}.${key}` : key;
		const there = other[key];
		if (isGroup(value)) return isGroup(there) ? missingWords(value, there, here) : [here];
		return typeof there === typeof value && there !== '' ? [] : [here];
	});
}

/** Every plain text by its path. */
export function textsOf(catalogue: Catalogue, path = ''): [path: string, text: string][] {
	return Object.entries(catalogue).flatMap(([key, value]): [string, string][] => {
		const here = path ? `${path}.${key}` : key;
		if (isGroup(value)) return textsOf(value, here);
		return typeof value === 'string' ? [[here, value]] : [];
	});
}

function isGroup(value: unknown): value is Catalogue {
	return typeof value === 'object' && value !== null;
}
