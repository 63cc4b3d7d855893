/** Finds the page that a relative link of an imported file means. */
export class LinkIndex {
	readonly #byPath = new Map<string, string>();

	/** `aliases`: further addresses from the root of the import. */
	add(path: string, pageId: string, aliases: readonly string[]): void {
		const plain = path.replace(/\.(md|markdown)$/i, '');
		const folder = plain.replace(/(^|\/)(index|readme)$/i, '');
		const keys = [path, plain, ...(folder === plain ? [] : [folder]), ...aliases.map(trimSlashes)];
		for (const key of keys)
			if (!this.#byPath.has(key.toLowerCase())) this.#byPath.set(key.toLowerCase(), pageId);
	}

	/** The page behind `href` in the file `from`, and the place in it. */
	find(href: string, from: string): { pageId: string; fragment: string } | undefined {
		const match = /^([^?#]*)(?:\?[^#]*)?(#.*)?$/.exec(href);
		const path = decode(match?.[1] ?? '');
		if (path === '' || /^[a-z][a-z0-9+.-]*:/i.test(path) || path.startsWith('//')) return undefined;
		const base = path.startsWith('/') ? [] : from.split('/').slice(0, -1);
		const pageId = this.#lookUp(join(base, path)) ?? this.#lookUp(join([], path));
		return pageId === undefined ? undefined : { pageId, fragment: match?.[2] ?? '' };
	}

	#lookUp(path: string): string | undefined {
		const key = path.toLowerCase();
		return this.#byPath.get(key) ?? this.#byPath.get(key.replace(/\.html?$/, ''));
	}
}

function join(base: readonly string[], path: string): string {
	const parts = [...base];
	for (const part of path.split('/')) {
		if (part === '..') parts.pop();
		else if (part !== '' && part !== '.') parts.push(part);
	}
	return parts.join('/');
}

function trimSlashes(address: string): string {
	return join([], address);
}

function decode(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		// A stray percent sign: the text is meant as it stands.
		return text;
	}
}
