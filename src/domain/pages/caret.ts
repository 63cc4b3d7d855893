import * as v from 'valibot';
import { documentRoot } from './document-schema.ts';

const clientSchema = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const clockSchema = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(2 ** 31 - 1));
const itemSchema = v.object({ client: clientSchema, clock: clockSchema });

/** A place in a page as Yjs writes it: beside an item, else in a type. Without either it is nowhere. */
const placeSchema = v.pipe(
	v.object({
		type: v.nullish(itemSchema),
		tname: v.nullish(v.literal(documentRoot)),
		item: v.nullish(itemSchema),
		assoc: v.nullish(v.picklist([-1, 0, 1]))
	}),
	v.check(({ type, tname, item }) => Boolean(type ?? tname ?? item), 'a place in nothing')
);

const caretSchema = v.object({ anchor: placeSchema, head: placeSchema });

/** Where somebody's selection begins and where their caret stands. */
export type Caret = v.InferOutput<typeof caretSchema>;

/** The caret that a client claims; null for none, and for one that no page can have. */
export function readCaret(value: unknown): Caret | null {
	const caret = v.safeParse(caretSchema, value);
	return caret.success ? caret.output : null;
}
