import { Fragment, type Node } from '@tiptap/pm/model';
import { EditorState } from '@tiptap/pm/state';
import { initProseMirrorDoc, updateYFragment } from '@tiptap/y-tiptap';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Doc } from 'yjs';
import { documentRoot } from '#domain/pages/document-schema.ts';
import {
	inSync,
	openSyncHome,
	when,
	type OnlineDevice,
	type SyncHome
} from '../../../../tests/support/sync-home.ts';
import { pageSchemaOf } from './schema/page-schema.ts';

const schema = pageSchemaOf();
const steps = { s1: 'Cetak label', s2: 'Ambil barang', s3: 'Cek mutu dan kemas' };

let sync: SyncHome;
let pageId: string;
beforeEach(async () => {
	sync = await openSyncHome();
	pageId = await sync.home.page('Kirim pesanan', await sync.home.folder('Operasional'));
});
afterEach(() => sync.close());

/** One person at the page, on a line that can be cut. */
interface Writer {
	device: OnlineDevice;
	doc: Doc;
	/** What an editor does: a new page from the one on the screen. */
	edit(change: (blocks: readonly Node[]) => readonly Node[]): void;
	text(): string[];
	saved(): Promise<void>;
	/** Waits until the page reads so. */
	reads(lines: readonly string[]): Promise<void>;
	readonly putBack: number;
}

async function join(person: 'rara' | 'yoga' | 'dimas'): Promise<Writer> {
	const device = sync.device(person);
	const session = await device.openTab();
	await inSync(session);
	const page = await session.pages.open(pageId);
	await when([page.changed], () => page.state.loaded && page.state.connection === 'on' && page.state.saved);
	const { doc } = page;
	const text = () => linesOf(doc);
	return {
		device,
		doc,
		text,
		edit(change) {
			const body = doc.getXmlFragment(documentRoot);
			const { doc: before, meta } = initProseMirrorDoc(body, schema);
			const after = before.copy(Fragment.from(change(before.children)));
			doc.transact(() => updateYFragment(doc, body, after, meta));
		},
		saved: () => when([page.changed], () => page.state.saved && page.state.connection === 'on'),
		reads: (lines) =>
			new Promise((resolve) => {
				const check = () => {
					if (text().join('|') !== lines.join('|')) return;
					doc.off('afterAllTransactions', check);
					resolve();
				};
				doc.on('afterAllTransactions', check);
				check();
			}),
		get putBack() {
			return page.state.putBack;
		}
	};
}

function linesOf(doc: Doc): string[] {
	const { doc: page } = initProseMirrorDoc(doc.getXmlFragment(documentRoot), schema);
	return page.children.map((block) => block.textContent);
}

async function begin({ hasIds } = { hasIds: true }): Promise<{ rara: Writer; yoga: Writer }> {
	const rara = await join('rara');
	const attributes = (id: string) => (hasIds ? { id } : null);
	const block = (id: string, text: string) =>
		schema.node('sopStep', attributes(id), [
			schema.node('paragraph', attributes(`${id}p`), [schema.text(text)])
		]);
	rara.edit(() => Object.entries(steps).map(([id, text]) => block(id, text)));
	await rara.saved();
	const yoga = await join('yoga');
	await yoga.reads(Object.values(steps));
	return { rara, yoga };
}

const lastToTop = (blocks: readonly Node[]) => [...blocks.slice(-1), ...blocks.slice(0, -1)];
const withoutLast = (blocks: readonly Node[]) => blocks.slice(0, -1);

/** Types into the text of the last step, in the middle. */
function typeIn(text: string, at = 'Cek mutu'.length) {
	return (blocks: readonly Node[]): readonly Node[] => {
		const page = schema.node('doc', null, [...blocks]);
		const start = page.content.size - (blocks.at(-1)?.nodeSize ?? 0) + 2;
		const state = EditorState.create({ doc: page });
		return state.apply(state.tr.insertText(text, start + at)).doc.children;
	};
}

it('keeps in a moved step what a colleague typed into it at the same time', async () => {
	const { rara, yoga } = await begin();
	rara.edit(lastToTop);
	yoga.edit(typeIn(' jahitan'));
	const both = ['Cek mutu jahitan dan kemas', 'Cetak label', 'Ambil barang'];
	await Promise.all([rara.reads(both), yoga.reads(both)]);
	await Promise.all([rara.saved(), yoga.saved()]);
	expect([rara.putBack, yoga.putBack]).toEqual([0, 1]);
});

it('keeps it in a step that has no id yet, as imported ones', async () => {
	const { rara, yoga } = await begin({ hasIds: false });
	rara.edit(lastToTop);
	yoga.edit(typeIn(' jahitan'));
	const both = ['Cek mutu jahitan dan kemas', 'Cetak label', 'Ambil barang'];
	await Promise.all([rara.reads(both), yoga.reads(both)]);
});

it('keeps what was typed without a network into a step that was moved meanwhile', async () => {
	const { rara, yoga } = await begin();
	yoga.device.goOffline();
	yoga.edit(typeIn(' jahitan'));
	rara.edit(lastToTop);
	await rara.saved();
	yoga.device.goOnline();
	const both = ['Cek mutu jahitan dan kemas', 'Cetak label', 'Ambil barang'];
	await Promise.all([rara.reads(both), yoga.reads(both)]);
});

it('keeps what was typed into a step that was moved without a network', async () => {
	const { rara, yoga } = await begin();
	rara.device.goOffline();
	rara.edit(lastToTop);
	yoga.edit(typeIn(' jahitan'));
	await yoga.saved();
	rara.device.goOnline();
	const both = ['Cek mutu jahitan dan kemas', 'Cetak label', 'Ambil barang'];
	await Promise.all([rara.reads(both), yoga.reads(both)]);
});

it('brings a deleted step back when somebody was typing in it, once', async () => {
	const { rara, yoga } = await begin();
	yoga.device.goOffline();
	yoga.edit(typeIn(' jahitan'));
	rara.edit(withoutLast);
	await rara.saved();
	yoga.device.goOnline();
	const both = ['Cetak label', 'Ambil barang', 'Cek mutu jahitan dan kemas'];
	await Promise.all([rara.reads(both), yoga.reads(both)]);
	await Promise.all([rara.saved(), yoga.saved()]);
	expect([rara.text(), yoga.text(), rara.putBack, yoga.putBack]).toEqual([both, both, 0, 1]);
});

it('brings it back once when two people were typing in it', async () => {
	const { rara, yoga } = await begin();
	const dimas = await join('dimas');
	for (const { device } of [yoga, dimas]) device.goOffline();
	yoga.edit(typeIn(' jahitan'));
	dimas.edit(typeIn(' rapi', steps.s3.length));
	rara.edit(withoutLast);
	await rara.saved();
	yoga.device.goOnline();
	dimas.device.goOnline();
	const all = ['Cetak label', 'Ambil barang', 'Cek mutu jahitan dan kemas rapi'];
	await Promise.all([rara, yoga, dimas].map((each) => each.reads(all)));
});

it('leaves a step deleted that nobody was typing in', async () => {
	const { rara, yoga } = await begin();
	rara.edit(withoutLast);
	await yoga.reads(['Cetak label', 'Ambil barang']);
	await rara.saved();
	expect([yoga.text(), yoga.putBack]).toEqual([['Cetak label', 'Ambil barang'], 0]);
});

it('leaves a step deleted by somebody who had seen what was typed in it', async () => {
	const { rara, yoga } = await begin();
	yoga.edit(typeIn(' jahitan'));
	await rara.reads(['Cetak label', 'Ambil barang', 'Cek mutu jahitan dan kemas']);
	await yoga.saved();
	rara.edit(withoutLast);
	await yoga.reads(['Cetak label', 'Ambil barang']);
	await rara.saved();
	expect([yoga.text(), yoga.putBack]).toEqual([['Cetak label', 'Ambil barang'], 0]);
});

it('has a step once that two people moved at the same time', async () => {
	const { rara, yoga } = await begin();
	yoga.device.goOffline();
	yoga.edit(lastToTop);
	rara.edit(lastToTop);
	await rara.saved();
	yoga.device.goOnline();
	await yoga.saved();
	// Only what comes after both moves shows that they have met everywhere.
	yoga.edit(typeIn(' dan hitung', 'Ambil barang'.length));
	const once = ['Cek mutu dan kemas', 'Cetak label', 'Ambil barang dan hitung'];
	await Promise.all([rara.reads(once), yoga.reads(once)]);
});

it('keeps a fact that was set on a step while it was moved', async () => {
	const { rara, yoga } = await begin();
	yoga.device.goOffline();
	yoga.edit((blocks) => blocks.map((block) => (block.attrs['id'] === 's3' ? withRole(block) : block)));
	rara.edit(lastToTop);
	await rara.saved();
	yoga.device.goOnline();
	await yoga.saved();
	await yoga.reads(['Cek mutu dan kemas', 'Cetak label', 'Ambil barang']);
	expect(yoga.doc.getXmlFragment(documentRoot).toJSON()).toContain('role="Gudang"');
});

function withRole(block: Node): Node {
	return block.type.create({ ...block.attrs, role: 'Gudang' }, block.content);
}
