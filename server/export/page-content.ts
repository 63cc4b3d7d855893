import type { DocumentNode } from '#domain/pages/document-tree.ts';
import { writeFrontMatter } from '#domain/pages/markdown/front-matter.ts';
import type { MarkdownNode } from '#domain/pages/markdown/markdown-tree.ts';
import { escapeHtml, writeHtml } from '#domain/pages/markdown/write-html.ts';
import { writeMarkdown } from '#domain/pages/markdown/write-markdown.ts';
import type { Page } from '#domain/pages/page.ts';
import type { Finders } from '../access/finders.ts';
import { printMarkdown } from '../pages/markdown.ts';
import type { Pages } from '../pages/pages.ts';
import type { Caller } from '../records/command-runner.ts';

const types = {
	md: 'text/markdown; charset=utf-8',
	html: 'text/html; charset=utf-8',
	json: 'application/json; charset=utf-8'
} as const;
type ContentFormat = keyof typeof types;

export interface PageContent {
	type: string;
	body: string;
}

/** A page's text in one of the formats; undefined for an unknown one and for who may not see the page. */
export type ReadPageContent = (
	caller: Caller,
	pageId: string,
	format: string
) => Promise<PageContent | undefined>;

export function createPageContent(finders: Finders, pages: Pages): ReadPageContent {
	return async (caller, pageId, format) => {
		if (!isFormat(format)) return undefined;
		const actor = await finders.actor(caller);
		const found = actor && (await finders.page(actor, pageId));
		const nodes = found && (await pages.readDocument(actor, pageId));
		return nodes && { type: types[format], body: writers[format](found.page, nodes) };
	};
}

function isFormat(format: string): format is ContentFormat {
	return Object.hasOwn(types, format);
}

/** What links and pictures of a file are to lead to. */
export interface FileTargets {
	link: (href: string) => string;
	image: (src: string) => string;
}

const asTheyStand: FileTargets = { link: (href) => href, image: (src) => src };

/** The page as a Markdown file that an import reads back as the same page. */
export function markdownFile(
	{ title, kind }: Page,
	nodes: readonly DocumentNode[],
	targets = asTheyStand
): string {
	const root = writeMarkdown(nodes);
	changeTargets(root, targets);
	return writeFrontMatter(title, kind === 'sop' ? 'sop' : 'doc') + printMarkdown(root);
}

function changeTargets(node: MarkdownNode, targets: FileTargets): void {
	if (node.type === 'link' || node.type === 'image') node.url = targets[node.type](node.url ?? '');
	if (node.type === 'html') node.value = changeHtml(node.value ?? '', targets);
	for (const child of node.children ?? []) changeTargets(child, targets);
}

/** The same in HTML, which a table takes that Markdown cannot say: quotes in its texts are escaped. */
function changeHtml(html: string, { link, image }: FileTargets): string {
	return html.replace(/ (href|src)="([^"]*)"/g, (_all, name: string, url: string) => {
		return ` ${name}="${name === 'src' ? image(url) : link(url)}"`;
	});
}

const writers: Record<ContentFormat, (page: Page, nodes: readonly DocumentNode[]) => string> = {
	md: (page, nodes) => markdownFile(page, nodes),
	html: ({ title }, nodes) =>
		`<!doctype html>\n<meta charset="utf-8">\n<title>${escapeHtml(title)}</title>\n<h1>${escapeHtml(title)}</h1>\n${writeHtml(nodes)}\n`,
	json: ({ id, title, kind }, nodes) => JSON.stringify({ id, title, kind, content: nodes })
};
