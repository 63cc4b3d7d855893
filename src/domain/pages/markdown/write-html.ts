import { imageSource, isSafeHref } from '../document-schema.ts';
import {
	isText,
	type Attributes,
	type DocumentChild,
	type DocumentNode,
	type TextRun
} from '../document-tree.ts';

/** Marks from the outside in: the one order in which every writer nests them. */
export const markOrder = ['link', 'bold', 'italic', 'strike', 'underline', 'highlight', 'code'] as const;

const markTags: Readonly<Record<string, string>> = {
	bold: 'strong',
	italic: 'em',
	strike: 's',
	underline: 'u',
	highlight: 'mark',
	code: 'code'
};
const tags: Readonly<Record<string, string>> = {
	paragraph: 'p',
	bulletList: 'ul',
	orderedList: 'ol',
	listItem: 'li',
	taskList: 'ul',
	taskItem: 'li',
	blockquote: 'blockquote',
	table: 'table',
	tableRow: 'tr',
	tableHeader: 'th',
	tableCell: 'td',
	sopGoal: 'section',
	sopStep: 'section',
	sopStandard: 'section',
	sopExample: 'section'
};

/** The nodes of a page as semantic HTML, everything escaped; safe to place in any document. */
export function writeHtml(nodes: readonly DocumentNode[]): string {
	return nodes.map(writeNode).join('\n');
}

function writeNode(node: DocumentNode): string {
	const { name, attributes } = node;
	if (name === 'hardBreak') return '<br>';
	if (name === 'horizontalRule') return '<hr>';
	if (name === 'image') return writeImage(attributes);
	if (name === 'codeBlock') return writeCode(node);
	const tag = name === 'heading' ? `h${headingLevel(attributes)}` : tags[name];
	const inner = writeChildren(node.children);
	return tag ? `<${tag}${nodeAttributes(node)}>${box(node)}${inner}</${tag}>` : inner;
}

/** A closed set of levels, whatever the document says. */
export function headingLevel({ level }: Attributes): 1 | 2 | 3 {
	return level === 1 || level === 3 ? level : 2;
}

function writeChildren(children: readonly DocumentChild[]): string {
	return children.map((child) => (isText(child) ? writeRun(child) : writeNode(child))).join('');
}

function writeRun({ text, marks }: TextRun): string {
	let html = escapeHtml(text);
	for (const name of markOrder.toReversed()) {
		const attributes = marks[name];
		if (attributes)
			html = name === 'link' ? writeLink(attributes, html) : wrap(markTags[name] ?? 'span', html);
	}
	return html;
}

function wrap(tag: string, html: string): string {
	return `<${tag}>${html}</${tag}>`;
}

function writeLink({ href, title }: Attributes, html: string): string {
	if (!isSafeHref(href)) return html;
	return `<a${attribute('href', href)}${attribute('title', title)} rel="noopener noreferrer nofollow">${html}</a>`;
}

function writeImage({ src, alt, title, width, height }: Attributes): string {
	if (typeof src !== 'string' || !imageSource.test(src)) return '';
	const size = attribute('width', width) + attribute('height', height);
	return `<img${attribute('src', src)}${attribute('alt', alt ?? '')}${attribute('title', title)}${size}>`;
}

function writeCode({ attributes, children }: DocumentNode): string {
	const code = children.map((child) => (isText(child) ? escapeHtml(child.text) : '\n')).join('');
	return `<pre${attribute('data-language', attributes['language'])}><code>${code}</code></pre>`;
}

/** A drawn box before a line of a checklist; the state is also in `data-checked`. */
function box({ name, attributes }: DocumentNode): string {
	if (name !== 'taskItem') return '';
	return `<input type="checkbox" disabled${attributes['checked'] === true ? ' checked' : ''}>`;
}

function nodeAttributes({ name, attributes }: DocumentNode): string {
	if (name === 'taskList') return ' data-type="taskList"';
	if (name === 'taskItem') return ` data-checked="${String(attributes['checked'] === true)}"`;
	if (name === 'orderedList')
		return attribute('start', attributes['start']) + attribute('type', attributes['type']);
	if (name === 'tableCell' || name === 'tableHeader') return cellAttributes(attributes);
	return name.startsWith('sop') ? sopAttributes(name, attributes) : '';
}

function cellAttributes({ colspan, rowspan, align }: Attributes): string {
	const spans = [
		colspan === 1 ? '' : attribute('colspan', colspan),
		rowspan === 1 ? '' : attribute('rowspan', rowspan)
	];
	return spans.join('') + attribute('align', align);
}

function sopAttributes(name: string, attributes: Attributes): string {
	const facts = ['role', 'minutes', 'evidence', 'approval', 'escalateAfter', 'verdict'];
	const kind = name.slice('sop'.length).toLowerCase();
	return (
		attribute('data-sop', kind) +
		facts
			.map((fact) =>
				attribute(`data-${fact === 'escalateAfter' ? 'escalate-after' : fact}`, attributes[fact])
			)
			.join('')
	);
}

function attribute(name: string, value: unknown): string {
	if (typeof value !== 'string' && typeof value !== 'number') return '';
	return ` ${name}="${escapeHtml(String(value))}"`;
}

/** Text that means only itself, between tags and in double-quoted attributes. */
export function escapeHtml(text: string): string {
	return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
