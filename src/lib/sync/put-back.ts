import * as Y from 'yjs';
import { documentRoot } from '#domain/pages/document-schema.ts';
import {
	hasOwnLosses,
	isDeletedBlock,
	isText,
	knownText,
	textOfRuns,
	type DeletedBlock,
	type DeletedRun,
	type Element
} from './deleted-block.ts';

/** A block that was put back whole, and what it looked like then. */
interface Restored {
	block: DeletedBlock;
	element: Element;
	looked: string;
}

/** Writes what was lost back into a page. Call everything inside one transaction. */
export class PutBack {
	readonly #body: Y.XmlFragment;
	readonly #doc: Y.Doc;
	/** By the block's stable id. */
	readonly #restored = new Map<string, Restored>();

	constructor(doc: Y.Doc) {
		this.#doc = doc;
		this.#body = doc.getXmlFragment(documentRoot);
	}

	/** Into the copy of the block that stands elsewhere, else the block itself comes back. */
	restore(block: DeletedBlock, change: Y.Transaction): void {
		const copies = new Copies(this.#body, change);
		const done = new Set<DeletedBlock>();
		for (const path of pathsToLosses(block)) {
			const copy = copies.of(path.at(-1));
			if (copy) writeInto(copy, path.at(-1));
			else this.#bringBack(path, copies, done);
		}
	}

	/**
	 * Two devices that put the same block back, or moved it, leave it twice. The one with the higher
	 * client id takes its own away, as soon as the other's holds the same.
	 */
	yieldTo(change: Y.Transaction, mine: ReadonlySet<number>): void {
		if (![...change.changed.keys()].some((type) => !(type instanceof Y.XmlText))) return;
		const all = elementsOf(this.#body);
		const theirs = all.filter((element) => isNew(element, change) && this.#goesBefore(element, mine));
		if (theirs.length === 0) return;
		const own = new Map(
			all.filter((element) => clientOf(element) === this.#doc.clientID).map((each) => [idOf(each), each])
		);
		for (const element of theirs) {
			const id = idOf(element);
			const twin = id === undefined ? undefined : own.get(id);
			if (twin) this.#giveWay(twin, element, change);
		}
	}

	#goesBefore(element: Element, mine: ReadonlySet<number>): boolean {
		const client = clientOf(element);
		return client !== undefined && !mine.has(client) && client < this.#doc.clientID;
	}

	#giveWay(own: Element, theirs: Element, change: Y.Transaction): void {
		const restored = this.#restored.get(idOf(own) ?? '');
		const isUntouched = restored?.element === own && restored.looked === own.toString();
		if (!isUntouched && own.toString() !== theirs.toString()) return;
		remove(own);
		if (restored && isUntouched) this.restore(restored.block, change);
	}

	/** Into the nearest block around it that stands elsewhere, else to where all of it stood. */
	#bringBack(path: readonly DeletedBlock[], copies: Copies, done: Set<DeletedBlock>): void {
		for (let depth = path.length - 2; depth >= 0; depth--) {
			const [around, inside] = [path[depth], path[depth + 1]];
			const copy = copies.of(around);
			if (!copy || !around || !inside || copy.nodeName !== around.name) continue;
			if (done.has(inside)) return;
			done.add(inside);
			return copy.insert(placeIn(copy, around, inside, copies), [build(inside, copies)]);
		}
		const [top] = path;
		if (!top || done.has(top)) return;
		done.add(top);
		this.#bringBackWhole(top, copies);
	}

	#bringBackWhole(block: DeletedBlock, copies: Copies): void {
		const parent = block.type.parent;
		if (!(parent instanceof Y.XmlFragment)) return;
		const element = build(block, copies);
		parent.insert(placesBefore(block.type._item), [element]);
		const id = idOf(element);
		if (id !== undefined) this.#restored.set(id, { block, element, looked: element.toString() });
	}
}

/** Finds where deleted blocks stand now: under their stable id, else as a new block of the same text. */
class Copies {
	readonly #byId = new Map<string, Element>();
	readonly #fresh: Element[];

	constructor(body: Y.XmlFragment, change: Y.Transaction) {
		const all = elementsOf(body);
		for (const element of all) {
			const id = idOf(element);
			if (id !== undefined) this.#byId.set(id, element);
		}
		this.#fresh = all.filter((element) => isNew(element, change));
	}

	of(block: DeletedBlock | undefined): Element | undefined {
		if (!block) return undefined;
		const { type } = block;
		if (type._item?.deleted === false) return type;
		const { id } = block.attributes;
		const known = typeof id === 'string' ? this.#byId.get(id) : undefined;
		if (known) return known;
		const text = knownText(block);
		if (text === '') return undefined;
		return this.#fresh.find((element) => element.nodeName === block.name && textOf(element) === text);
	}
}

/** The ways from a block down to each one inside that lost something of its own. */
function pathsToLosses(block: DeletedBlock, above: readonly DeletedBlock[] = []): DeletedBlock[][] {
	const path = [...above, block];
	const inside = block.children.filter(isDeletedBlock).flatMap((child) => pathsToLosses(child, path));
	return hasOwnLosses(block) ? [path, ...inside] : inside;
}

function writeInto(copy: Element, block: DeletedBlock | undefined): void {
	if (!block) return;
	for (const [name, value] of Object.entries(block.lostAttributes)) copy.setAttribute(name, value);
	const texts = copy.toArray().filter((child) => child instanceof Y.XmlText);
	for (const [at, runs] of block.children.filter(isText).entries()) {
		if (runs.every(({ lost }) => !lost)) continue;
		const text = texts[at] ?? texts.at(-1) ?? new Y.XmlText();
		if (!text.parent) copy.push([text]);
		writeRuns(text, runs);
	}
}

/** Puts each lost run behind the same letters as before, as far as they still stand there. */
function writeRuns(text: Y.XmlText, runs: readonly DeletedRun[]): void {
	const known = textOfRuns(runs.filter(({ lost }) => !lost));
	const now = plain(text);
	let seen = 0;
	let written = 0;
	for (const run of runs) {
		if (!run.lost) seen += run.text.length;
		else {
			text.insert(placeOf(seen, known, now) + written, run.text, run.marks);
			written += run.text.length;
		}
	}
}

/** Where a place of the text as it was known lies in the text as it is now. */
function placeOf(place: number, known: string, now: string): number {
	const most = Math.min(known.length, now.length);
	let same = 0;
	while (same < most && known[same] === now[same]) same += 1;
	if (place <= same) return place;
	let sameEnd = 0;
	while (sameEnd < most - same && known.at(-1 - sameEnd) === now.at(-1 - sameEnd)) sameEnd += 1;
	return Math.max(same, now.length - Math.min(sameEnd, known.length - place));
}

function placeIn(copy: Element, around: DeletedBlock, inside: DeletedBlock, copies: Copies): number {
	const before = around.children.slice(0, around.children.indexOf(inside)).filter(isDeletedBlock);
	const neighbour = copies.of(before.at(-1));
	const at = neighbour ? copy.toArray().indexOf(neighbour as Y.XmlElement) : -1;
	return at < 0 ? Math.min(before.length, copy.length) : at + 1;
}

function placesBefore(item: Y.Item | null): number {
	let places = 0;
	for (let left = item?.left; left; left = left.left) {
		if (!left.deleted && left.countable) places += left.length;
	}
	return places;
}

/** The block anew, without the blocks of it that stand elsewhere. */
function build({ name, attributes, children }: DeletedBlock, copies: Copies): Y.XmlElement {
	const element: Element = new Y.XmlElement(name);
	for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
	const parts = children.filter((child) => isText(child) || !copies.of(child));
	element.insert(
		0,
		parts.map((part) => (isText(part) ? buildText(part) : build(part, copies)))
	);
	return element as Y.XmlElement;
}

function buildText(runs: readonly DeletedRun[]): Y.XmlText {
	const text = new Y.XmlText();
	let length = 0;
	for (const run of runs) {
		text.insert(length, run.text, run.marks);
		length += run.text.length;
	}
	return text;
}

function elementsOf(parent: Y.XmlFragment): Element[] {
	return parent
		.toArray()
		.filter((child) => child instanceof Y.XmlElement)
		.flatMap((child) => [child as Element, ...elementsOf(child)]);
}

function idOf(element: Y.XmlElement | Element): string | undefined {
	const id: unknown = (element as Element).getAttribute('id');
	return typeof id === 'string' ? id : undefined;
}

function clientOf({ _item: item }: Element): number | undefined {
	return item?.id.client;
}

function isNew({ _item: item }: Element, { beforeState }: Y.Transaction): boolean {
	return item !== null && item.id.clock >= (beforeState.get(item.id.client) ?? 0);
}

function remove(element: Element): void {
	const { parent } = element;
	if (parent instanceof Y.XmlFragment) parent.delete(parent.toArray().indexOf(element as Y.XmlElement), 1);
}

function textOf(element: Element): string {
	return element
		.toArray()
		.map((child) =>
			child instanceof Y.XmlText
				? plain(child)
				: child instanceof Y.XmlElement
					? textOf(child as Element)
					: ''
		)
		.join('');
}

function plain(text: Y.XmlText): string {
	return (text.toDelta() as { insert: unknown }[])
		.map(({ insert }) => (typeof insert === 'string' ? insert : ''))
		.join('');
}
