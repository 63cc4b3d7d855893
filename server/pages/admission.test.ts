import { encoding } from 'lib0';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { judgeUpdate } from './admission.ts';

const mine = () => true;

function emptyDoc(): Y.Doc {
	const doc = new Y.Doc();
	doc.getXmlFragment('body');
	return doc;
}

/** A document that holds one paragraph with text, and the update that made it. */
function docWithText(text = 'Cuci tangan'): Y.Doc {
	const doc = emptyDoc();
	addParagraph(doc, text);
	return doc;
}

function addParagraph(doc: Y.Doc, text: string): Y.XmlText {
	const paragraph = new Y.XmlElement('paragraph');
	const line = new Y.XmlText();
	doc.getXmlFragment('body').push([paragraph]);
	paragraph.push([line]);
	line.insert(0, text);
	return line;
}

function copyOf(doc: Y.Doc): Y.Doc {
	const copy = emptyDoc();
	Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
	return copy;
}

/** What `change` sends to a server that holds `doc`. */
function updateFrom(doc: Y.Doc, change: (copy: Y.Doc) => void): Uint8Array {
	const copy = copyOf(doc);
	const before = Y.encodeStateVector(copy);
	change(copy);
	return Y.encodeStateAsUpdate(copy, before);
}

/** The quickest of some tries, in milliseconds: what the work takes when the machine is not busy elsewhere. */
function quickestOf(tries: number, work: () => unknown): number {
	const times = Array.from({ length: tries }, () => {
		const started = performance.now();
		work();
		return performance.now() - started;
	});
	return Math.min(...times);
}

function refusalOf(doc: Y.Doc, bytes: Uint8Array, owns: (client: number) => boolean = mine): string {
	const before = Y.encodeStateAsUpdate(doc);
	const admission = judgeUpdate(doc, bytes, owns);
	expect(Y.encodeStateAsUpdate(doc)).toEqual(before);
	return 'refused' in admission ? admission.refused : 'taken';
}

function bytesOf(write: (encoder: encoding.Encoder) => void): Uint8Array {
	const encoder = encoding.createEncoder();
	write(encoder);
	return encoding.toUint8Array(encoder);
}

/** An update whose one letter says that it stands between two others of the page's only text. */
function letterBetween(doc: Y.Doc, left: number, right: number): Uint8Array {
	const line = (doc.getXmlFragment('body').get(0) as Y.XmlElement).get(0) as Y.XmlText;
	const { client, clock } = (line._start as Y.Item).id;
	return bytesOf((encoder) => {
		for (const value of [1, 1, 4242, 0]) encoding.writeVarUint(encoder, value);
		encoding.writeUint8(encoder, 0b1100_0100);
		for (const at of [left, right]) {
			encoding.writeVarUint(encoder, client);
			encoding.writeVarUint(encoder, clock + at);
		}
		encoding.writeVarString(encoder, 'x');
		encoding.writeVarUint(encoder, 0);
	});
}

describe('a letter between two others', () => {
	it('is taken where the one comes before the other, also within one run of letters', () => {
		const doc = docWithText();
		expect(refusalOf(doc, letterBetween(doc, 0, 1))).toBe('taken');
		expect(refusalOf(doc, letterBetween(doc, 0, 5))).toBe('taken');
	});

	it('is refused where they stand the other way round: each device would put it elsewhere', () => {
		const doc = docWithText();
		expect(refusalOf(doc, letterBetween(doc, 5, 0))).toBe('malformed');
		expect(refusalOf(doc, letterBetween(doc, 3, 3))).toBe('malformed');
	});

	it('costs little, however many letters name the two ends of a long page', () => {
		const doc = docWithText('');
		const line = (doc.getXmlFragment('body').get(0) as Y.XmlElement).get(0) as Y.XmlText;
		// Written back to front, every letter stays an item of its own.
		for (let i = 0; i < 20_000; i++) line.insert(0, 'a');
		const first = line._start as Y.Item;
		let last = first;
		while (last.right) last = last.right;
		const letters = 12_000;
		const bytes = bytesOf((encoder) => {
			for (const value of [1, letters, 4242, 0]) encoding.writeVarUint(encoder, value);
			for (let i = 0; i < letters; i++) {
				encoding.writeUint8(encoder, 0b1100_0100);
				for (const { id } of [first, last]) {
					encoding.writeVarUint(encoder, id.client);
					encoding.writeVarUint(encoder, id.clock);
				}
				encoding.writeVarString(encoder, 'x');
			}
			encoding.writeVarUint(encoder, 0);
		});
		expect(quickestOf(3, () => judgeUpdate(doc, bytes, mine))).toBeLessThan(50);
	});
});

describe('an update that belongs on a page', () => {
	it('is taken, and names the client that wrote it', () => {
		const doc = docWithText();
		const writer = copyOf(doc);
		const bytes = updateFrom(doc, () => undefined);
		expect(judgeUpdate(doc, bytes, mine)).toMatchObject({ clients: [] });
		const before = Y.encodeStateVector(writer);
		addParagraph(writer, 'Sapu lantai');
		const news = Y.encodeStateAsUpdate(writer, before);
		expect(judgeUpdate(doc, news, mine)).toMatchObject({ clients: [writer.clientID] });
	});

	it('may carry marks, attributes and nested nodes of the schema', () => {
		const bytes = updateFrom(docWithText(), (copy) => {
			const step = new Y.XmlElement('sopStep');
			copy.getXmlFragment('body').push([step]);
			step.setAttribute('minutes', 5 as unknown as string);
			step.setAttribute('evidence', 'photo');
			const line = addParagraph(copy, 'Foto meja');
			line.format(0, 4, { bold: true, link: { href: 'https://selasar-rona.example' } });
			const list = new Y.XmlElement('bulletList');
			step.push([list]);
			list.push([new Y.XmlElement('listItem')]);
		});
		expect(refusalOf(docWithText(), bytes)).toBe('missing_predecessor');
		const doc = docWithText();
		const fitting = updateFrom(doc, (copy) => addParagraph(copy, 'x').format(0, 1, { italic: {} }));
		expect(refusalOf(doc, fitting)).toBe('taken');
	});

	it('may write beside and into what a colleague has just deleted', () => {
		const doc = docWithText();
		const late = updateFrom(doc, (copy) => {
			const line = (copy.getXmlFragment('body').get(0) as Y.XmlElement).get(0) as Y.XmlText;
			line.insert(3, ' bersih');
			addParagraph(copy, 'Tutup');
		});
		doc.getXmlFragment('body').delete(0, 1);
		expect(refusalOf(doc, late)).toBe('taken');
	});
});

describe('what the schema does not have is refused', () => {
	const cases: Record<string, (copy: Y.Doc) => void> = {
		'an unknown node': (copy) => copy.getXmlFragment('body').push([new Y.XmlElement('script')]),
		'a node named __proto__': (copy) => copy.getXmlFragment('body').push([new Y.XmlElement('__proto__')]),
		'an attribute that is not the node’s own': (copy) => {
			const node = new Y.XmlElement('paragraph');
			copy.getXmlFragment('body').push([node]);
			node.setAttribute('onclick', 'alert(1)');
		},
		'an attribute named __proto__': (copy) => {
			const node = new Y.XmlElement('paragraph');
			copy.getXmlFragment('body').push([node]);
			node.setAttribute('__proto__', 'x');
		},
		'a style hidden in an alignment': (copy) => {
			const cell = new Y.XmlElement('tableCell');
			copy.getXmlFragment('body').push([cell]);
			cell.setAttribute('align', 'center;position:fixed;inset:0');
		},
		'a cell that spans a thousand million columns': (copy) => {
			const cell = new Y.XmlElement('tableCell');
			copy.getXmlFragment('body').push([cell]);
			cell.setAttribute('colspan', 1e9 as unknown as string);
		},
		'a type inside an attribute': (copy) => {
			const node = new Y.XmlElement('paragraph');
			copy.getXmlFragment('body').push([node]);
			node.setAttribute('id', new Y.XmlText() as unknown as string);
		},
		'an unknown mark': (copy) => addParagraph(copy, 'x').format(0, 1, { blink: true }),
		'a link that runs a script': (copy) =>
			addParagraph(copy, 'x').format(0, 1, { link: { href: 'javascript:alert(1)' } }),
		'an embed in text': (copy) => addParagraph(copy, 'x').insertEmbed(0, { image: 'x' }),
		'text outside a node': (copy) => copy.getXmlFragment('body').push([new Y.XmlText()]),
		'a second root': (copy) => copy.getXmlFragment('other').push([new Y.XmlElement('paragraph')]),
		'a map beside the page': (copy) => copy.getMap('meta').set('__proto__', { isAdmin: true }),
		'a list beside the page': (copy) => copy.getArray('list').push([1]),
		'a text type of another kind': (copy) => {
			const node = new Y.XmlElement('paragraph');
			copy.getXmlFragment('body').push([node]);
			node.insert(0, [new Y.Text('x') as unknown as Y.XmlText]);
		},
		'a document inside the document': (copy) => copy.getMap('body2').set('x', new Y.Doc())
	};
	for (const [title, change] of Object.entries(cases)) {
		it(title, () => {
			const doc = docWithText();
			expect(refusalOf(doc, updateFrom(doc, change))).toBe('schema');
		});
	}

	it('nodes nested deeper than any page', () => {
		const nested = (depth: number) => (copy: Y.Doc) => {
			let parent: Y.XmlFragment = copy.getXmlFragment('body');
			for (let level = 0; level < depth; level++) {
				const node = new Y.XmlElement('blockquote');
				parent.push([node]);
				parent = node;
			}
		};
		const doc = docWithText();
		expect(refusalOf(doc, updateFrom(doc, nested(32)))).toBe('taken');
		expect(refusalOf(doc, updateFrom(doc, nested(33)))).toBe('schema');
		expect(refusalOf(doc, updateFrom(doc, nested(5_000)))).toBe('schema');
	});
});

describe('what nobody may write in another’s name, or ahead of the log', () => {
	it('refuses structs of a client id that is somebody else’s', () => {
		const doc = docWithText();
		const bytes = updateFrom(doc, (copy) => addParagraph(copy, 'x'));
		expect(refusalOf(doc, bytes, () => false)).toBe('foreign_client');
	});

	it('refuses to move a colleague’s clock, whose later edits would then be ignored', () => {
		const doc = docWithText();
		const [victim = 0] = doc.store.clients.keys();
		const known = Y.getState(doc.store, victim);
		const bytes = bytesOf((e) => {
			for (const number of [1, 1, victim, known]) encoding.writeVarUint(e, number);
			encoding.writeUint8(e, 0);
			encoding.writeVarUint(e, 50);
			encoding.writeVarUint(e, 0);
		});
		expect(refusalOf(doc, bytes, (client) => client !== victim)).toBe('foreign_client');
	});

	it('asks for what came before when an update has a hole before it', () => {
		const doc = docWithText();
		const copy = copyOf(doc);
		addParagraph(copy, 'pertama');
		const between = Y.encodeStateVector(copy);
		addParagraph(copy, 'kedua');
		expect(refusalOf(doc, Y.encodeStateAsUpdate(copy, between))).toBe('missing_predecessor');
	});

	it('asks for what came before when an update deletes what is not here', () => {
		const doc = docWithText();
		const copy = copyOf(doc);
		addParagraph(copy, 'pertama');
		const between = Y.encodeStateVector(copy);
		copy.getXmlFragment('body').delete(1, 1);
		expect(refusalOf(doc, Y.encodeStateAsUpdate(copy, between))).toBe('missing_predecessor');
	});
});

describe('bombs', () => {
	const bombs: Record<string, () => Uint8Array> = {
		'33 million structs declared in 7 bytes': () =>
			bytesOf((e) => {
				for (const number of [1, 2 ** 25, 1]) encoding.writeVarUint(e, number);
			}),
		'a cleared stretch of 2^52': () =>
			bytesOf((e) => {
				for (const number of [1, 1, 7, 0]) encoding.writeVarUint(e, number);
				encoding.writeUint8(e, 0);
				encoding.writeVarUint(e, 2 ** 52);
				encoding.writeVarUint(e, 0);
			}),
		'500,000 delete ranges': () =>
			bytesOf((e) => {
				for (const number of [0, 1, 7, 500_000]) encoding.writeVarUint(e, number);
				for (let i = 0; i < 500_000; i++) {
					encoding.writeVarUint(e, 1);
					encoding.writeVarUint(e, 1);
				}
			}),
		'a list nested 100,000 deep inside an attribute': () =>
			bytesOf((e) => {
				for (const number of [1, 1, 7, 0]) encoding.writeVarUint(e, number);
				encoding.writeUint8(e, 8 | 32);
				encoding.writeVarUint(e, 1);
				encoding.writeVarString(e, 'body');
				encoding.writeVarString(e, 'id');
				encoding.writeVarUint(e, 1);
				for (let i = 0; i < 100_000; i++) {
					encoding.writeUint8(e, 117);
					encoding.writeVarUint(e, 1);
				}
				encoding.writeUint8(e, 127);
				encoding.writeVarUint(e, 0);
			}),
		'an update in the second encoding': () => Y.encodeStateAsUpdateV2(docWithText('x'.repeat(2000))),
		'two stretches of one client': () =>
			bytesOf((e) => {
				encoding.writeVarUint(e, 2);
				for (const client of [7, 7]) {
					for (const number of [1, client, 0]) encoding.writeVarUint(e, number);
					encoding.writeUint8(e, 0);
					encoding.writeVarUint(e, 1);
				}
				encoding.writeVarUint(e, 0);
			}),
		'a deletion of nothing, on which Yjs fails halfway': () =>
			bytesOf((e) => {
				for (const number of [0, 1, 7, 1, 0, 0]) encoding.writeVarUint(e, number);
			}),
		'nothing at all': () => new Uint8Array(0)
	};
	for (const [title, make] of Object.entries(bombs)) {
		it(`refuses ${title} in less than 5 ms`, () => {
			const doc = docWithText();
			const bytes = make();
			expect(judgeUpdate(doc, bytes, mine)).toHaveProperty('refused');
			expect(quickestOf(5, () => judgeUpdate(doc, bytes, mine))).toBeLessThan(5);
		});
	}

	it('refuses more than 256 kB before reading it', () => {
		expect(refusalOf(docWithText(), new Uint8Array(256 * 1024 + 1))).toBe('too_large');
	});

	it('refuses items that lead to each other in a circle', () => {
		const item = (e: encoding.Encoder, client: number, to: number) => {
			for (const number of [1, client, 0]) encoding.writeVarUint(e, number);
			encoding.writeUint8(e, 4 | 128);
			encoding.writeVarUint(e, to);
			encoding.writeVarUint(e, 0);
			encoding.writeVarString(e, 'x');
		};
		const bytes = bytesOf((e) => {
			encoding.writeVarUint(e, 2);
			item(e, 9, 8);
			item(e, 8, 9);
			encoding.writeVarUint(e, 0);
		});
		expect(refusalOf(docWithText(), bytes)).toBe('malformed');
	});
});
