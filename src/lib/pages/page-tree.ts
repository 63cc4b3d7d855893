import type { XmlElement, XmlFragment, XmlText } from 'yjs';
import {
	findMarkFault,
	markRules,
	nodeRules,
	type MarkName,
	type NodeName
} from '#domain/pages/document-schema.ts';

/** A page's text as plain data, for showing it without the editor. */
export interface PageBlock {
	/** `unknown` is a block of a newer version: its text is shown all the same. */
	name: NodeName | 'unknown';
	attributes: Readonly<Record<string, unknown>>;
	children: readonly (PageBlock | PageWords)[];
}

export interface PageWords {
	text: string;
	marks: readonly { name: MarkName; attributes: Readonly<Record<string, unknown>> }[];
}

/** Reads a page without changing it; attributes that the rules do not know or allow are left out. */
export function readPage(body: XmlFragment): PageBlock[] {
	return childrenOf(body).filter((child) => isBlock(child));
}

export function isBlock(child: PageBlock | PageWords): child is PageBlock {
	return 'children' in child;
}

/** All words of a block in reading order, a line for each text block. */
export function plainText(blocks: readonly (PageBlock | PageWords)[]): string {
	const lines: string[] = [];
	for (const block of blocks) {
		if (!isBlock(block)) continue;
		if (
			block.children.some(isBlock) &&
			block.children.every((child) => isBlock(child) && child.name !== 'hardBreak')
		) {
			lines.push(plainText(block.children));
		} else lines.push(lineOf(block));
	}
	return lines.join('\n');
}

/** Whether nobody has written anything yet. */
export function isBlank(blocks: readonly PageBlock[]): boolean {
	return blocks.every(({ name, children }) => name === 'paragraph' && children.length === 0);
}

function lineOf(block: PageBlock): string {
	return block.children.map((child) => (isBlock(child) ? '\n' : child.text)).join('');
}

function childrenOf(parent: XmlFragment | XmlElement): (PageBlock | PageWords)[] {
	return (parent.toArray() as (XmlElement | XmlText)[]).flatMap<PageBlock | PageWords>((child) =>
		'nodeName' in child ? blockOf(child) : wordsOf(child)
	);
}

function blockOf(element: XmlElement): PageBlock {
	const known = Object.hasOwn(nodeRules, element.nodeName);
	const name = known ? (element.nodeName as NodeName) : 'unknown';
	const attributes = known ? allowed(name as NodeName, element.getAttributes()) : {};
	return { name, attributes, children: childrenOf(element) };
}

function allowed(name: NodeName, attributes: object): Record<string, unknown> {
	const rules: Readonly<Record<string, (value: unknown) => boolean>> = nodeRules[name];
	return Object.fromEntries(
		Object.entries(attributes).filter(([key, value]) => Object.hasOwn(rules, key) && rules[key]?.(value))
	);
}

function wordsOf(text: XmlText): PageWords[] {
	const delta = text.toDelta() as { insert: unknown; attributes?: Record<string, unknown> }[];
	return delta.map(({ insert, attributes = {} }) => ({
		text: typeof insert === 'string' ? insert : '',
		marks: Object.entries(attributes)
			.filter(([name, value]) => !findMarkFault(name, value))
			.map(([name, value]) => ({
				name: plainName(name),
				attributes: (value ?? {}) as Record<string, unknown>
			}))
	}));
}

function plainName(name: string): MarkName {
	const plain = name.split('--')[0] ?? name;
	return plain in markRules ? (plain as MarkName) : 'bold';
}
