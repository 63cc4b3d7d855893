import * as Y from 'yjs';

type Value = string | number | boolean | object;
export type Element = Y.XmlElement<Record<string, Value>>;

/** A stretch of text in one style. */
export interface DeletedRun {
	text: string;
	marks: Record<string, Value>;
	/** Whether whoever deleted the block had not seen it. */
	lost: boolean;
}

/** A block as it was before a change deleted it. */
export interface DeletedBlock {
	/** What it was; to be read for its place only. */
	type: Element;
	name: string;
	attributes: Record<string, Value>;
	/** Those of the attributes that whoever deleted it had not seen. */
	lostAttributes: Record<string, Value>;
	children: (DeletedBlock | DeletedRun[])[];
}

/** The blocks that one change deleted, read before Yjs forgets what was in them. */
export class DeletedBlocks {
	readonly #change: Y.Transaction;
	readonly #isLost: (client: number, clock: number) => boolean;

	constructor(change: Y.Transaction, isLost: (client: number, clock: number) => boolean) {
		this.#change = change;
		this.#isLost = isLost;
	}

	/** The topmost of them that hold something which whoever deleted them had not seen. */
	withLosses(): DeletedBlock[] {
		const tops = new Set<Element>();
		Y.iterateDeletedStructs(this.#change, this.#change.deleteSet, (struct) => {
			if (!(struct instanceof Y.Item) || this.#lostIn(struct).every((lost) => !lost)) return;
			const top = topmostDeleted(struct);
			if (top) tops.add(top);
		});
		return [...tops].map((type) => this.#read(type)).filter(hasLosses);
	}

	#read(type: Element): DeletedBlock {
		const { nodeName: name } = type;
		const block: DeletedBlock = { type, name, attributes: {}, lostAttributes: {}, children: [] };
		for (const [key, value] of type._map) this.#readAttribute(block, key, value);
		for (let child = type._start; child; child = child.right) this.#readChild(block, child);
		return block;
	}

	#readAttribute(block: DeletedBlock, name: string, item: Y.Item): void {
		if (!this.#wasThere(item) || !(item.content instanceof Y.ContentAny)) return;
		const value = item.content.arr[0] as Value;
		block.attributes[name] = value;
		// An id is given by the editor, not written by anybody.
		if (name !== 'id' && this.#lostIn(item)[0]) block.lostAttributes[name] = value;
	}

	#readChild(block: DeletedBlock, item: Y.Item): void {
		if (!this.#wasThere(item) || !(item.content instanceof Y.ContentType)) return;
		const { type } = item.content;
		if (type instanceof Y.XmlText) block.children.push(this.#readText(type));
		else if (type instanceof Y.XmlElement) block.children.push(this.#read(type as Element));
	}

	#readText(text: Y.XmlText): DeletedRun[] {
		const runs: DeletedRun[] = [];
		let marks: Record<string, Value> = {};
		for (let item = text._start; item; item = item.right) {
			if (!this.#wasThere(item)) continue;
			if (item.content instanceof Y.ContentFormat) marks = withMark(marks, item.content);
			if (item.content instanceof Y.ContentString) runs.push(...this.#cut(item, item.content.str, marks));
		}
		return runs;
	}

	/** One item may hold both what was seen and what was not. */
	#cut(item: Y.Item, text: string, marks: Record<string, Value>): DeletedRun[] {
		const runs: DeletedRun[] = [];
		for (const [at, lost] of this.#lostIn(item).entries()) {
			const last = runs.at(-1);
			if (last?.lost === lost) last.text += text.charAt(at);
			else runs.push({ text: text.charAt(at), marks, lost });
		}
		return runs;
	}

	/** For each place of an item, whether it is lost. */
	#lostIn({ id, length, content }: Y.Item): boolean[] {
		if (content instanceof Y.ContentFormat) return [false];
		return Array.from({ length }, (_, at) => this.#isLost(id.client, id.clock + at));
	}

	/** Whether it could be seen here just before the change. */
	#wasThere({ id, deleted }: Y.Item): boolean {
		const { beforeState, deleteSet } = this.#change;
		if (id.clock >= (beforeState.get(id.client) ?? 0)) return false;
		return !deleted || Y.isDeleted(deleteSet, id);
	}
}

/** The block, or the one around it when only its text was taken out. */
function topmostDeleted(item: Y.Item): Element | undefined {
	let top: Y.AbstractType<unknown> | undefined;
	for (let parent = item.parent; parent instanceof Y.AbstractType; parent = parent._item?.parent ?? null) {
		if (parent._item?.deleted) top = parent;
	}
	const block = top instanceof Y.XmlText ? top.parent : top;
	return block instanceof Y.XmlElement ? (block as Element) : undefined;
}

function withMark(marks: Record<string, Value>, { key, value }: Y.ContentFormat): Record<string, Value> {
	if (value !== null) return { ...marks, [key]: value };
	return Object.fromEntries(Object.entries(marks).filter(([name]) => name !== key));
}

export function isDeletedBlock(child: DeletedBlock | DeletedRun[]): child is DeletedBlock {
	return !Array.isArray(child);
}

export function isText(child: DeletedBlock | DeletedRun[]): child is DeletedRun[] {
	return Array.isArray(child);
}

/** Whether something of the block's own was lost, not only of a block inside. */
export function hasOwnLosses({ lostAttributes, children }: DeletedBlock): boolean {
	const texts = children.filter(isText);
	return Object.keys(lostAttributes).length > 0 || texts.flat().some((run) => run.lost);
}

function hasLosses(block: DeletedBlock): boolean {
	return hasOwnLosses(block) || block.children.filter(isDeletedBlock).some(hasLosses);
}

/** The block's text as whoever deleted it knew it. */
export function knownText({ children }: DeletedBlock): string {
	return children
		.map((child) =>
			isDeletedBlock(child) ? knownText(child) : textOfRuns(child.filter(({ lost }) => !lost))
		)
		.join('');
}

export function textOfRuns(runs: readonly DeletedRun[]): string {
	return runs.map(({ text }) => text).join('');
}
