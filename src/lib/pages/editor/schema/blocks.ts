import { Node, nodeInputRule, textblockTypeInputRule, wrappingInputRule } from '@tiptap/core';
import { imageSource } from '#domain/pages/document-schema.ts';

/**
 * Content expressions are `(a | b)*` throughout, never `a b*` or `a+`: two people who delete in the
 * same block must not leave something that the schema cannot build, because the binding would then
 * delete the block with all that it holds. Only the page itself asks for one block; it is never built
 * from the shared document.
 */
export const Page = Node.create({ name: 'doc', topNode: true, content: '(block | sop)+' });

export const Text = Node.create({ name: 'text', group: 'inline' });

export const Paragraph = Node.create({
	name: 'paragraph',
	priority: 1000,
	group: 'block',
	content: 'inline*',
	parseHTML: () => [{ tag: 'p' }],
	renderHTML: ({ HTMLAttributes }) => ['p', HTMLAttributes, 0],
	addKeyboardShortcuts() {
		const toText = () => this.editor.commands.setNode(this.name);
		return { 'Mod-Shift-0': toText, 'Mod-Alt-0': toText };
	}
});

const levels = [1, 2, 3] as const;

export const Heading = Node.create({
	name: 'heading',
	group: 'block',
	content: 'inline*',
	defining: true,
	addAttributes: () => ({ level: { default: 2, rendered: false } }),
	parseHTML: () =>
		[1, 2, 3, 4, 5, 6].map((level) => ({ tag: `h${level}`, attrs: { level: Math.min(level, 3) } })),
	renderHTML: ({ node, HTMLAttributes }) => [`h${headingLevel(node.attrs['level'])}`, HTMLAttributes, 0],
	addKeyboardShortcuts() {
		const toggle = (level: number) => () =>
			this.editor.commands.toggleNode(this.name, 'paragraph', { level });
		return Object.fromEntries(
			levels.flatMap((level) => [
				[`Mod-Shift-${level}`, toggle(level)],
				[`Mod-Alt-${level}`, toggle(level)]
			])
		);
	},
	addInputRules() {
		return levels.map((level) =>
			textblockTypeInputRule({
				find: new RegExp(`^(#{${level}})\\s$`),
				type: this.type,
				getAttributes: { level }
			})
		);
	}
});

function headingLevel(level: unknown): number {
	return level === 1 || level === 3 ? level : 2;
}

export const Blockquote = Node.create({
	name: 'blockquote',
	group: 'block',
	content: 'block*',
	defining: true,
	parseHTML: () => [{ tag: 'blockquote' }],
	renderHTML: ({ HTMLAttributes }) => ['blockquote', HTMLAttributes, 0],
	addInputRules() {
		return [wrappingInputRule({ find: /^\s*>\s$/, type: this.type })];
	}
});

export const CodeBlock = Node.create({
	name: 'codeBlock',
	group: 'block',
	content: 'text*',
	marks: '',
	code: true,
	defining: true,
	addAttributes: () => ({ language: { default: null, rendered: false } }),
	parseHTML: () => [{ tag: 'pre', preserveWhitespace: 'full' }],
	renderHTML: ({ HTMLAttributes }) => ['pre', HTMLAttributes, ['code', { spellcheck: 'false' }, 0]],
	addKeyboardShortcuts() {
		return { Enter: () => this.editor.commands.newlineInCode() };
	},
	addInputRules() {
		return [textblockTypeInputRule({ find: /^```([\w+#.-]{1,40})?\s$/, type: this.type, getAttributes })];
	}
});

function getAttributes(match: RegExpMatchArray): { language: string | null } {
	return { language: match[1] ?? null };
}

export const HorizontalRule = Node.create({
	name: 'horizontalRule',
	group: 'block',
	parseHTML: () => [{ tag: 'hr' }],
	renderHTML: ({ HTMLAttributes }) => ['hr', HTMLAttributes],
	addInputRules() {
		return [nodeInputRule({ find: /^---$/, type: this.type })];
	}
});

export const HardBreak = Node.create({
	name: 'hardBreak',
	group: 'inline',
	inline: true,
	selectable: false,
	linebreakReplacement: true,
	parseHTML: () => [{ tag: 'br' }],
	renderHTML: () => ['br'],
	renderText: () => '\n',
	addKeyboardShortcuts() {
		const insert = () => this.editor.commands.insertContent({ type: this.name });
		return { 'Shift-Enter': insert };
	}
});

export const Image = Node.create({
	name: 'image',
	group: 'block',
	draggable: true,
	addAttributes: () => ({
		src: { default: null },
		alt: { default: null },
		title: { default: null },
		width: { default: null, parseHTML: wholeNumber('width') },
		height: { default: null, parseHTML: wholeNumber('height') }
	}),
	// Only pictures that already lie in Rapi are kept; a paste brings others along as files.
	parseHTML: () => [
		{
			tag: 'img[src]',
			getAttrs: (node) => (imageSource.test(node.getAttribute('src') ?? '') ? null : false)
		}
	],
	renderHTML: ({ HTMLAttributes }) => ['img', { ...HTMLAttributes, loading: 'lazy' }]
});

function wholeNumber(name: string): (node: HTMLElement) => number | null {
	return (node) => {
		const value = Number(node.getAttribute(name));
		return Number.isInteger(value) && value > 0 && value <= 20_000 ? value : null;
	};
}

export const blocks = [
	Page,
	Text,
	Paragraph,
	Heading,
	Blockquote,
	CodeBlock,
	HorizontalRule,
	HardBreak,
	Image
];
