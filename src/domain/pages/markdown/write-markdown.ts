import { isSafeHref } from '../document-schema.ts';
import { isText, type DocumentChild, type DocumentNode, type TextRun } from '../document-tree.ts';
import type { MarkdownNode } from './markdown-tree.ts';
import { partOfHeading, readFact, stepFacts, endOfPart, ordinaryText, sopWords } from './sop-words.ts';
import { headingLevel, markOrder, writeHtml } from './write-html.ts';

/** Turns the nodes of a page into a Markdown syntax tree that reads back as the same page. */
export function writeMarkdown(nodes: readonly DocumentNode[]): MarkdownNode {
	const steps = { count: 0 };
	return {
		type: 'root',
		children: nodes.flatMap((node, index) => writeRootNode(node, nodes[index + 1], steps))
	};
}

const isPart = (name: string | undefined): boolean => name?.startsWith('sop') ?? false;

function writeRootNode(
	node: DocumentNode,
	next: DocumentNode | undefined,
	steps: { count: number }
): MarkdownNode[] {
	if (!isPart(node.name)) return writeOrdinary(node);
	return [...writePart(node, steps), ...endsBefore(next, node)];
}

/** One end for each part that is still open where ordinary text goes on. */
function endsBefore(next: DocumentNode | undefined, node: DocumentNode): MarkdownNode[] {
	if (!next || isPart(next.name)) return [];
	const last = blocksOf(node.children).at(-1);
	return isPart(last?.name) ? [comment(endOfPart), comment(endOfPart)] : [comment(endOfPart)];
}

function writePart(node: DocumentNode, steps: { count: number }): MarkdownNode[] {
	if (node.name === 'sopStep') return writeStep(node, (steps.count += 1));
	const { heading, level } = partTitle(node);
	const children = blocksOf(node.children);
	const body = children.flatMap((child, index) => {
		if (!isPart(child.name)) return writeOrdinary(child);
		return [...writePart(child, steps), ...endsBefore(children[index + 1], child)];
	});
	return [headingOf(level, [textNode(heading)]), ...body];
}

function partTitle({ name, attributes }: DocumentNode): { heading: string; level: number } {
	if (name === 'sopGoal') return { heading: sopWords.goal, level: 2 };
	if (name === 'sopStandard') return { heading: sopWords.standard, level: 2 };
	const { verdict } = attributes;
	const heading = verdict === 'good' ? sopWords.good : verdict === 'bad' ? sopWords.bad : sopWords.example;
	return { heading, level: 3 };
}

/** A step: its first line in the heading, its facts as a list, the rest below. */
function writeStep({ attributes, children }: DocumentNode, number: number): MarkdownNode[] {
	const [first, ...rest] = blocksOf(children);
	const hasTitle = first?.name === 'paragraph';
	const words = hasTitle ? [textNode(`${sopWords.step} ${number}: `), ...writeInline(first.children)] : [];
	const heading = headingOf(2, hasTitle ? words : [textNode(`${sopWords.step} ${number}`)]);
	const facts = Object.entries(stepFacts).flatMap(([name, fact]) => {
		const words = fact.write(attributes[name]);
		return words === undefined ? [] : [`${fact.labels[0]}: ${words}`];
	});
	const detail = (hasTitle ? rest : blocksOf(children)).flatMap(writeOrdinary);
	const guarded = facts.length === 0 && isFactList(detail[0]) ? [comment(ordinaryText)] : [];
	return [heading, ...(facts.length > 0 ? [factList(facts)] : []), ...guarded, ...detail];
}

function factList(facts: readonly string[]): MarkdownNode {
	const children = facts.map((fact) => item([paragraphOf([textNode(fact)])]));
	return { type: 'list', ordered: false, spread: false, children };
}

function isFactList(node: MarkdownNode | undefined): boolean {
	const lines = node?.type === 'list' ? (node.children ?? []) : [];
	return lines.some((line) => readFact(line.children?.[0]?.children?.[0]?.value ?? '') !== undefined);
}

/** A block that is no part of an SOP; a heading that reads like one is marked as ordinary. */
function writeOrdinary(node: DocumentNode): MarkdownNode[] {
	const written = writeBlock(node);
	const [first] = written;
	if (first?.type !== 'heading') return written;
	const looksLikePart = partOfHeading(first.depth ?? 0, first.children?.[0]?.value ?? '');
	return looksLikePart ? [comment(ordinaryText), ...written] : written;
}

function writeBlock(node: DocumentNode): MarkdownNode[] {
	const { name, attributes, children } = node;
	if (name === 'paragraph') return [writeParagraph(children)];
	if (name === 'heading') return [headingOf(headingLevel(attributes), writeInline(children))];
	if (name === 'horizontalRule') return [{ type: 'thematicBreak' }];
	if (name === 'codeBlock') return [writeCode(node)];
	if (name === 'image') return [writeImage(node)];
	if (name === 'table') return [writeTable(node)];
	if (name === 'blockquote') return [{ type: 'blockquote', children: writeBlocks(children) }];
	if (name === 'bulletList' || name === 'orderedList' || name === 'taskList') return [writeList(node)];
	return writeBlocks(children);
}

function writeBlocks(children: readonly DocumentChild[]): MarkdownNode[] {
	return blocksOf(children).flatMap(writeBlock);
}

function blocksOf(children: readonly DocumentChild[]): DocumentNode[] {
	return children.filter((child): child is DocumentNode => !isText(child));
}

function writeParagraph(children: readonly DocumentChild[]): MarkdownNode {
	const inline = writeInline(children);
	return inline.length === 0 ? { type: 'html', value: '<!-- -->' } : paragraphOf(inline);
}

function writeCode({ attributes, children }: DocumentNode): MarkdownNode {
	const value = children.map((child) => (isText(child) ? child.text : '\n')).join('');
	const { language } = attributes;
	return { type: 'code', value, ...(typeof language === 'string' && { lang: language }) };
}

function writeImage({ attributes }: DocumentNode): MarkdownNode {
	const { src, alt, title } = attributes;
	const words = { alt: asText(alt) ?? '', title: asText(title) ?? null };
	return paragraphOf([{ type: 'image', url: asText(src) ?? '', ...words }]);
}

function asText(value: unknown): string | undefined {
	return typeof value === 'string' && value !== '' ? value : undefined;
}

function writeList({ name, attributes, children }: DocumentNode): MarkdownNode {
	const items = blocksOf(children).map((child) => writeItem(child, name === 'taskList'));
	const { start } = attributes;
	return {
		type: 'list',
		ordered: name === 'orderedList',
		...(name === 'orderedList' && { start: typeof start === 'number' ? start : 1 }),
		spread: items.some(({ spread }) => spread === true),
		children: items
	};
}

function writeItem({ attributes, children }: DocumentNode, isTask: boolean): MarkdownNode {
	const blocks = blocksOf(children);
	const written = writeBlocks(blocks);
	if (!isTask) return item(written);
	const [first] = written;
	// A box needs a line beside it, and an empty line has to be said.
	const beside = first?.type === 'paragraph' ? written : [paragraphOf([emptyInline]), ...dropEmpty(written)];
	return { ...item(beside), checked: attributes['checked'] === true };
}

const emptyInline: MarkdownNode = { type: 'html', value: '<!-- -->' };

function dropEmpty([first, ...rest]: MarkdownNode[]): MarkdownNode[] {
	if (!first) return [];
	return first.type === 'html' && first.value === emptyInline.value ? rest : [first, ...rest];
}

function item(children: MarkdownNode[]): MarkdownNode {
	return { type: 'listItem', spread: children.length > 1, children };
}

/** A table that Markdown can say, else the same as HTML. */
function writeTable(node: DocumentNode): MarkdownNode {
	const rows = blocksOf(node.children).map(({ children }) => blocksOf(children));
	if (!isPlainTable(rows)) return { type: 'html', value: withoutBlankLines(writeHtml([node])) };
	return {
		type: 'table',
		align: (rows[0] ?? []).map(({ attributes }) => asText(attributes['align']) ?? null),
		children: rows.map((row) => ({ type: 'tableRow', children: row.map(writeCell) }))
	};
}

function writeCell({ children }: DocumentNode): MarkdownNode {
	return { type: 'tableCell', children: writeInline(blocksOf(children)[0]?.children ?? []) };
}

function isPlainTable(rows: readonly DocumentNode[][]): boolean {
	const [head] = rows;
	if (!head || head.length === 0) return false;
	return rows.every(
		(row, index) =>
			row.length === head.length &&
			row.every((cell, column) => isPlainCell(cell, index === 0, head[column]?.attributes['align']))
	);
}

function isPlainCell({ name, attributes, children }: DocumentNode, isHead: boolean, align: unknown): boolean {
	const { colspan, rowspan } = attributes;
	const [line, ...more] = blocksOf(children);
	return (
		name === (isHead ? 'tableHeader' : 'tableCell') &&
		(colspan ?? 1) === 1 &&
		(rowspan ?? 1) === 1 &&
		(attributes['align'] ?? null) === (align ?? null) &&
		line?.name === 'paragraph' &&
		more.length === 0 &&
		line.children.every(fitsInCell)
	);
}

/** A break needs HTML, and a backslash in code cannot be told from the one that guards a pipe. */
function fitsInCell(child: DocumentChild): boolean {
	return isText(child) && !(child.marks['code'] && child.text.includes('\\'));
}

/** A blank line would end the piece of HTML. */
function withoutBlankLines(html: string): string {
	return html.replace(/\r?\n/g, '&#10;');
}

function writeInline(children: readonly DocumentChild[], outer = 0): MarkdownNode[] {
	const written: MarkdownNode[] = [];
	for (let index = 0; index < children.length;) {
		const child = children[index];
		const mark = child && isText(child) ? nextMark(child, outer) : undefined;
		if (child && mark) {
			const end = endOfMark(children, index, mark, outer);
			written.push(...writeMarked(mark, children.slice(index, end)));
			index = end;
		} else {
			if (child) written.push(...writeChild(child));
			index += 1;
		}
	}
	return written;
}

type Mark = (typeof markOrder)[number];

function nextMark({ marks }: TextRun, outer: number): Mark | undefined {
	return markOrder
		.slice(outer)
		.find((name) => marks[name] && (name !== 'link' || isSafeHref(marks.link?.['href'])));
}

/** How far the same mark reaches as the outermost one. */
function endOfMark(children: readonly DocumentChild[], start: number, mark: Mark, outer: number): number {
	const wanted = JSON.stringify(marksOf(children[start])[mark]);
	const reaches = (child: DocumentChild | undefined) =>
		child !== undefined &&
		isText(child) &&
		nextMark(child, outer) === mark &&
		JSON.stringify(child.marks[mark]) === wanted;
	let end = start + 1;
	while (reaches(children[end])) end += 1;
	return end;
}

function marksOf(child: DocumentChild | undefined): TextRun['marks'] {
	return child && isText(child) ? child.marks : {};
}

function writeMarked(mark: Mark, runs: readonly DocumentChild[]): MarkdownNode[] {
	const inner = markOrder.indexOf(mark) + 1;
	if (mark === 'code')
		return [{ type: 'inlineCode', value: runs.map((run) => (isText(run) ? run.text : '')).join('') }];
	const children = writeInline(runs, inner);
	if (mark === 'bold') return [{ type: 'strong', children }];
	if (mark === 'italic') return [{ type: 'emphasis', children }];
	if (mark === 'strike') return [{ type: 'delete', children }];
	if (mark === 'link') return [writeLink(marksOf(runs[0]).link ?? {}, children)];
	const tag = mark === 'underline' ? 'u' : 'mark';
	return [{ type: 'html', value: `<${tag}>` }, ...children, { type: 'html', value: `</${tag}>` }];
}

function writeLink({ href, title }: Record<string, unknown>, children: MarkdownNode[]): MarkdownNode {
	return { type: 'link', url: asText(href) ?? '', title: asText(title) ?? null, children };
}

function writeChild(child: DocumentChild): MarkdownNode[] {
	if (isText(child)) return child.text === '' ? [] : [textNode(child.text)];
	return child.name === 'hardBreak' ? [{ type: 'break' }] : [];
}

function textNode(text: string): MarkdownNode {
	return { type: 'text', value: text.replace(/[\r\n]+/g, ' ') };
}

function paragraphOf(children: MarkdownNode[]): MarkdownNode {
	return { type: 'paragraph', children };
}

function headingOf(depth: number, children: MarkdownNode[]): MarkdownNode {
	return { type: 'heading', depth, children };
}

function comment(text: string): MarkdownNode {
	return { type: 'html', value: `<!-- ${text} -->` };
}
