import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import { applyUpdate, Doc } from 'yjs';
import { documentRoot } from '#domain/pages/document-schema.ts';
import type { DocumentChild, DocumentNode } from '#domain/pages/document-tree.ts';
import { writeFrontMatter } from '#domain/pages/markdown/front-matter.ts';
import { printStyle, tableStyle } from '#domain/pages/markdown/print-style.ts';
import { writeMarkdown } from '#domain/pages/markdown/write-markdown.ts';
import type { LateEdit } from '$lib/sync/workspace.ts';
import { isBlock, readPage, type PageBlock, type PageWords } from './page-tree.ts';

/**
 * Work that could not be sent, as a Markdown file that an import reads back as a page. Its pictures
 * are named as `imageName` says: they are files beside it.
 */
export function lateEditMarkdown(
	{ title, updates, images }: LateEdit,
	imageName: (id: string) => string
): string {
	const doc = new Doc();
	for (const update of updates) applyUpdate(doc, update);
	const blocks = readPage(doc.getXmlFragment(documentRoot));
	doc.destroy();
	const names = new Map(images.map(({ id }) => [`/images/${id}`, imageName(id)]));
	const isSop = blocks.some(({ name }) => name.startsWith('sop'));
	const root = writeMarkdown(blocks.map((block) => nodeOf(block, names)));
	const text = toMarkdown(root as Parameters<typeof toMarkdown>[0], {
		...printStyle,
		extensions: [gfmToMarkdown(tableStyle)]
	});
	return writeFrontMatter(title, isSop ? 'sop' : 'doc') + text;
}

function nodeOf(block: PageBlock, names: ReadonlyMap<string, string>): DocumentNode {
	const { name, attributes, children } = block;
	const { src } = attributes;
	const file = name === 'image' ? names.get(String(src)) : undefined;
	return {
		name,
		attributes: { ...attributes, ...(file !== undefined && { src: file }) },
		children: children.map((child) => childOf(child, names))
	};
}

function childOf(child: PageBlock | PageWords, names: ReadonlyMap<string, string>): DocumentChild {
	if (isBlock(child)) return nodeOf(child, names);
	const marks = child.marks.map(({ name, attributes }) => [name, { ...attributes }] as const);
	return { text: child.text, marks: Object.fromEntries(marks) };
}
