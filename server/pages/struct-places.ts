import * as Y from 'yjs';
import { deepestNesting, documentRoot } from '#domain/pages/document-schema.ts';
import { structAt, type DecodedUpdate, type Struct } from './decoded-update.ts';

/** A shared type that items can stand in. Depth counts nodes: the root's own is 0. */
export interface Host {
	kind: 'root' | 'element' | 'text' | 'other';
	name: string;
	depth: number;
}

/** Where an item stands: in which type, and under which attribute (null: among its children). */
export interface Place {
	host: Host;
	attribute: string | null;
}

/**
 * 'gone': the surroundings were deleted and cleared away, Yjs keeps no content of the item.
 * 'nowhere': it leads in a circle, or deeper than any page goes.
 */
export type Located = Place | 'gone' | 'nowhere';

/** Most items that are walked over for one whole update: a few milliseconds, whatever it names. */
const mostSteps = 1_000_000;

/** Finds the place of every item of an update, as Yjs will, without applying it. */
export class StructPlaces {
	readonly #doc: Y.Doc;
	readonly #update: DecodedUpdate;
	readonly #found = new Map<Struct, Located>();
	#nesting = 0;
	#stepsLeft = mostSteps;

	constructor(doc: Y.Doc, update: DecodedUpdate) {
		this.#doc = doc;
		this.#update = update;
	}

	/** Follows what the item says it stands beside, until something with a known place. */
	locate(item: Y.Item): Located {
		const path: Y.Item[] = [];
		let place: Located | undefined;
		let current = item;
		for (;;) {
			place = this.#found.get(current);
			if (place) break;
			path.push(current);
			// Until its own place is known, whoever leads back here goes in a circle.
			this.#found.set(current, 'nowhere');
			const next = this.#step(current);
			if (next instanceof Y.Item) current = next;
			else {
				place = next;
				break;
			}
		}
		for (const passed of path) this.#found.set(passed, place);
		return place;
	}

	/** The place when this item tells it, or the item of the same update that it stands beside. */
	#step(item: Y.Item): Located | Y.Item {
		const left = item.origin && this.#find(item.origin);
		const right = item.rightOrigin && this.#find(item.rightOrigin);
		if (left instanceof Y.GC || right instanceof Y.GC) return 'gone';
		if (left instanceof Y.Item && right instanceof Y.Item && !this.#couldStandBetween(item, left, right))
			return 'nowhere';
		if (item.parent !== null) return this.#under(item.parent, item.parentSub);
		const neighbour = left ?? right;
		if (!(neighbour instanceof Y.Item)) return 'gone';
		return isIntegrated(neighbour) ? placeOf(neighbour) : neighbour;
	}

	/**
	 * Whether an item can stand between what it names as its neighbours: both in the same list, in this
	 * order. Yjs would take it otherwise too, but put it elsewhere on each device that loads it anew.
	 * Neighbours that come with the same update are not judged, nor those beyond the steps of one
	 * update: folding a page's log compares what it loads to, and keeps the log where that differs.
	 */
	#couldStandBetween({ origin, rightOrigin }: Y.Item, left: Y.Item, right: Y.Item): boolean {
		if (!isIntegrated(left) || !isIntegrated(right)) return true;
		// One run of letters that is still whole holds both.
		if (left === right) return (origin?.clock ?? 0) < (rightOrigin?.clock ?? 0);
		if (left.parent !== right.parent || left.parentSub !== right.parentSub) return false;
		for (let next = left.right; next !== null; next = next.right) {
			if (next === right || --this.#stepsLeft <= 0) return true;
		}
		return false;
	}

	#under(parent: Y.Item['parent'] | string, attribute: string | null): Located {
		if (typeof parent === 'string') {
			const kind = parent === documentRoot ? 'root' : 'other';
			return { host: { kind, name: parent, depth: 0 }, attribute };
		}
		if (!(parent instanceof Y.ID)) return 'gone';
		const holder = this.#find(parent);
		if (!(holder instanceof Y.Item) || !(holder.content instanceof Y.ContentType)) return 'gone';
		const host = isIntegrated(holder) ? hostOf(holder.content.type) : this.#newHost(holder);
		return typeof host === 'string' ? host : { host, attribute };
	}

	/** The type that an item of this update brings. */
	#newHost(holder: Y.Item): Host | 'gone' | 'nowhere' {
		if (this.#nesting > deepestNesting) return 'nowhere';
		this.#nesting += 1;
		const place = this.locate(holder);
		this.#nesting -= 1;
		if (typeof place === 'string') return place;
		return describeType((holder.content as Y.ContentType).type, place.host.depth + 1);
	}

	/** The struct with this id as it stands in the document, else as the update brings it. */
	#find(id: Y.ID): Struct | undefined {
		const { store } = this.#doc;
		if (id.clock < Y.getState(store, id.client)) return Y.getItem(store, id);
		const section = this.#update.sections.get(id.client);
		return section && structAt(section, id.clock);
	}
}

function isIntegrated(item: Y.Item): boolean {
	return item.parent instanceof Y.AbstractType;
}

function placeOf(item: Y.Item): Located {
	if (!(item.parent instanceof Y.AbstractType)) return 'gone';
	return { host: hostOf(item.parent), attribute: item.parentSub };
}

function hostOf(type: Y.AbstractType<unknown>): Host {
	let depth = 0;
	for (let item = type._item; item; depth++) {
		item = item.parent instanceof Y.AbstractType ? item.parent._item : null;
	}
	return describeType(type, depth);
}

/** What kind of type this is. `depth` is how many types stand above it. */
export function describeType(type: Y.AbstractType<unknown>, depth: number): Host {
	if (type instanceof Y.XmlElement && !(type instanceof Y.XmlHook))
		return { kind: 'element', name: type.nodeName, depth };
	if (type instanceof Y.XmlText) return { kind: 'text', name: '', depth };
	if (type instanceof Y.XmlFragment && depth === 0) return { kind: 'root', name: documentRoot, depth };
	return { kind: 'other', name: '', depth };
}
