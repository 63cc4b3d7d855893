import type { EvidenceKind } from '../document-schema.ts';

/**
 * How the parts of an SOP are written in Markdown: a heading for each part, a list of facts under a
 * step. Written in Indonesian; English headings are read as well.
 */
export const sopWords = {
	goal: 'Tujuan',
	step: 'Langkah',
	standard: 'Standar hasil',
	good: 'Contoh baik',
	bad: 'Contoh buruk',
	example: 'Contoh'
} as const;

/** A comment that ends a part when something follows that belongs to none. */
export const endOfPart = 'akhir bagian';

/** A comment that says: what follows is ordinary text although it looks like a part or its facts. */
export const ordinaryText = 'teks biasa';

export type PartName = 'sopGoal' | 'sopStep' | 'sopStandard' | 'sopExample';

export interface PartHeading {
	name: PartName;
	verdict?: 'good' | 'bad';
	/** The number of characters of a step's heading that are not its title; undefined without a title. */
	titleAt?: number;
}

const plainParts: Readonly<Record<string, PartHeading>> = {
	'2:tujuan': { name: 'sopGoal' },
	'2:goal': { name: 'sopGoal' },
	'2:standar hasil': { name: 'sopStandard' },
	'2:standard of the result': { name: 'sopStandard' },
	'3:contoh baik': { name: 'sopExample', verdict: 'good' },
	'3:good example': { name: 'sopExample', verdict: 'good' },
	'3:contoh buruk': { name: 'sopExample', verdict: 'bad' },
	'3:bad example': { name: 'sopExample', verdict: 'bad' },
	'3:contoh': { name: 'sopExample' },
	'3:example': { name: 'sopExample' }
};

/** The part that a heading of this level and text begins, if it begins one. */
export function partOfHeading(level: number, text: string): PartHeading | undefined {
	const step = level === 2 ? /^(?:Langkah|Step) \d{1,4}(?:(: ?)|$)/i.exec(text) : null;
	if (step) return step[1] ? { name: 'sopStep', titleAt: step[0].length } : { name: 'sopStep' };
	const key = `${level}:${text.trim().toLowerCase()}`;
	return Object.hasOwn(plainParts, key) ? plainParts[key] : undefined;
}

const evidenceWords: Readonly<Record<EvidenceKind, readonly [string, ...string[]]>> = {
	none: ['tidak perlu', 'none'],
	photo: ['foto', 'photo'],
	number: ['angka', 'number'],
	text: ['teks', 'text'],
	file: ['file']
};

interface Fact {
	labels: readonly [string, ...string[]];
	write(value: unknown): string | undefined;
	read(text: string): unknown;
}

const minutes: Pick<Fact, 'write' | 'read'> = {
	write: (value) => (typeof value === 'number' ? `${value} menit` : undefined),
	read: (text) => {
		const match = /^(\d{1,5}) ?(?:menit|minutes?|min)$/i.exec(text);
		return match ? Number(match[1]) : undefined;
	}
};
const line: Pick<Fact, 'write' | 'read'> = {
	write: (value) =>
		typeof value === 'string' && value !== '' && value === value.trim() && !/[\n\r]/.test(value)
			? value
			: undefined,
	read: (text) => (text.length > 0 && text.length <= 80 ? text : undefined)
};
const evidence: Pick<Fact, 'write' | 'read'> = {
	write: (value) => evidenceWords[value as EvidenceKind]?.[0],
	read: (text) => Object.entries(evidenceWords).find(([, words]) => words.includes(text.toLowerCase()))?.[0]
};

/** The facts of a step, in the order in which they are written. */
export const stepFacts: Readonly<Record<string, Fact>> = {
	role: { labels: ['Peran', 'Role'], ...line },
	minutes: { labels: ['Waktu', 'Time'], ...minutes },
	evidence: { labels: ['Bukti', 'Evidence'], ...evidence },
	approval: { labels: ['Persetujuan', 'Approval'], ...line },
	escalateAfter: { labels: ['Eskalasi setelah', 'Escalate after'], ...minutes }
};

export interface ReadFact {
	name: string;
	value: unknown;
}

/** Reads "Peran: Gudang"; undefined when the line is no fact. */
export function readFact(text: string): ReadFact | undefined {
	const colon = text.indexOf(': ');
	if (colon < 1) return undefined;
	const label = text.slice(0, colon).toLowerCase();
	for (const [name, fact] of Object.entries(stepFacts)) {
		if (!fact.labels.some((known) => known.toLowerCase() === label)) continue;
		const value = fact.read(text.slice(colon + 2).trim());
		return value === undefined ? undefined : { name, value };
	}
	return undefined;
}
