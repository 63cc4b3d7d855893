import { expect, it } from 'vitest';
import { Doc, XmlElement, XmlText } from 'yjs';
import { measureOf } from './page-text.svelte.ts';
import { isBlank, plainText, readPage } from './page-tree.ts';

function element(
	name: string,
	attributes: Record<string, unknown>,
	children: (XmlElement | XmlText)[]
): XmlElement {
	const made = new XmlElement(name);
	for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value as string);
	made.insert(0, children);
	return made;
}

function line(text: string): XmlElement {
	return element('paragraph', {}, [new XmlText(text)]);
}

function page(...children: XmlElement[]) {
	const body = new Doc().getXmlFragment('body');
	body.insert(0, children);
	return body;
}

it('shows the text of blocks that this version does not know', () => {
	const blocks = readPage(page(element('callout', { tone: 'loud' }, [line('Tanya Wulan dulu')])));
	expect(blocks).toMatchObject([{ name: 'unknown', attributes: {} }]);
	expect(plainText(blocks)).toBe('Tanya Wulan dulu');
});

it('leaves out attributes and marks that could do harm', () => {
	const body = page(element('tableCell', { colspan: 1e9, rowspan: 2 }, [line('Rp 189.000')]));
	const link = new XmlText();
	body.insert(1, [element('paragraph', {}, [link])]);
	link.insert(0, 'klik', { link: { href: 'javascript:alert(1)' }, bold: {} });
	const [cell, paragraph] = readPage(body);
	expect(cell?.attributes).toEqual({ rowspan: 2 });
	expect(paragraph?.children).toEqual([{ text: 'klik', marks: [{ name: 'bold', attributes: {} }] }]);
});

it('writes each block on a line of its own for copying', () => {
	const list = element('bulletList', {}, [
		element('listItem', {}, [line('Foto paket')]),
		element('listItem', {}, [line('Label')])
	]);
	expect(plainText(readPage(page(line('Retur'), list)))).toBe('Retur\nFoto paket\nLabel');
});

it('measures an SOP by its goal, titles, details and minutes', () => {
	const step = element('sopStep', { minutes: 10 }, [line('Cetak label'), line('Filter Siap kirim.')]);
	expect(measureOf(readPage(page(element('sopGoal', {}, [line('Dikirim hari ini.')]), step)))).toEqual({
		goal: 'Dikirim hari ini.',
		steps: [{ title: 'Cetak label', detail: 'Filter Siap kirim.', minutes: 10 }]
	});
});

it('is blank until somebody writes a word or puts anything else there', () => {
	expect(isBlank(readPage(page()))).toBe(true);
	expect(isBlank(readPage(page(element('paragraph', {}, []))))).toBe(true);
	expect(isBlank(readPage(page(line('Retur'))))).toBe(false);
	expect(isBlank(readPage(page(element('divider', {}, []))))).toBe(false);
});
