export type HtmlToken =
	| { type: 'text'; text: string; offset: number }
	| { type: 'open'; tag: string; attributes: Record<string, string>; offset: number }
	| { type: 'close'; tag: string; offset: number }
	| { type: 'comment'; text: string; offset: number };

/** Longest tag that is read as one: keeps hostile text from being scanned again and again. */
const longestTag = 4000;
const tagPattern = /^<(\/?)([A-Za-z][A-Za-z0-9-]*)((?:"[^"]*"|'[^']*'|[^"'<>])*)>/;
const declarationPattern = /^<[!?][^>]*>/;
const attribute = /([^\s"'=<>/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;

/** Cuts a piece of HTML into tags, comments and text. Never fails: what is no tag is text. */
export function readHtmlTokens(html: string): HtmlToken[] {
	const tokens: HtmlToken[] = [];
	const lastCommentEnd = html.lastIndexOf('-->');
	let textStart = 0;
	let at = html.indexOf('<');
	while (at !== -1) {
		const found = at < lastCommentEnd ? (readComment(html, at) ?? readTag(html, at)) : readTag(html, at);
		if (found) {
			if (at > textStart) tokens.push(textToken(html.slice(textStart, at), textStart));
			tokens.push(...found.tokens);
			textStart = found.end;
		}
		at = html.indexOf('<', found ? found.end : at + 1);
	}
	if (textStart < html.length) tokens.push(textToken(html.slice(textStart), textStart));
	return tokens;
}

interface Found {
	tokens: HtmlToken[];
	end: number;
}

function readComment(html: string, offset: number): Found | undefined {
	if (!html.startsWith('<!--', offset)) return undefined;
	const end = html.indexOf('-->', offset + 4);
	const text = html.slice(offset + 4, end).trim();
	return { tokens: [{ type: 'comment', text, offset }], end: end + 3 };
}

function readTag(html: string, offset: number): Found | undefined {
	const source = html.slice(offset, offset + longestTag);
	const match = tagPattern.exec(source);
	if (!match) {
		const declaration = declarationPattern.exec(source);
		return declaration ? { tokens: [], end: offset + declaration[0].length } : undefined;
	}
	const [whole, slash, name = '', rest = ''] = match;
	const tag = name.toLowerCase();
	const token: HtmlToken = slash
		? { type: 'close', tag, offset }
		: { type: 'open', tag, attributes: readAttributes(rest), offset };
	return { tokens: [token], end: offset + whole.length };
}

function textToken(text: string, offset: number): HtmlToken {
	return { type: 'text', text: decodeEntities(text), offset };
}

function readAttributes(source: string): Record<string, string> {
	const attributes: Record<string, string> = {};
	for (const [, name, double, single, bare] of source.matchAll(attribute)) {
		if (name) attributes[name.toLowerCase()] = decodeEntities(double ?? single ?? bare ?? '');
	}
	return attributes;
}

const named: Readonly<Record<string, string>> = {
	amp: '&',
	lt: '<',
	gt: '>',
	quot: '"',
	apos: "'",
	nbsp: '\u00a0',
	ndash: '–',
	mdash: '—',
	hellip: '…',
	lsquo: '‘',
	rsquo: '’',
	ldquo: '“',
	rdquo: '”',
	bull: '•',
	middot: '·',
	times: '×',
	copy: '©',
	reg: '®',
	trade: '™',
	euro: '€',
	deg: '°'
};

/** The references that people write by hand; an unknown one stays as it is written. */
export function decodeEntities(text: string): string {
	return text.replace(
		/&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z]{2,8}));/g,
		(whole: string, ten?: string, hex?: string, name?: string) => {
			if (name) return (Object.hasOwn(named, name) ? named[name] : undefined) ?? whole;
			return decodeCodePoint(ten ? Number(ten) : Number.parseInt(hex ?? '', 16));
		}
	);
}

function decodeCodePoint(code: number): string {
	const forbidden = code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff);
	return forbidden ? '\ufffd' : String.fromCodePoint(code);
}
