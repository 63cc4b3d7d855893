import { documentKinds, type DocumentKind } from '../page.ts';

/** What stands above a Markdown text, as far as Rapi uses it. */
export interface FrontMatter {
	title?: string;
	kind?: DocumentKind;
	/** Addresses under which other pages may link to this one. */
	aliases: string[];
	/** Names of the entries that a page has no place for, with their lines. */
	others: { name: string; line: number }[];
	/** The text with the front matter's lines left blank, so that line numbers still hold. */
	body: string;
}

const aliasNames = new Set(['redirect_from', 'aliases']);

/** Reads the plain entries of YAML front matter: `name: value`, and lists of addresses. */
export function readFrontMatter(source: string): FrontMatter {
	const text = source.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
	const found: FrontMatter = { aliases: [], others: [], body: text };
	const match = /^---[ \t]*\n(?:([\s\S]*?)\n)?---[ \t]*(?:\n|$)/.exec(text);
	if (!match) return found;
	const lines = (match[1] ?? '').split('\n');
	found.body = '\n'.repeat(lines.length + (match[1] === undefined ? 1 : 2)) + text.slice(match[0].length);
	let name = '';
	lines.forEach((line, index) => {
		const entry = /^([A-Za-z][\w-]{0,60}):[ \t]*(.*)$/.exec(line);
		if (entry?.[1]) {
			name = entry[1];
			takeEntry(found, name, unquote(entry[2] ?? ''), index + 2);
		} else if (aliasNames.has(name)) takeAlias(found, /^\s*-\s+(.*)$/.exec(line)?.[1]);
	});
	return found;
}

function takeEntry(found: FrontMatter, name: string, value: string, line: number): void {
	const kind = documentKinds.find((known) => known === value);
	if (name === 'title' && value !== '') found.title = value;
	else if (name === 'kind' && kind) found.kind = kind;
	else if (aliasNames.has(name)) takeAlias(found, value);
	else found.others.push({ name, line });
}

function takeAlias(found: FrontMatter, value: string | undefined): void {
	if (value) found.aliases.push(unquote(value));
}

function unquote(value: string): string {
	const trimmed = value.trim();
	if (/^"(?:[^"\\]|\\.)*"$/.test(trimmed)) return trimmed.slice(1, -1).replace(/\\(["\\])/g, '$1');
	return /^'.*'$/.test(trimmed) ? trimmed.slice(1, -1).replaceAll("''", "'") : trimmed;
}

/** The lines that stand above an exported page. */
export function writeFrontMatter(title: string, kind: DocumentKind): string {
	const quoted = `"${title.replace(/["\\]/g, '\\$&')}"`;
	return `---\ntitle: ${quoted}\n${kind === 'doc' ? '' : `kind: ${kind}\n`}---\n\n`;
}
