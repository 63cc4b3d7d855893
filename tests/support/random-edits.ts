import * as Y from 'yjs';
import { documentRoot } from '#domain/pages/document-schema.ts';

const words = ['meja', 'bersih', 'kasir', 'buka', 'pagi', 'kirim', 'resi', 'stok', 'kain', 'rapi'];

/** Makes one edit by chance of the kinds that an editor makes: text, marks, nodes, attributes, deletions. */
export function editAtRandom(doc: Y.Doc, random: () => number): void {
	const body = doc.getXmlFragment(documentRoot);
	const texts = allTexts(body);
	const chance = random();
	doc.transact(() => {
		if (texts.length === 0 || chance < 0.12) return insertBlock(body, random);
		const text = pick(texts, random);
		if (chance < 0.7) text.insert(below(text.length + 1, random), `${pick(words, random)} `);
		else if (chance < 0.82) deleteSome(text, random);
		else if (chance < 0.9) formatSome(text, random);
		else if (chance < 0.95) (text.parent as Y.XmlElement).setAttribute('id', `b${below(1_000, random)}`);
		else if (body.length > 3) body.delete(below(body.length, random), 1);
	});
}

function insertBlock(body: Y.XmlFragment, random: () => number): void {
	const at = below(body.length + 1, random);
	if (random() < 0.7) return body.insert(at, [paragraph(random)]);
	const list = new Y.XmlElement('taskList');
	const item = new Y.XmlElement('taskItem');
	body.insert(at, [list]);
	list.insert(0, [item]);
	item.insert(0, [paragraph(random)]);
}

function paragraph(random: () => number): Y.XmlElement {
	const element = new Y.XmlElement('paragraph');
	element.insert(0, [new Y.XmlText(pick(words, random))]);
	return element;
}

function deleteSome(text: Y.XmlText, random: () => number): void {
	const from = below(text.length + 1, random);
	text.delete(from, Math.min(text.length - from, below(6, random)));
}

function formatSome(text: Y.XmlText, random: () => number): void {
	const from = below(text.length + 1, random);
	const length = Math.min(text.length - from, below(8, random));
	const mark = pick(['bold', 'italic', 'highlight'], random);
	if (length > 0) text.format(from, length, { [mark]: random() < 0.6 ? true : null });
}

function allTexts(parent: Y.XmlFragment): Y.XmlText[] {
	return parent.toArray().flatMap((child) => {
		if (child instanceof Y.XmlText) return [child];
		return child instanceof Y.XmlElement ? allTexts(child) : [];
	});
}

function pick<T>(list: readonly T[], random: () => number): T {
	return list[below(list.length, random)] as T;
}

function below(limit: number, random: () => number): number {
	return Math.floor(random() * limit);
}
