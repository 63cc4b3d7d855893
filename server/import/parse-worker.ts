import { parentPort } from 'node:worker_threads';
import type { MarkdownNode } from '#domain/pages/markdown/markdown-tree.ts';
import { MarkdownTooLarge, parseMarkdown } from '../pages/markdown.ts';
import type { ParseAnswer } from './markdown-parser.ts';

/** Deepest tree that is handed on: what reads it afterwards goes down node by node. */
const deepestTree = 400;

parentPort?.on('message', (text: string) => parentPort?.postMessage(answer(text)));
parentPort?.postMessage('ready');

function answer(text: string): ParseAnswer {
	try {
		const root = parseMarkdown(text);
		trim(root);
		return { root };
	} catch (error) {
		if (error instanceof MarkdownTooLarge) return { refused: error.message };
		// Nested so deep that the parser itself ran out of stack.
		if (error instanceof RangeError) return { refused: 'nesting' };
		throw error;
	}
}

/** Keeps of each position only the line, so that handing the tree over costs little. */
function trim(root: MarkdownNode): void {
	const waiting = [{ node: root, depth: 0 }];
	for (let next = waiting.pop(); next; next = waiting.pop()) {
		const { node, depth } = next;
		if (depth > deepestTree) throw new MarkdownTooLarge('nesting');
		if (node.position) node.position = { start: { line: node.position.start.line } };
		for (const child of node.children ?? []) waiting.push({ node: child, depth: depth + 1 });
	}
}
