/** How a syntax tree is printed (options of mdast-util-to-markdown), so that reading it again gives an equal tree. */
export const printStyle = {
	bullet: '-',
	rule: '_',
	emphasis: '*',
	fences: true,
	listItemIndent: 'one'
} as const;

/** How tables are printed (options of mdast-util-gfm). */
export const tableStyle = { tablePipeAlign: false } as const;
