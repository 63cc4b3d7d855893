import type { Mark, Node, Schema } from '@tiptap/pm/model';
import { isSafeHref } from '#domain/pages/document-schema.ts';
import { tableAt } from './pasted-table.ts';

/**
 * Reads plain text as people write it in chats and notes: Markdown headings, lists, checks, quotes,
 * tables, fences and rules, and WhatsApp's *bold*, _italic_, ~strike~. Every line that is none of these stays
 * a paragraph of its own; nothing is dropped.
 */
export function blocksOfText(text: string, schema: Schema): Node[] {
	const reader = new TextReader(schema, text.replaceAll('\r\n', '\n').split('\n'));
	return reader.blocks();
}

interface Line {
	kind: 'bulletList' | 'orderedList' | 'taskList';
	depth: number;
	text: string;
	checked: boolean;
	start: number;
}

class TextReader {
	readonly #schema: Schema;
	readonly #lines: string[];
	#at = 0;

	constructor(schema: Schema, lines: string[]) {
		this.#schema = schema;
		this.#lines = lines;
	}

	blocks(): Node[] {
		const blocks: Node[] = [];
		while (this.#at < this.#lines.length) {
			const block = this.#fence() ?? this.#table() ?? this.#list() ?? this.#quote() ?? this.#line();
			if (block) blocks.push(block);
		}
		return blocks;
	}

	#fence(): Node | undefined {
		const open = /^\s*```([\w+#.-]{0,40})\s*$/.exec(this.#lines[this.#at] ?? '');
		if (!open) return undefined;
		const end = this.#lines.findIndex((line, index) => index > this.#at && /^\s*```\s*$/.test(line));
		if (end === -1) return undefined;
		const code = this.#lines.slice(this.#at + 1, end).join('\n');
		this.#at = end + 1;
		return this.#make('codeBlock', code ? [this.#schema.text(code)] : [], { language: open[1] || null });
	}

	#table(): Node | undefined {
		const table = tableAt(this.#lines, this.#at);
		if (!table) return undefined;
		this.#at += table.lines;
		const rows = table.rows.map((cells, row) => {
			const name = row === 0 ? 'tableHeader' : 'tableCell';
			const make = (cell: string, column: number) =>
				this.#make(name, [this.#paragraph(cell)], { align: table.alignments[column] });
			return this.#make('tableRow', cells.map(make));
		});
		return this.#make('table', rows);
	}

	#list(): Node | undefined {
		const lines: Line[] = [];
		for (let line = this.#item(); line; line = this.#item()) {
			lines.push(line);
			this.#at++;
		}
		return lines.length > 0 ? this.#nested(lines) : undefined;
	}

	#item(): Line | undefined {
		const match =
			/^(\s*)(?:([-*+•·▪–])\s+(\[[ xX]?\]\s+)?|(\d{1,4})[.)]\s+|(\[[ xX]?\]|[☐☑✅])\s+)(\S.*)$/u.exec(
				this.#lines[this.#at] ?? ''
			);
		if (!match) return undefined;
		const [, indent = '', , check, number, box, text = ''] = match;
		const sign = check ?? box;
		const kind = sign ? 'taskList' : number ? 'orderedList' : 'bulletList';
		const depth = indent.replaceAll('\t', '    ').length;
		return { kind, depth, text, checked: /[xX☑✅]/u.test(sign ?? ''), start: Number(number ?? 1) };
	}

	/** Lines that stand further in than the one before belong into its item; another kind starts anew. */
	#nested(lines: readonly Line[]): Node {
		const [first] = lines;
		if (!first) return this.#make('paragraph', []);
		const items: Node[] = [];
		let index = 0;
		while (index < lines.length) {
			const line = lines[index];
			if (!line || line.kind !== first.kind || line.depth < first.depth) break;
			let end = index + 1;
			while ((lines[end]?.depth ?? -1) > first.depth) end++;
			const inner = lines.slice(index + 1, end);
			const content = [this.#paragraph(line.text), ...(inner.length > 0 ? [this.#nested(inner)] : [])];
			items.push(
				line.kind === 'taskList'
					? this.#make('taskItem', content, { checked: line.checked })
					: this.#make('listItem', content)
			);
			index = end;
		}
		this.#at -= lines.length - index;
		return this.#make(first.kind, items, first.kind === 'orderedList' ? { start: first.start } : {});
	}

	#quote(): Node | undefined {
		const lines: string[] = [];
		for (let text = this.#quoted(); text !== undefined; text = this.#quoted()) {
			lines.push(text);
			this.#at++;
		}
		if (lines.length === 0) return undefined;
		return this.#make(
			'blockquote',
			lines.map((text) => this.#paragraph(text))
		);
	}

	#quoted(): string | undefined {
		return /^>\s?(.*)$/.exec(this.#lines[this.#at] ?? '')?.[1];
	}

	#line(): Node | undefined {
		const line = (this.#lines[this.#at++] ?? '').trim();
		if (line === '') return undefined;
		if (/^(-{3,}|\*{3,}|_{3,})$/.test(line)) return this.#make('horizontalRule', []);
		const heading = /^(#{1,6})\s+(.+?)\s*#*$/.exec(line);
		if (!heading) return this.#paragraph(line);
		const level = Math.min(heading[1]?.length ?? 2, 3);
		return this.#make('heading', inlineOf(heading[2] ?? '', this.#schema), { level });
	}

	#paragraph(text: string): Node {
		return this.#make('paragraph', inlineOf(text, this.#schema));
	}

	#make(name: string, content: Node[], attributes: Record<string, unknown> = {}): Node {
		const type = this.#schema.nodes[name];
		if (!type) throw new Error(`The schema has no ${name}.`);
		return type.create(attributes, content);
	}
}

/** Signs of chat and Markdown around words, longest first; a sign inside a word is just a sign. */
const signs = [
	['`', 'code'],
	['**', 'bold'],
	['__', 'bold'],
	['~~', 'strike'],
	['==', 'highlight'],
	['*', 'bold'],
	['_', 'italic'],
	['~', 'strike']
] as const;

function inlineOf(text: string, schema: Schema, marks: readonly Mark[] = []): Node[] {
	if (text === '') return [];
	const found = firstSpan(text);
	if (!found) return [schema.text(text, marks)];
	const { from, to, inner, name, href } = found;
	const mark = schema.mark(name, href === undefined ? undefined : { href });
	const inside =
		name === 'code' || inner === href
			? [schema.text(inner, mark.addToSet(marks))]
			: inlineOf(inner, schema, mark.addToSet(marks));
	const before = from > 0 ? [schema.text(text.slice(0, from), marks)] : [];
	return [...before, ...inside, ...inlineOf(text.slice(to), schema, marks)];
}

interface Span {
	from: number;
	to: number;
	inner: string;
	name: string;
	href?: string;
}

function firstSpan(text: string): Span | undefined {
	const candidates = [linkIn(text), ...signs.map(([sign, name]) => signedIn(text, sign, name))];
	return candidates
		.filter((span) => span !== undefined)
		.reduce<Span | undefined>((first, span) => (first && first.from <= span.from ? first : span), undefined);
}

function linkIn(text: string): Span | undefined {
	const match = /\[([^\]]+)\]\(([^()\s]+)\)|https?:\/\/[^\s<>"]+[^\s<>".,;:!?)]/i.exec(text);
	if (!match) return undefined;
	const [whole, label, target] = match;
	const href = target ?? whole;
	if (!isSafeHref(href)) return undefined;
	return { from: match.index, to: match.index + whole.length, inner: label ?? whole, name: 'link', href };
}

function signedIn(text: string, sign: string, name: string): Span | undefined {
	const escaped = sign.replace(/[*]/g, '\\*');
	const body = sign === '`' ? '[^`]+' : `(?=\\S)(?:(?!${escaped}).)*\\S`;
	const match = new RegExp(
		`(?<![\\p{L}\\p{N}${escaped[escaped.length - 1]}])${escaped}(${body})${escaped}(?![\\p{L}\\p{N}])`,
		'u'
	).exec(text);
	if (!match) return undefined;
	return { from: match.index, to: match.index + match[0].length, inner: match[1] ?? '', name };
}
