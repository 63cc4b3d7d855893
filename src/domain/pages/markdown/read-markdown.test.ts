import { describe, expect, it } from 'vitest';
import { longestMarkdown, parseMarkdown } from '#server/pages/markdown.ts';
import { textOf, type DocumentNode } from '../document-tree.ts';
import { readMarkdown } from './read-markdown.ts';
import { writeHtml } from './write-html.ts';

function read(markdown: string) {
	const { blocks, notices } = readMarkdown(parseMarkdown(markdown));
	return { html: writeHtml(blocks), blocks, notices };
}

describe('reading Markdown', () => {
	it('carries nested lists, checklists and ordinary items apart', () => {
		const { html } = read('- [x] Cetak label\n- Ambil\n  1. Rok\n  2. Blus');
		expect(html).toBe(
			'<ul data-type="taskList"><li data-checked="true"><input type="checkbox" disabled checked>' +
				'<p>Cetak label</p></li></ul>\n' +
				'<ul><li><p>Ambil</p><ol><li><p>Rok</p></li><li><p>Blus</p></li></ol></li></ul>'
		);
	});

	it('carries tables with their alignment, code with its language, and reference links', () => {
		const { html, notices } = read(
			'| a | b |\n|--:|---|\n| 1 | `x` |\n\n```ts\na < b\n```\n\n[toko][1]\n\n[1]: https://a.id "Toko"'
		);
		expect(html).toContain('<th align="right"><p>a</p></th>');
		expect(html).toContain('<pre data-language="ts"><code>a &#60; b</code></pre>');
		expect(html).toContain('<a href="https://a.id" title="Toko" rel=');
		expect(notices).toEqual([]);
	});

	it('keeps the text of HTML that a page cannot hold, and says where it stood', () => {
		const { html, notices } = read(
			'a\n\n<details>\n<summary>Lagi</summary>\n\nisi <kbd>Ctrl</kbd>\n\n</details>'
		);
		expect(html).toBe('<p>a</p>\n<p>Lagi</p>\n<p>isi Ctrl</p>');
		expect(notices).toEqual([
			{ kind: 'html', line: 3, detail: '<details>' },
			{ kind: 'html', line: 4, detail: '<summary>' },
			{ kind: 'html', line: 6, detail: '<kbd>' }
		]);
	});

	it('carries the HTML that a page can hold', () => {
		const { html, notices } = read('Tekan <u>dua</u> <b>kali</b><br>lalu <mark>tunggu</mark>');
		expect(html).toBe('<p>Tekan <u>dua</u> <strong>kali</strong><br>lalu <mark>tunggu</mark></p>');
		expect(notices).toEqual([]);
	});

	it('drops scripts and dangerous links, and reports both', () => {
		const { html, notices } = read(
			'<script>alert(1)</script>\n\n[x](javascript:alert(1)) <a href="data:x">y</a>'
		);
		expect(html).toBe('<p>x y</p>');
		expect(notices.map(({ kind }) => kind)).toEqual(['html', 'link', 'link']);
	});

	it('reports what changes its form: deep headings, footnotes, template tags, images elsewhere', () => {
		const { blocks, notices } = read(
			'##### Kecil\n\nA[^1] {% alert %}\n\n![Kotak](https://b.id/k.png)\n\n[^1]: Catatan'
		);
		expect(blocks.map(textOf)).toEqual(['Kecil', 'A[1] {% alert %}', 'Kotak', '[1] Catatan']);
		expect(notices.map(({ kind, line }) => [kind, line])).toEqual([
			['headingLevel', 1],
			['templateTag', 3],
			['image', 5],
			['footnote', 7]
		]);
	});

	it('joins what is nested deeper than a page allows, without losing its text', () => {
		const { blocks, notices } = read(`${'> '.repeat(60)}dalam`);
		expect(depthOf(blocks)).toBeLessThanOrEqual(32);
		expect(blocks.map(textOf)).toEqual(['dalam']);
		expect(notices.map(({ kind }) => kind)).toEqual(['nesting']);
	});

	it('refuses texts that are too long or nested beyond sense, at once', () => {
		expect(() => parseMarkdown('a'.repeat(longestMarkdown + 1))).toThrow('tooLong');
		expect(() => parseMarkdown('>'.repeat(50_000))).toThrow('nesting');
		expect(() => parseMarkdown('- '.repeat(50_000))).toThrow('nesting');
	});
});

function depthOf(nodes: readonly DocumentNode[]): number {
	return Math.max(
		0,
		...nodes.map(
			({ children }) => 1 + depthOf(children.filter((child): child is DocumentNode => !('text' in child)))
		)
	);
}
