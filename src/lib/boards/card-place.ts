import { generateNKeysBetween } from 'fractional-indexing';
import { byOrder } from '../folders/outline.ts';

/** Where a card stands or would stand: `index` counts the cards shown in the column, without the moving ones. */
export interface CardPlace {
	columnId: string;
	index: number;
}

/** A column as cards move through it: the ids of the cards shown in it, from the top. */
export interface CardLane {
	columnId: string;
	ids: readonly string[];
}

interface Ordered {
	id: string;
	orderKey: string;
}

/**
 * Order keys for `count` cards that are put at a place. `siblings` are all cards of the column, also
 * those that a filter hides; `shown` those that the index counts. They come right below the card
 * above, so that hidden cards stay where they were.
 */
export function keysAt(
	siblings: readonly Ordered[],
	shown: readonly Ordered[],
	index: number,
	moving: ReadonlySet<string>,
	count: number
): string[] {
	const others = siblings.filter(({ id }) => !moving.has(id)).sort(byOrder);
	const keys = [...new Set(others.map(({ orderKey }) => orderKey))];
	const above = keys.indexOf(shown[index - 1]?.orderKey ?? '');
	if (above >= 0) return generateNKeysBetween(keys[above] ?? null, keys[above + 1] ?? null, count);
	const below = keys.indexOf(shown[index]?.orderKey ?? '');
	if (below >= 0) return generateNKeysBetween(keys[below - 1] ?? null, keys[below] ?? null, count);
	return generateNKeysBetween(keys.at(-1) ?? null, null, count);
}

/** One place further for a lifted card; the same place at an edge. `lanes` are without the moving cards. */
export function stepPlace(lanes: readonly CardLane[], place: CardPlace, key: string): CardPlace {
	const at = lanes.findIndex(({ columnId }) => columnId === place.columnId);
	const length = lanes[at]?.ids.length ?? 0;
	if (key === 'ArrowUp') return { ...place, index: Math.max(0, place.index - 1) };
	if (key === 'ArrowDown') return { ...place, index: Math.min(length, place.index + 1) };
	if (key === 'Home') return { ...place, index: 0 };
	if (key === 'End') return { ...place, index: length };
	const lane = lanes[at + (key === 'ArrowRight' ? 1 : -1)];
	return lane ? { columnId: lane.columnId, index: Math.min(place.index, lane.ids.length) } : place;
}

/** The card that an arrow, Home or End leads to from this one; empty columns are passed over. */
export function walk(lanes: readonly CardLane[], id: string, key: string): string | undefined {
	const at = lanes.findIndex(({ ids }) => ids.includes(id));
	const ids = lanes[at]?.ids ?? [];
	const index = ids.indexOf(id);
	if (key === 'ArrowUp') return ids[index - 1];
	if (key === 'ArrowDown') return ids[index + 1];
	if (key === 'Home') return ids[0];
	if (key === 'End') return ids.at(-1);
	const aside = key === 'ArrowRight' ? lanes.slice(at + 1) : lanes.slice(0, Math.max(0, at)).reverse();
	const lane = aside.find((each) => each.ids.length > 0);
	return lane?.ids[Math.min(index, lane.ids.length - 1)];
}
