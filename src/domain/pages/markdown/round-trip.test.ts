import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseMarkdown, printMarkdown } from '#server/pages/markdown.ts';
import type { DocumentChild, DocumentNode } from '../document-tree.ts';
import { readMarkdown } from './read-markdown.ts';
import { writeMarkdown } from './write-markdown.ts';

type Marks = Record<string, Record<string, unknown>>;

const node = (name: string, children: DocumentChild[], attributes = {}): DocumentNode => ({
	name,
	attributes,
	children
});

const word = fc.oneof(
	{
		weight: 4,
		arbitrary: fc.constantFrom('Ambil', 'barang', 'sesuai daftar', 'Rp 1.250.000', 'é', '日本', '😀')
	},
	{
		weight: 2,
		arbitrary: fc.constantFrom('*', '_', '**', '`', '~~', '[x]', '](', '<b>', '&amp;', '|', '\\', '1.', '#')
	},
	{
		weight: 1,
		arbitrary: fc.constantFrom(
			'- ',
			'> ',
			'+',
			'===',
			'---',
			'www.a.id',
			'https://a.id',
			'a@b.id',
			'{%',
			' ',
			'  '
		)
	},
	{
		weight: 1,
		arbitrary: fc.string({
			minLength: 1,
			maxLength: 6,
			unit: fc.constantFrom(...' ab*_`~[]()!<>&#|\\-+.:1"\'')
		})
	}
);
const href = fc.constantFrom(
	'https://a.id',
	'/rona/d/x-1',
	'#tujuan',
	'mailto:a@b.id',
	'https://a.id/(b)_c?d=*e*&f',
	'tel:0812'
);
const link = fc.record({ href, title: fc.constantFrom('judul', 'a "b" (c)') }, { requiredKeys: ['href'] });
const marks: fc.Arbitrary<Marks> = fc.oneof(
	{ weight: 3, arbitrary: fc.constant({}) },
	{ weight: 1, arbitrary: fc.constant({ code: {} }) },
	{
		weight: 3,
		arbitrary: fc.record(
			{
				bold: fc.constant({}),
				italic: fc.constant({}),
				strike: fc.constant({}),
				underline: fc.constant({}),
				highlight: fc.constant({}),
				link
			},
			{ requiredKeys: [] }
		)
	}
);
const run = fc.record({
	text: fc.array(word, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('')),
	marks
});
const inline = fc
	.array(
		fc.oneof({ weight: 6, arbitrary: run }, { weight: 1, arbitrary: fc.constant(node('hardBreak', [])) }),
		{
			maxLength: 5
		}
	)
	.map(joinRuns);

/** Neighbours with equal marks are one run; a break does not stand at the end of a line. */
function joinRuns(children: DocumentChild[]): DocumentChild[] {
	const joined: DocumentChild[] = [];
	for (const child of children) {
		const last = joined.at(-1);
		if (last && 'text' in last && 'text' in child && sortedMarks(last.marks) === sortedMarks(child.marks)) {
			last.text += child.text;
		} else joined.push('text' in child ? { ...child } : child);
	}
	while (joined.at(-1) && !('text' in (joined.at(-1) ?? {}))) joined.pop();
	return joined;
}

function sortedMarks(marks: Marks): string {
	return JSON.stringify(Object.entries(marks).sort(([a], [b]) => (a < b ? -1 : 1)));
}

const { block } = fc.letrec<{ block: DocumentNode; blocks: DocumentNode[] }>((tie) => ({
	block: fc.oneof(
		{ maxDepth: 4, depthIdentifier: 'block' },
		{ weight: 4, arbitrary: inline.map((children) => node('paragraph', children)) },
		fc
			.record({ level: fc.constantFrom(1, 2, 3), children: inline })
			.map(({ level, children }) =>
				node('heading', joinRuns(children.filter((child) => 'text' in child)), { level })
			),
		fc.constant(node('horizontalRule', [])),
		fc
			.record(
				{
					text: fc.constantFrom('', 'a', 'a\n\n```\nb', '  x\n\ty', '<b>&amp;'),
					language: fc.constantFrom('ts', 'c++')
				},
				{ requiredKeys: ['text'] }
			)
			.map(({ text, ...attributes }) => node('codeBlock', text ? [{ text, marks: {} }] : [], attributes)),
		fc
			.record({ alt: fc.constantFrom('foto', 'a ] b') }, { requiredKeys: [] })
			.map((attributes) => node('image', [], { src: `/images/${'0a'.repeat(16)}`, ...attributes })),
		tie('blocks').map((children) => node('blockquote', children)),
		list('bulletList', 'listItem', tie('blocks')),
		fc
			.tuple(list('orderedList', 'listItem', tie('blocks')), fc.constantFrom(undefined, 0, 7))
			.map(([made, start]) => (start === undefined ? made : { ...made, attributes: { start } })),
		fc.tuple(list('taskList', 'taskItem', tie('blocks')), fc.boolean()).map(([made, checked]) => ({
			...made,
			children: made.children.map((child) => ({ ...(child as DocumentNode), attributes: { checked } }))
		})),
		table(tie('blocks'))
	),
	blocks: fc.array(tie('block'), { minLength: 1, maxLength: 3 })
}));

function list(name: string, item: string, blocks: fc.Arbitrary<DocumentNode[]>): fc.Arbitrary<DocumentNode> {
	return fc
		.array(
			blocks.map((children) => node(item, children)),
			{ minLength: 1, maxLength: 3 }
		)
		.map((items) => node(name, items));
}

function table(blocks: fc.Arbitrary<DocumentNode[]>): fc.Arbitrary<DocumentNode> {
	const plain = inline.map((children) => [node('paragraph', children)]);
	const cell = fc
		.record({
			name: fc.constantFrom('tableCell', 'tableHeader'),
			blocks: fc.oneof({ weight: 3, arbitrary: plain }, { weight: 1, arbitrary: blocks }),
			attributes: fc.record(
				{ colspan: fc.constant(2), align: fc.constantFrom('left', 'right') },
				{ requiredKeys: [] }
			)
		})
		.map(({ name, blocks: inside, attributes }) => node(name, inside, attributes));
	const free = fc.array(
		fc.array(cell, { minLength: 1, maxLength: 3 }).map((cells) => node('tableRow', cells)),
		{ minLength: 1, maxLength: 3 }
	);
	const even = fc.array(fc.tuple(plain, plain), { minLength: 1, maxLength: 3 }).map((rows) =>
		rows.map((row, index) =>
			node(
				'tableRow',
				row.map((inside) => node(index === 0 ? 'tableHeader' : 'tableCell', inside))
			)
		)
	);
	return fc.oneof(free, even).map((rows) => withoutOddSpace(node('table', rows)));
}

/** In tables, white space at the edges of a run and doubled white space is not kept. */
function withoutOddSpace<T extends DocumentChild>(child: T): T {
	if ('text' in child) {
		const text = child.text.replace(/^\s+|\s+$/g, '·').replace(/\s+/g, ' ');
		return { ...child, text };
	}
	return { ...child, children: child.children.map(withoutOddSpace) };
}

const ordinary = fc.array(block, { minLength: 1, maxLength: 4 });

/** All that may differ, and nothing else. */
function asReadBack(blocks: readonly DocumentChild[]): DocumentChild[] {
	return blocks.map((child) => {
		if ('text' in child || child.name === 'table') return child;
		const children = asReadBack(child.children);
		const [first] = children;
		const needsLine = child.name === 'taskItem' && first && !('text' in first) && !besideBox.has(first.name);
		return { ...child, children: needsLine ? [node('paragraph', []), ...children] : children };
	});
}

/** A line of a checklist that begins with anything else gets an empty line beside its box. */
const besideBox = new Set(['paragraph', 'image']);

const role = fc.constantFrom('Gudang', 'Layanan pelanggan', 'a * b');
const facts = fc.record(
	{
		role,
		minutes: fc.constantFrom(1, 20),
		evidence: fc.constantFrom('none', 'photo', 'number', 'text', 'file'),
		approval: role,
		escalateAfter: fc.constant(60)
	},
	{ requiredKeys: [] }
);
const decoys = fc.constantFrom(
	node('heading', [{ text: 'Tujuan', marks: {} }], { level: 2 }),
	node('heading', [{ text: 'Langkah 3: bukan langkah', marks: {} }], { level: 2 }),
	node('bulletList', [node('listItem', [node('paragraph', [{ text: 'Peran: bukan fakta', marks: {} }])])])
);
const title = inline.map((children) =>
	node('paragraph', joinRuns([{ text: 'Ambil', marks: {} }, ...children.filter((child) => 'text' in child)]))
);
const detail = fc.array(fc.oneof(block, decoys), { maxLength: 2 });
const step = fc
	.tuple(facts, title, detail)
	.map(([attributes, first, rest]) => node('sopStep', [first, ...rest], attributes));
const goal = fc.array(block, { minLength: 1, maxLength: 2 }).map((children) => node('sopGoal', children));
const example = fc
	.tuple(fc.constantFrom('good', 'bad'), ordinary)
	.map(([verdict, children]) => node('sopExample', children, { verdict }));
const standard = fc
	.array(fc.oneof(block, example), { minLength: 1, maxLength: 3 })
	.map((children) => node('sopStandard', children));
const sopPage = fc.array(fc.oneof(goal, step, step, standard, block, decoys), { minLength: 1, maxLength: 5 });

function roundTrip(blocks: DocumentNode[], sop = false): DocumentNode[] {
	return readMarkdown(parseMarkdown(printMarkdown(writeMarkdown(blocks))), { sop }).blocks;
}

describe('Markdown out and in again', () => {
	it('gives the same page for any page of ordinary blocks', () => {
		fc.assert(
			fc.property(ordinary, (blocks) => {
				expect(roundTrip(blocks)).toEqual(asReadBack(blocks));
			}),
			{ numRuns: 150 }
		);
	});

	it('gives the same SOP, with its parts and facts', () => {
		fc.assert(
			fc.property(sopPage, (blocks) => {
				expect(roundTrip(blocks, true)).toEqual(asReadBack(blocks));
			}),
			{ numRuns: 100 }
		);
	});
});
