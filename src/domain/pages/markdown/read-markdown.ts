import { imageSource, isSafeHref } from '../document-schema.ts';
import type { Attributes, DocumentNode } from '../document-tree.ts';
import {
	addImage,
	keepValid,
	readHtml,
	type HtmlContext,
	type ImageSource,
	type Targets
} from './html-reader.ts';
import type { MarkdownNode, NotCarried, Notice } from './markdown-tree.ts';
import { SopReader } from './sop-reader.ts';
import { TreeBuilder } from './tree-builder.ts';

export interface ReadOptions extends Partial<Targets> {
	/** Whether headings like "Langkah 1: …" begin the parts of an SOP. */
	sop?: boolean;
}

export interface ReadResult {
	blocks: DocumentNode[];
	notices: Notice[];
}

/** Most notices that one page reports; the last then says that there are more. */
const mostNotices = 500;

/** Turns a Markdown syntax tree into the nodes of a page, and says what could not come along. */
export function readMarkdown(root: MarkdownNode, options: ReadOptions = {}): ReadResult {
	const reader = new MarkdownReader(root, options);
	return reader.read(options.sop ?? false);
}

const templateTag = /\{%[^%\n]{0,300}%\}|\{\{[^}\n]{0,300}\}\}|\{:?[.#][\w-]{1,60}[^}\n]{0,200}\}/g;
const markOf: Readonly<Record<string, string>> = { strong: 'bold', emphasis: 'italic', delete: 'strike' };

/** Walks the syntax tree once and tells the builder what it meets. */
export class MarkdownReader {
	readonly builder = new TreeBuilder();
	readonly notices: Notice[] = [];
	readonly #root: MarkdownNode;
	readonly #targets: Targets;
	readonly #definitions = new Map<string, MarkdownNode>();
	#line = 1;

	constructor(root: MarkdownNode, { link = safeTarget, image = ownImage }: ReadOptions) {
		this.#root = root;
		this.#targets = { link, image };
		collectDefinitions(root, this.#definitions);
	}

	read(sop: boolean): ReadResult {
		const children = this.#root.children ?? [];
		if (sop) new SopReader(this).read(children);
		else this.blocks(children);
		const blocks = this.builder.finish();
		if (this.builder.flattened > 0) this.note('nesting', `${this.builder.flattened}×`);
		return { blocks, notices: this.notices };
	}

	note(kind: NotCarried, detail: string, line = this.#line): void {
		if (this.notices.length < mostNotices) this.notices.push({ kind, line, detail });
		else if (this.notices.length === mostNotices) this.notices.push({ kind: 'tooLong', line, detail: '…' });
	}

	blocks(nodes: readonly MarkdownNode[]): void {
		for (const node of nodes) this.block(node);
	}

	block(node: MarkdownNode): void {
		this.#at(node);
		const { builder } = this;
		const children = node.children ?? [];
		if (node.type === 'paragraph') return this.#paragraph(children);
		if (node.type === 'heading') return this.#heading(node);
		if (node.type === 'list') return this.#list(node);
		if (node.type === 'table') return this.#table(node);
		if (node.type === 'code') return this.#code(node);
		if (node.type === 'thematicBreak') return builder.leaf('horizontalRule');
		if (node.type === 'html') return this.#html(node.value ?? '', builder.depth);
		if (node.type === 'footnoteDefinition') return this.#footnote(node);
		if (node.type === 'definition') return;
		const depth = builder.open(node.type === 'blockquote' ? 'blockquote' : 'paragraph');
		this.blocks(children);
		builder.closeTo(depth);
	}

	#paragraph(children: readonly MarkdownNode[]): void {
		const onlyImage = children.length === 1 && /^image/.test(children[0]?.type ?? '');
		if (onlyImage) return this.inlines(children);
		this.line('paragraph', {}, () => this.inlines(children));
	}

	/** A line of text: marks that were left open inside it end with it. */
	line(name: 'paragraph' | 'heading', attributes: Attributes, fill: () => void): void {
		const outside = this.builder.marks;
		const depth = this.builder.open(name, attributes);
		fill();
		this.builder.closeTo(depth);
		this.builder.marks = outside;
	}

	#heading({ depth = 1, children = [] }: MarkdownNode): void {
		if (depth > 3) this.note('headingLevel', `h${depth}`);
		this.line('heading', { level: Math.min(depth, 3) }, () => this.inlines(children));
	}

	/** One list of the source becomes a list for each run of items with or without a box. */
	#list({ ordered, start, children = [] }: MarkdownNode): void {
		const { builder } = this;
		let open: { name: string; depth: number } | undefined;
		children.forEach((item, index) => {
			const isTask = typeof item.checked === 'boolean';
			const name = isTask ? 'taskList' : ordered ? 'orderedList' : 'bulletList';
			if (open?.name !== name) {
				if (open) builder.closeTo(open.depth);
				const first = (start ?? 1) + index;
				const attributes = name === 'orderedList' ? keepValid(name, { start: first }) : {};
				open = { name, depth: builder.open(name, attributes['start'] === 1 ? {} : attributes) };
			}
			const attributes = isTask ? { checked: item.checked } : {};
			const depth = builder.open(isTask ? 'taskItem' : 'listItem', attributes);
			this.blocks(item.children ?? []);
			builder.closeTo(depth);
		});
		if (open) builder.closeTo(open.depth);
	}

	#table({ align, children: rows = [] }: MarkdownNode): void {
		const { builder } = this;
		const table = builder.open('table');
		rows.forEach((row, rowIndex) => {
			const depth = builder.open('tableRow');
			(row.children ?? []).forEach((cell, column) => {
				const name = rowIndex === 0 ? 'tableHeader' : 'tableCell';
				const cellDepth = builder.open(name, keepValid(name, { align: align?.[column] }));
				this.#paragraph(cell.children ?? []);
				builder.closeTo(cellDepth);
			});
			builder.closeTo(depth);
		});
		builder.closeTo(table);
	}

	#code({ lang, value = '' }: MarkdownNode): void {
		const depth = this.builder.open('codeBlock', keepValid('codeBlock', { language: lang }));
		this.builder.text(value);
		this.builder.closeTo(depth);
	}

	/** Carried as a paragraph that begins with its number in brackets. */
	#footnote({ identifier = '', children = [] }: MarkdownNode): void {
		this.note('footnote', `[^${identifier}]`);
		const [first, ...rest] = children;
		this.line('paragraph', {}, () => {
			this.builder.text(`[${identifier}] `);
			if (first?.type === 'paragraph') this.inlines(first.children ?? []);
		});
		this.blocks(first?.type === 'paragraph' ? rest : children);
	}

	inlines(nodes: readonly MarkdownNode[]): void {
		for (const node of nodes) this.#inline(node);
	}

	#inline(node: MarkdownNode): void {
		this.#at(node);
		const { builder } = this;
		const mark = markOf[node.type];
		if (node.type === 'text') return this.#text(node.value ?? '');
		if (mark) return this.#marked(mark, {}, node.children ?? []);
		if (node.type === 'inlineCode') return this.#inlineCode(node.value ?? '');
		if (node.type === 'break') return builder.lineBreak();
		if (node.type === 'html') return this.#html(node.value ?? '', builder.depth);
		if (node.type === 'link') return this.#link(node, node.url ?? '', node.title);
		if (node.type === 'image') return this.#image(node.url ?? '', node.alt, node.title);
		if (node.type === 'footnoteReference') return builder.text(`[${node.identifier ?? ''}]`);
		const definition = this.#definitions.get(node.identifier ?? '');
		if (!definition) return this.inlines(node.children ?? []);
		if (node.type === 'imageReference') this.#image(definition.url ?? '', node.alt, definition.title);
		else this.#link(node, definition.url ?? '', definition.title);
	}

	#text(value: string): void {
		for (const [tag] of value.matchAll(templateTag)) this.note('templateTag', tag);
		this.builder.text(value.replace(/[\n\r]+/g, ' '));
	}

	#marked(name: string, attributes: Attributes, children: readonly MarkdownNode[]): void {
		const outside = this.builder.marks;
		this.builder.mark(name, attributes);
		this.inlines(children);
		this.builder.marks = outside;
	}

	#inlineCode(value: string): void {
		const outside = this.builder.marks;
		this.builder.mark('code');
		this.builder.text(value.replace(/[\n\r]+/g, ' '));
		this.builder.marks = outside;
	}

	#link(node: MarkdownNode, url: string, title: string | null | undefined): void {
		const href = this.#targets.link(url);
		if (href === undefined) {
			this.note('link', url.slice(0, 200));
			return this.inlines(node.children ?? []);
		}
		this.#marked('link', { href, ...(title && { title: title.slice(0, 500) }) }, node.children ?? []);
	}

	#image(src: string, alt: string | null | undefined, title: string | null | undefined): void {
		addImage({ src, alt: alt ?? '', title: title ?? '' }, this.#htmlContext(''), 0);
	}

	#html(html: string, floor: number): void {
		if (html.trim() === '<!-- -->') return this.#emptyLine();
		readHtml(html, this.#htmlContext(html), this.builder.inLine ? floor : 1);
	}

	/** How an empty paragraph is written, which Markdown itself cannot say. */
	#emptyLine(): void {
		if (this.builder.inLine) return;
		this.builder.closeTo(this.builder.open('paragraph'));
	}

	#htmlContext(html: string): HtmlContext {
		const first = this.#line;
		return {
			...this.#targets,
			builder: this.builder,
			note: (kind, detail, offset) =>
				this.note(kind, detail, first + (html.slice(0, offset).match(/\n/g)?.length ?? 0))
		};
	}

	#at({ position }: MarkdownNode): void {
		if (position) this.#line = position.start.line;
	}
}

function safeTarget(href: string): string | undefined {
	const tidy = href.trim().replace(/\s/g, '%20');
	return isSafeHref(tidy) ? tidy : undefined;
}

function ownImage({ src, alt, title }: ImageSource): Attributes | undefined {
	if (!imageSource.test(src)) return undefined;
	return keepValid('image', { src, alt: alt || null, title: title || null });
}

function collectDefinitions(root: MarkdownNode, found: Map<string, MarkdownNode>): void {
	const waiting = [root];
	for (let node = waiting.pop(); node; node = waiting.pop()) {
		if (node.type === 'definition' && node.identifier && !found.has(node.identifier)) {
			found.set(node.identifier, node);
		}
		if (node.children) waiting.push(...node.children);
	}
}
