/**
 * Markdown as a syntax tree (the public mdast form, as far as Rapi uses it). The text itself is parsed by
 * the server and printed on both sides; what the nodes mean is decided here.
 */
export interface MarkdownNode {
	type: string;
	children?: MarkdownNode[] | undefined;
	value?: string | undefined;
	depth?: number | undefined;
	ordered?: boolean | null | undefined;
	start?: number | null | undefined;
	spread?: boolean | null | undefined;
	checked?: boolean | null | undefined;
	lang?: string | null | undefined;
	url?: string | undefined;
	title?: string | null | undefined;
	alt?: string | null | undefined;
	identifier?: string | undefined;
	align?: (string | null)[] | null | undefined;
	position?: { start: { line: number } } | undefined;
}

/** Something of the source that a page cannot hold, or holds in another form. */
export type NotCarried =
	| 'html'
	| 'headingLevel'
	| 'footnote'
	| 'frontMatter'
	| 'templateTag'
	| 'link'
	| 'image'
	| 'nesting'
	| 'tooLong';

/** One entry of an import's report: what, where (line from 1), and the words of the source. */
export interface Notice {
	kind: NotCarried;
	line: number;
	detail: string;
}
