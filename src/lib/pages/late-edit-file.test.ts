import { describe, expect, it } from 'vitest';
import { Doc, encodeStateAsUpdate, XmlElement, XmlText } from 'yjs';
import { documentRoot } from '#domain/pages/document-schema.ts';
import { lateEditMarkdown } from './late-edit-file.ts';

const kept = 'a'.repeat(32);
const other = 'b'.repeat(32);

describe('work that could not be sent, as a file', () => {
	it('has the whole text, with its form', () => {
		const words = new XmlText();
		words.insert(0, 'Hitung ');
		words.insert(7, 'dua kali', { bold: {} });
		const text = fileOf(
			element('heading', { level: 2 }, [new XmlText('Kas')]),
			element('paragraph', {}, [words])
		);
		expect(text).toBe('---\ntitle: "Tutup \\"toko\\""\n---\n\n## Kas\n\nHitung **dua kali**\n');
	});

	it('names the pictures that are saved beside it, and leaves the others where they are', () => {
		const text = fileOf(
			element('image', { src: `/images/${kept}`, alt: 'Laci' }, []),
			element('image', { src: `/images/${other}` }, [])
		);
		expect(text).toContain('![Laci](Laci-1.png)');
		expect(text).toContain(`![](/images/${other})`);
	});

	it('says that it is an SOP', () => {
		const goal = element('sopGoal', {}, [element('paragraph', {}, [new XmlText('Kas cocok')])]);
		expect(fileOf(goal)).toMatch(/kind: sop\n---\n\n## Tujuan\n\nKas cocok\n/);
	});
});

function fileOf(...children: XmlElement[]): string {
	const doc = new Doc();
	doc.getXmlFragment(documentRoot).insert(0, children);
	const images = [{ id: kept, blob: new Blob(['picture'], { type: 'image/png' }) }];
	const edit = { pageId: 'p', title: 'Tutup "toko"', updates: [encodeStateAsUpdate(doc)], images, at: 0 };
	return lateEditMarkdown(edit, () => 'Laci-1.png');
}

function element(name: string, attributes: object, children: (XmlElement | XmlText)[]): XmlElement {
	const made = new XmlElement(name);
	for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value as string);
	made.insert(0, children);
	return made;
}
