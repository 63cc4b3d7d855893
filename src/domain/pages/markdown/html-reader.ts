import { isSafeHref, nodeRules, type NodeName } from '../document-schema.ts';
import type { Attributes, TextRun } from '../document-tree.ts';
import { readHtmlTokens, type HtmlToken } from './html-tokens.ts';
import type { NotCarried } from './markdown-tree.ts';
import type { TreeBuilder } from './tree-builder.ts';

export interface ImageSource {
	src: string;
	alt: string;
	title: string;
}

/** An image or a link as the source names it; the importer decides what it leads to. */
export interface Targets {
	link: (href: string) => string | undefined;
	image: (source: ImageSource) => Attributes | undefined;
}

export interface HtmlContext extends Targets {
	builder: TreeBuilder;
	note: (kind: NotCarried, detail: string, offset: number) => void;
}

const marks: Readonly<Record<string, string>> = {
	b: 'bold',
	strong: 'bold',
	i: 'italic',
	em: 'italic',
	s: 'strike',
	del: 'strike',
	strike: 'strike',
	u: 'underline',
	ins: 'underline',
	mark: 'highlight',
	code: 'code'
};
const blocks: Readonly<Record<string, string>> = {
	p: 'paragraph',
	ul: 'bulletList',
	ol: 'orderedList',
	li: 'listItem',
	blockquote: 'blockquote',
	pre: 'codeBlock',
	table: 'table',
	tr: 'tableRow',
	td: 'tableCell',
	th: 'tableHeader'
};
/** Tags whose loss changes nothing that a reader sees. */
const silent = new Set(['tbody', 'thead', 'tfoot', 'colgroup', 'col', 'wbr', 'html', 'body']);
/** Boxes: their text begins a line of its own. */
const boxes = new Set([
	'div',
	'section',
	'article',
	'details',
	'summary',
	'header',
	'footer',
	'figure',
	'dl'
]);
const hidden = new Set(['script', 'style', 'template', 'title', 'head', 'iframe', 'object']);

/** Feeds a piece of HTML to the builder. What the schema lacks loses its tag and keeps its text. */
export function readHtml(html: string, context: HtmlContext, floor = 1): void {
	let hiddenBy: string | undefined;
	for (const token of readHtmlTokens(html)) {
		if (hiddenBy !== undefined) {
			if (token.type === 'close' && token.tag === hiddenBy) hiddenBy = undefined;
		} else if (token.type === 'open' && hidden.has(token.tag)) {
			hiddenBy = token.tag;
			context.note('html', `<${token.tag}>`, token.offset);
		} else readToken(token, context, floor);
	}
}

function readToken(token: HtmlToken, context: HtmlContext, floor: number): void {
	if (token.type === 'text') return readText(token.text, context.builder);
	if (token.type === 'open') return openTag(token, context);
	if (token.type === 'close') return closeTag(token.tag, context.builder, floor);
	if (token.text !== '') context.note('html', `<!-- ${token.text.slice(0, 80)} -->`, token.offset);
}

/** White space of the source says nothing, except in code. */
function readText(text: string, builder: TreeBuilder): void {
	if (builder.isOpen('codeBlock')) return builder.text(text);
	const folded = text.replace(/[ \t\r\n]+/g, ' ');
	builder.text(builder.endsInSpace ? folded.trimStart() : folded);
}

function openTag({ tag, attributes, offset }: HtmlToken & { type: 'open' }, context: HtmlContext): void {
	const { builder, note } = context;
	const mark = marks[tag];
	const block = taskBlock(tag, attributes) ?? blocks[tag];
	if (tag === 'input' || (tag === 'code' && builder.isOpen('codeBlock'))) return;
	if (mark) return builder.mark(mark);
	if (tag === 'a') return openLink(attributes, context, offset);
	if (tag === 'br') return builder.lineBreak();
	if (tag === 'hr') return builder.leaf('horizontalRule');
	if (tag === 'img') return readImage(attributes, context, offset);
	const level = /^h([1-6])$/.exec(tag)?.[1];
	if (level) return openHeading(Number(level), context, offset);
	if (block) return void builder.open(block, blockAttributes(block as NodeName, tag, attributes));
	if (boxes.has(tag)) builder.close(['paragraph', 'heading'], 1);
	if (!silent.has(tag)) note('html', `<${tag}>`, offset);
}

/** A checklist as Rapi and GitHub write it. */
function taskBlock(tag: string, attributes: Record<string, string>): string | undefined {
	if (tag === 'ul' && attributes['data-type'] === 'taskList') return 'taskList';
	return tag === 'li' && attributes['data-checked'] !== undefined ? 'taskItem' : undefined;
}

function openHeading(level: number, { builder, note }: HtmlContext, offset: number): void {
	if (level > 3) note('headingLevel', `h${level}`, offset);
	builder.open('heading', { level: Math.min(level, 3) });
}

function openLink(attributes: Record<string, string>, context: HtmlContext, offset: number): void {
	const { href, title } = attributes;
	if (href === undefined) return;
	const target = context.link(href);
	if (target === undefined) return context.note('link', href.slice(0, 200), offset);
	context.builder.mark('link', { href: target, ...(title && { title: title.slice(0, 500) }) });
}

function readImage(
	{ src = '', alt = '', title = '' }: Record<string, string>,
	context: HtmlContext,
	offset: number
) {
	addImage({ src, alt, title }, context, offset);
}

/** Places an image; one that cannot come along leaves its words, linked to where it lies. */
export function addImage(source: ImageSource, context: HtmlContext, offset: number): void {
	const { builder, note } = context;
	const attributes = context.image(source);
	if (attributes) return builder.leaf('image', attributes);
	note('image', source.src.slice(0, 200), offset);
	const words = source.alt || source.src;
	const before: TextRun['marks'] = builder.marks;
	if (isSafeHref(source.src) && /^https?:/i.test(source.src)) builder.mark('link', { href: source.src });
	builder.text(words.slice(0, 500));
	builder.marks = before;
}

function closeTag(tag: string, builder: TreeBuilder, floor: number): void {
	const mark = tag === 'a' ? 'link' : marks[tag];
	if (mark) return builder.unmark(mark);
	if (/^h[1-6]$/.test(tag)) return void builder.close(['heading'], floor);
	if (boxes.has(tag)) return void builder.close(['paragraph'], floor);
	const block = blocks[tag];
	const asTask = { ul: 'taskList', li: 'taskItem' }[tag];
	if (block) builder.close(asTask ? [block, asTask] : [block], floor);
}

function blockAttributes(name: NodeName, tag: string, source: Record<string, string>): Attributes {
	const candidates: Attributes = {};
	if (name === 'orderedList')
		Object.assign(candidates, { start: toNumber(source['start']), type: source['type'] });
	if (tag === 'td' || tag === 'th') {
		candidates['colspan'] = toNumber(source['colspan']);
		candidates['rowspan'] = toNumber(source['rowspan']);
		candidates['align'] = source['align'] ?? source['data-align'];
	}
	if (name === 'taskItem') candidates['checked'] = source['data-checked'] === 'true';
	if (name === 'codeBlock') candidates['language'] = source['data-language'];
	return keepValid(name, candidates);
}

/** Only the attributes that the schema takes, with values that it takes. */
export function keepValid(name: NodeName, candidates: Attributes): Attributes {
	const rules: Readonly<Record<string, (value: unknown) => boolean>> = nodeRules[name];
	return Object.fromEntries(
		Object.entries(candidates).filter(
			([key, value]) => value !== undefined && value !== null && rules[key]?.(value)
		)
	);
}

function toNumber(text: string | undefined): number | undefined {
	return text !== undefined && /^\d{1,7}$/.test(text) ? Number(text) : undefined;
}
