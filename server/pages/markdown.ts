import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown, gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import { gfm } from 'micromark-extension-gfm';
import type { MarkdownNode } from '#domain/pages/markdown/markdown-tree.ts';
import { printStyle, tableStyle } from '#domain/pages/markdown/print-style.ts';

/** Largest Markdown text that is read as one page, in UTF-16 units. */
export const longestMarkdown = 1_000_000;

/** Why a text is not read: too long, or nested so deep that reading it would take very long. */
export class MarkdownTooLarge extends Error {}

/** Most containers (quotes, lists) that one line may open, and most brackets that may stand open. */
const mostContainers = 64;

/** Parses CommonMark with GFM tables, task lists, strikethrough, autolinks and footnotes. */
export function parseMarkdown(text: string): MarkdownNode {
	if (text.length > longestMarkdown) throw new MarkdownTooLarge('tooLong');
	if (hasDeepLine(text)) throw new MarkdownTooLarge('nesting');
	return fromMarkdown(text, { extensions: [gfm()], mdastExtensions: treeExtensions() });
}

/** Without the later search for addresses in plain text: it would also link what was escaped on purpose. */
function treeExtensions() {
	return gfmFromMarkdown().map((extension) => ({ ...extension, transforms: [] }));
}

/** Prints a syntax tree as Markdown. Parsing it again gives an equal tree. */
export function printMarkdown(root: MarkdownNode): string {
	return toMarkdown(root as Parameters<typeof toMarkdown>[0], {
		...printStyle,
		extensions: [gfmToMarkdown(tableStyle)]
	});
}

function hasDeepLine(text: string): boolean {
	for (const line of text.split('\n')) {
		const prefix = /^(?:[ \t]{0,8}(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t])))+/.exec(line)?.[0] ?? '';
		if (prefix.replace(/[ \t\d]/g, '').length > mostContainers) return true;
	}
	return false;
}
