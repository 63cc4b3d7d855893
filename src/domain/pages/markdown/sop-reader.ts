import { exampleVerdicts } from '../document-schema.ts';
import type { Attributes } from '../document-tree.ts';
import type { MarkdownNode } from './markdown-tree.ts';
import type { MarkdownReader } from './read-markdown.ts';
import { endOfPart, ordinaryText, partOfHeading, readFact, type PartHeading } from './sop-words.ts';

/** Reads an SOP as `sop-words` writes it: headings begin parts, the first list of a step tells its facts. */
export class SopReader {
	readonly #reader: MarkdownReader;
	/** The depths at which the open parts were opened, innermost last. */
	#parts: number[] = [];

	constructor(reader: MarkdownReader) {
		this.#reader = reader;
	}

	read(nodes: readonly MarkdownNode[]): void {
		for (let index = 0; index < nodes.length; index += 1) {
			const node = nodes[index];
			if (!node) continue;
			const next = nodes[index + 1];
			if (isComment(node, ordinaryText)) {
				if (next) this.#reader.block(next);
				index += 1;
			} else if (isComment(node, endOfPart)) this.#endPart();
			else index += this.#readNode(node, next);
		}
		this.#endParts();
	}

	/** Answers how many of the following nodes were read too. */
	#readNode(node: MarkdownNode, next: MarkdownNode | undefined): number {
		const part = headingPart(node);
		if (!part) {
			this.#reader.block(node);
			return 0;
		}
		const facts = part.name === 'sopStep' && next ? readFacts(next) : undefined;
		this.#beginPart(part, facts ?? {});
		if (part.titleAt !== undefined) this.#readTitle(node.children ?? [], part.titleAt);
		return facts ? 1 : 0;
	}

	#beginPart({ name, verdict }: PartHeading, facts: Attributes): void {
		const { builder } = this.#reader;
		if (name !== 'sopExample') this.#endParts();
		else if (builder.isOpen('sopExample')) this.#endPart();
		const isKnown = verdict && exampleVerdicts.includes(verdict);
		this.#parts.push(builder.open(name, isKnown ? { verdict } : facts));
	}

	/** The title without the "Langkah 1: " before it. */
	#readTitle([first, ...rest]: readonly MarkdownNode[], titleAt: number): void {
		if (!first) return;
		const title = { ...first, value: first.value?.slice(titleAt) };
		this.#reader.line('paragraph', {}, () => this.#reader.inlines([title, ...rest]));
	}

	#endPart(): void {
		const depth = this.#parts.pop();
		if (depth !== undefined) this.#reader.builder.closeTo(depth);
	}

	#endParts(): void {
		while (this.#parts.length > 0) this.#endPart();
	}
}

function isComment(node: MarkdownNode, text: string): boolean {
	return node.type === 'html' && node.value?.trim() === `<!-- ${text} -->`;
}

/** The part that a heading begins. Only plain words count: a heading with marks is a heading. */
function headingPart({ type, depth = 0, children = [] }: MarkdownNode): PartHeading | undefined {
	if (type !== 'heading') return undefined;
	const [first, ...rest] = children;
	if (first?.type !== 'text') return undefined;
	const part = partOfHeading(depth, first.value ?? '');
	return part?.titleAt !== undefined || rest.length === 0 ? part : undefined;
}

/** The facts of a step, when a list consists of nothing else. */
function readFacts({ type, ordered, children = [] }: MarkdownNode): Attributes | undefined {
	if (type !== 'list' || ordered || children.length === 0) return undefined;
	const facts = children.map(factOf);
	if (facts.some((fact) => fact === undefined)) return undefined;
	return Object.fromEntries(facts.flatMap((fact) => (fact ? [[fact.name, fact.value] as const] : [])));
}

function factOf({ checked, children = [] }: MarkdownNode) {
	const [line, ...more] = children;
	const [text, ...rest] = line?.children ?? [];
	const isPlain = typeof checked !== 'boolean' && line?.type === 'paragraph' && text?.type === 'text';
	return isPlain && more.length === 0 && rest.length === 0 ? readFact(text.value ?? '') : undefined;
}
