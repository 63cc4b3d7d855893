import { describe, expect, it } from 'vitest';
import { Doc, XmlElement, XmlText } from 'yjs';
import { findUnreadable, findUnreadableChange } from './guard.ts';
import { pageSchemaOf } from './schema/page-schema.ts';

const schema = pageSchemaOf();

function element(
	name: string,
	attributes: Record<string, string | number> = {},
	children: (XmlElement | string)[] = []
) {
	const made = new XmlElement(name);
	for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value as string);
	made.insert(
		0,
		children.map((child) => (typeof child === 'string' ? new XmlText(child) : child))
	);
	return made;
}

function page(...children: XmlElement[]) {
	const doc = new Doc();
	const body = doc.getXmlFragment('body');
	body.insert(0, children);
	return body;
}

describe('the check before a page is bound to the editor', () => {
	it('passes a page made of known blocks, and an empty one', () => {
		const step = element('sopStep', { minutes: 10, role: 'Gudang' }, [
			element('paragraph', {}, ['Cetak label'])
		]);
		expect(findUnreadable(page(step, element('bulletList')), schema)).toBeUndefined();
		expect(findUnreadable(page(), schema)).toBeUndefined();
	});

	it('leaves the document as it was, whatever it finds', () => {
		const body = page(element('callout', {}, [element('paragraph', {}, ['Penting'])]));
		const before = body.toString();
		expect(findUnreadable(body, schema)).toBe('unknown node callout');
		expect(body.toString()).toBe(before);
	});

	it.each([
		[
			'an attribute that is not known',
			element('paragraph', { textAlign: 'center' }),
			'unknown attribute textAlign'
		],
		['a value out of bounds', element('tableCell', { colspan: 1e9 }), 'attribute colspan'],
		['a picture from another host', element('image', { src: 'https://example.com/a.png' }), 'attribute src'],
		[
			'a child that its block cannot hold',
			element('paragraph', {}, [element('paragraph')]),
			'Invalid content'
		]
	])('stops at %s', (_what, child, reason) => {
		expect(findUnreadable(page(child), schema)).toContain(reason);
	});

	it('stops at a mark that is not known and at a link that runs code', () => {
		for (const [name, value] of [
			['glow', true],
			['link', { href: 'javascript:alert(1)' }]
		] as const) {
			const paragraph = element('paragraph');
			const body = page(paragraph);
			const text = new XmlText();
			paragraph.insert(0, [text]);
			text.insert(0, 'Rp 2.000.000', { [name]: value });
			expect(findUnreadable(body, schema)).toMatch(/mark glow|attribute href/);
		}
	});

	it('stops at nesting deeper than the server admits', () => {
		let inner = element('blockquote');
		for (let depth = 0; depth < 40; depth++) inner = element('blockquote', {}, [inner]);
		expect(findUnreadable(page(inner), schema)).toBe('nested too deeply');
	});

	it('sees a later change from elsewhere before anything else does', () => {
		const paragraph = element('paragraph', {}, ['Ambil barang']);
		const body = page(paragraph);
		const seen: (string | undefined)[] = [];
		body.observeDeep((events) => seen.push(findUnreadableChange(events as never, body, schema)));
		(paragraph.get(0) as XmlText).insert(0, 'Hari ini: ');
		body.insert(1, [element('heading', { level: 2 })]);
		body.insert(2, [element('poll')]);
		paragraph.setAttribute('style', 'position:fixed');
		(paragraph.get(0) as XmlText).format(0, 4, { glow: true });
		expect(seen).toEqual([
			undefined,
			undefined,
			'unknown node poll',
			'unknown attribute style',
			'unknown attribute style'
		]);
	});
});
