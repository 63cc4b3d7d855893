// @vitest-environment happy-dom
import { DOMParser, type Node } from '@tiptap/pm/model';
import { describe, expect, it } from 'vitest';
import { pageSchemaOf } from '../schema/page-schema.ts';
import { tidyPastedHtml } from './pasted-html.ts';
import { blocksOfText } from './pasted-text.ts';

const schema = pageSchemaOf();

function pasteHtml(html: string): string[] {
	const root = document.createElement('div');
	root.innerHTML = html;
	tidyPastedHtml(root);
	return DOMParser.fromSchema(schema).parse(root).children.map(outline);
}

function pasteText(text: string): string[] {
	return blocksOfText(text, schema).map(outline);
}

/** A block in a line: `bulletList(listItem(p: **Ambil** barang))`. */
function outline(node: Node): string {
	const name = node.type.name === 'paragraph' ? 'p' : node.type.name;
	const facts = [node.attrs['level'], node.attrs['checked']].filter((fact) => fact !== undefined).join();
	if (node.isTextblock) return `${name}${facts}: ${node.children.map(words).join('')}`;
	return `${name}${facts}(${node.children.map(outline).join(', ')})`;
}

function words(node: Node): string {
	const names = node.marks.map(({ type }) => type.name);
	const shown = node.isText ? (node.text ?? '') : '⏎';
	return names.length > 0 ? `<${names.join('+')}>${shown}</>` : shown;
}

const word = `<html><head><style>p.MsoListParagraph{color:red}</style></head><body><!--StartFragment-->
<p class=MsoNormal><b><span style='color:#C00000;font-family:Calibri'>Cek mutu</span></b><o:p></o:p></p>
<p class=MsoListParagraphCxSpFirst style='margin-left:.5in;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>1.<span>&nbsp;&nbsp;</span></span><![endif]>Jahitan rapi</p>
<p class=MsoListParagraphCxSpMiddle style='margin-left:1in;mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>o<span>&nbsp;</span></span>Tanpa benang lepas</p>
<p class=MsoListParagraphCxSpLast style='margin-left:.5in;mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>2.<span>&nbsp;</span></span>Segel <b>utuh</b></p>
<p class=MsoNormal>Selesai</p><!--EndFragment--></body></html>`;

const googleDocs = `<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="ltr"><span style="font-size:11pt;color:#ff0000;font-weight:700;">Retur</span><span style="font-weight:400"> paling lambat 3 hari</span></p><ul><li dir="ltr" style="list-style-type:disc"><p dir="ltr"><span style="font-weight:400">Foto paket</span></p></li></ul><ul><li role="checkbox" aria-checked="true"><img src="data:x"><p>Label ada</p></li></ul></b>`;

describe('pasting from other programs', () => {
	it('keeps the lists and the bold of Word and drops its colours and fonts', () => {
		expect(pasteHtml(word)).toEqual([
			'p: <bold>Cek mutu</>',
			'orderedList(listItem(p: Jahitan rapi, bulletList(listItem(p: Tanpa benang lepas))), listItem(p: Segel <bold>utuh</>))',
			'p: Selesai'
		]);
	});

	it('keeps what is bold in Google Docs, and nothing that is not', () => {
		expect(pasteHtml(googleDocs)).toEqual([
			'p: <bold>Retur</> paling lambat 3 hari',
			'bulletList(listItem(p: Foto paket))',
			'taskList(taskItemtrue(p: Label ada))'
		]);
	});

	it('keeps headings, tables and safe links of a web page, not scripts, styles or other hosts’ pictures', () => {
		const html =
			'<h4 style="position:fixed">Stok</h4><table><tr><th>SKU</th></tr><tr><td colspan="1e9">64</td></tr></table><p><a href="javascript:alert(1)">x</a> <a href="https://shopee.co.id">toko</a><img src="https://example.com/a.png"></p><script>1</script>';
		expect(pasteHtml(html)).toEqual([
			'heading3: Stok',
			'table(tableRow(tableHeader(p: SKU)), tableRow(tableCell(p: 64)))',
			'p: x <link>toko</>'
		]);
	});

	it('writes WhatsApp’s emoji pictures as the signs that they are', () => {
		expect(pasteHtml('<p>Siap <img alt="🙏" src="data:,"> kak</p>')).toEqual(['p: Siap 🙏 kak']);
	});
});

describe('pasting plain text', () => {
	it('reads a WhatsApp message with its bold, italic and numbered lines', () => {
		const message =
			'*Kirim hari ini* ya kak\n1. Cetak label\n2. Ambil barang\n   - cek _ukuran_\n3. Kemas\n\nHarga 2*3 tetap, snake_case_nama tetap';
		expect(pasteText(message)).toEqual([
			'p: <bold>Kirim hari ini</> ya kak',
			'orderedList(listItem(p: Cetak label), listItem(p: Ambil barang, bulletList(listItem(p: cek <italic>ukuran</>))), listItem(p: Kemas))',
			'p: Harga 2*3 tetap, snake_case_nama tetap'
		]);
	});

	it('reads Markdown: headings, checks, quotes, fences, rules and links', () => {
		const text =
			'## Standar\n- [x] Jahitan **rapi**\n- [ ] Segel utuh\n> Tanya Wulan\n```js\nconst a = 1;\n\n# bukan judul\n```\n---\n[panduan](/selasar/d/panduan-1) `kode` ~~lama~~';
		expect(pasteText(text)).toEqual([
			'heading2: Standar',
			'taskList(taskItemtrue(p: Jahitan <bold>rapi</>), taskItemfalse(p: Segel utuh))',
			'blockquote(p: Tanya Wulan)',
			'codeBlock: const a = 1;\n\n# bukan judul',
			'horizontalRule()',
			'p: <link>panduan</> <code>kode</> <strike>lama</>'
		]);
	});

	it('makes a table of a Markdown table, with marks, strokes that are words, and short rows', () => {
		const text = 'Ongkir\n| Kota | Harga |\n|:-----|------:|\n| **Bandung** | 9.000 |\n| A \\| B |\nSelesai';
		expect(pasteText(text)).toEqual([
			'p: Ongkir',
			'table(tableRow(tableHeader(p: Kota), tableHeader(p: Harga)), tableRow(tableCell(p: <bold>Bandung</>), tableCell(p: 9.000)), tableRow(tableCell(p: A | B), tableCell(p: )))',
			'p: Selesai'
		]);
		const [table] = blocksOfText('a | b\n--- | :-:\n1 | 2', schema);
		const aligned = table?.firstChild?.children.map((cell): unknown => cell.attrs['align']);
		expect(aligned).toEqual([null, 'center']);
	});

	it('leaves lines with strokes that are no table as they are', () => {
		expect(pasteText('S | M | L\nhitam | putih')).toEqual(['p: S | M | L', 'p: hitam | putih']);
		expect(pasteText('a | b\n---')).toEqual(['p: a | b', 'horizontalRule()']);
	});

	it('starts a new list where the kind changes, and loses no line', () => {
		expect(pasteText('- a\n1. b\n[] c\n• d')).toEqual([
			'bulletList(listItem(p: a))',
			'orderedList(listItem(p: b))',
			'taskList(taskItemfalse(p: c))',
			'bulletList(listItem(p: d))'
		]);
	});

	it('keeps links of unsafe schemes as text', () => {
		expect(pasteText('[x](javascript:alert(1)) dan https://selasar-rona.example/toko.')).toEqual([
			'p: [x](javascript:alert(1)) dan <link>https://selasar-rona.example/toko</>.'
		]);
	});
});
