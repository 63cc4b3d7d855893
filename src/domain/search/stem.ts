/**
 * A light stem for Indonesian and plain English words. Indonesian prefixes eat the first letter
 * (kirim → pengiriman, tulis → menulis), so words are compared by what remains without them.
 * Not a dictionary: it only has to give related words one of the same stems.
 */
const suffix = /(?:nya|kan|an|i|s)$/;

/** Longest first; each says which letters the prefix may have eaten. */
const prefixes: readonly [RegExp, readonly string[]][] = [
	[/^(?:meny|peny)/, ['s']],
	[/^(?:meng|peng)/, ['k', '']],
	[/^(?:mem|pem)/, ['p', '']],
	[/^(?:men|pen)/, ['t', '']],
	[/^(?:ber|ter|per)/, ['']],
	[/^(?:me|pe|di|ke|se)/, ['']]
];

const shortest = 3;

/** Every stem that a word may come from, the word itself first. */
export function stemsOf(word: string): string[] {
	const plain = foldWord(word);
	const stems = new Set([plain]);
	for (const form of withoutSuffix(plain)) {
		stems.add(form);
		for (const [prefix, eaten] of prefixes) {
			if (!prefix.test(form)) continue;
			const rest = form.replace(prefix, '');
			for (const letter of eaten) stems.add(letter + rest);
			break;
		}
	}
	return [...stems].filter((stem) => stem === plain || stem.length >= shortest);
}

function withoutSuffix(word: string): string[] {
	const bare = word.replace(suffix, '');
	return bare.length >= shortest && bare !== word ? [word, bare] : [word];
}

/** Lower case without accents: what two words are compared by. */
export function foldWord(word: string): string {
	return word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
