/** A part of what somebody said: words, a person who is mentioned, or an address of the web. */
export type SaidPart = { text: string } | { memberId: string } | { href: string };

const mention = /@\[([0-9a-f-]{36})\]/;
const parts = new RegExp(String.raw`${mention.source}|(https?:\/\/[^\s<>"]+[^\s<>".,;:!?)])`, 'gi');

/** A kept text in its parts, in order. */
export function partsOf(body: string): SaidPart[] {
	const found: SaidPart[] = [];
	let from = 0;
	for (const match of body.matchAll(parts)) {
		if (match.index > from) found.push({ text: body.slice(from, match.index) });
		const [whole, memberId] = match;
		found.push(memberId === undefined ? { href: whole } : { memberId });
		from = match.index + whole.length;
	}
	if (from < body.length) found.push({ text: body.slice(from) });
	return found;
}

/** Who was picked while writing: the name as it stands in the text, and whose it is. */
export type Picked = ReadonlyMap<string, string>;

/** A kept text as it is written: `@[id]` becomes `@Name`, and whose name it is is remembered. */
export function toWritten(
	body: string,
	nameOf: (memberId: string) => string | undefined
): { text: string; picked: Map<string, string> } {
	const picked = new Map<string, string>();
	const text = body.replaceAll(new RegExp(mention.source, 'g'), (whole, memberId: string) => {
		const name = nameOf(memberId);
		if (name === undefined) return whole;
		picked.set(name, memberId);
		return `@${name}`;
	});
	return { text, picked };
}

/** A written text as it is kept. Of two names that begin alike the longer one is meant. */
export function toKept(text: string, picked: Picked): string {
	const names = [...picked.keys()].sort((a, b) => b.length - a.length);
	return names.reduce((kept, name) => kept.replaceAll(`@${name}`, `@[${picked.get(name) ?? ''}]`), text);
}

/** What is being typed after an @ that the caret stands behind; undefined when it stands behind none. */
export function mentionAt(text: string, caret: number): { from: number; query: string } | undefined {
	const match = /(?:^|[\s(])@([\p{L}\p{N}.'-]*(?: [\p{L}\p{N}.'-]*)?)$/u.exec(text.slice(0, caret));
	const query = match?.[1];
	return query === undefined ? undefined : { from: caret - query.length - 1, query };
}
