import { Mark, markInputRule } from '@tiptap/core';
import { isSafeHref } from '#domain/pages/document-schema.ts';

interface MarkShape {
	name: string;
	/** Tags that pasted HTML may use for it; the first one is what the editor draws. */
	tags: readonly [string, ...string[]];
	/** A style that means the same, with the values that count. */
	style?: { property: string; means: (value: string) => boolean };
	keys: readonly string[];
	/** Markdown typed around a word. */
	typed?: readonly RegExp[];
}

function plainMark({ name, tags, style, keys, typed = [] }: MarkShape): Mark {
	return Mark.create({
		name,
		parseHTML: () => [
			...tags.map((tag) => ({ tag, getAttrs: (node: HTMLElement) => (isReset(node) ? false : null) })),
			...(style
				? [{ style: style.property, getAttrs: (value: string) => (style.means(value) ? null : false) }]
				: [])
		],
		renderHTML: ({ HTMLAttributes }) => [tags[0], HTMLAttributes, 0],
		addKeyboardShortcuts() {
			const toggle = () => this.editor.commands.toggleMark(name);
			return Object.fromEntries(keys.map((key) => [key, toggle]));
		},
		addInputRules() {
			return typed.map((find) => markInputRule({ find, type: this.type }));
		}
	});
}

/** Google Docs wraps a whole paste into `<b style="font-weight:normal">`. */
function isReset(node: HTMLElement): boolean {
	return node.style.fontWeight === 'normal' || node.style.fontWeight === '400';
}

export const Bold = plainMark({
	name: 'bold',
	tags: ['strong', 'b'],
	style: { property: 'font-weight', means: (value) => /^(bold(er)?|[6-9]\d{2})$/.test(value) },
	keys: ['Mod-b', 'Mod-B'],
	typed: [/(?:^|\s)(\*\*(?!\s+\*\*)([^*]+)\*\*(?!\s+\*\*))$/]
});

export const Italic = plainMark({
	name: 'italic',
	tags: ['em', 'i'],
	style: { property: 'font-style', means: (value) => value === 'italic' },
	keys: ['Mod-i', 'Mod-I'],
	typed: [/(?:^|\s)(_(?!\s+_)([^_]+)_(?!\s+_))$/]
});

export const Underline = plainMark({
	name: 'underline',
	tags: ['u', 'ins'],
	style: { property: 'text-decoration', means: (value) => value.includes('underline') },
	keys: ['Mod-u', 'Mod-U']
});

export const Strike = plainMark({
	name: 'strike',
	tags: ['s', 'del', 'strike'],
	style: { property: 'text-decoration', means: (value) => value.includes('line-through') },
	keys: ['Mod-Shift-s'],
	typed: [/(?:^|\s)(~~(?!\s+~~)([^~]+)~~(?!\s+~~))$/]
});

export const Highlight = plainMark({
	name: 'highlight',
	tags: ['mark'],
	keys: ['Mod-Shift-h'],
	typed: [/(?:^|\s)(==(?!\s+==)([^=]+)==(?!\s+==))$/]
});

export const Code = plainMark({
	name: 'code',
	tags: ['code'],
	keys: ['Mod-e'],
	typed: [/(?:^|[^`])(`([^`]+)`)$/]
}).extend({ excludes: '_', code: true, exitable: true });

export const Link = Mark.create({
	name: 'link',
	priority: 1000,
	inclusive: false,
	addAttributes: () => ({ href: { default: null }, title: { default: null } }),
	parseHTML: () => [
		{
			tag: 'a[href]',
			getAttrs: (node) => (isSafeHref(node.getAttribute('href')) ? null : false)
		}
	],
	renderHTML: ({ HTMLAttributes }) => {
		const href: unknown = HTMLAttributes['href'];
		const safe = isSafeHref(href) ? { href, rel: 'noopener noreferrer nofollow' } : {};
		return ['a', { ...safe, title: HTMLAttributes['title'] as unknown }, 0];
	}
});

export const marks = [Bold, Italic, Underline, Strike, Highlight, Code, Link];
