import * as v from 'valibot';

/** Most of each thing that one file may bring; what has more is refused whole. */
export const trelloLimits = { lists: 500, cards: 5_000, actions: 50_000 } as const;

/** A list of things of which some may be damaged: those are counted, and the rest is taken. */
export interface Salvaged<T> {
	items: T[];
	broken: number;
}

/** Text as it is meant to be: never half a character. Something else than text counts as none. */
const text = v.fallback(
	v.pipe(
		v.string(),
		v.transform((value) => value.toWellFormed())
	),
	''
);
const id = v.pipe(v.string(), v.minLength(1), v.maxLength(64));
const anyId = v.fallback(v.nullable(id), null);
const flag = v.fallback(v.boolean(), false);
const count = v.fallback(v.pipe(v.number(), v.integer(), v.minValue(0)), 0);
/** Where it stands among its siblings. */
const position = v.fallback(v.pipe(v.number(), v.finite()), Number.MAX_SAFE_INTEGER);
/** UTC milliseconds, from what Trello writes: `2020-01-23T20:00:00.000Z`. */
const moment = v.fallback(
	v.pipe(
		v.string(),
		v.transform((value) => Date.parse(value)),
		v.integer(),
		v.minValue(0),
		v.maxValue(Date.UTC(9999, 0)),
		v.transform((value): number | null => value)
	),
	null
);

function salvaged<T>(schema: v.GenericSchema<unknown, T>) {
	const read = v.pipe(
		v.unknown(),
		v.transform((value): Salvaged<T> => {
			const parsed = Array.isArray(value) ? value.map((each: unknown) => v.safeParse(schema, each)) : [];
			const items = parsed.flatMap((result) => (result.success ? [result.output] : []));
			return { items, broken: parsed.length - items.length };
		})
	);
	return v.optional(read, []);
}

const memberSchema = v.object({ id, fullName: text, username: text });
const labelSchema = v.object({ id: anyId, name: text, color: text });
const listSchema = v.object({ id, name: text, closed: flag, pos: position });
const checkItemSchema = v.object({
	name: text,
	pos: position,
	state: text,
	due: moment,
	idMember: anyId
});
const checklistSchema = v.object({
	id,
	idCard: anyId,
	name: text,
	pos: position,
	checkItems: salvaged(checkItemSchema)
});
const attachmentSchema = v.object({ name: text, url: text, isUpload: flag });

const customFieldSchema = v.object({
	id,
	name: text,
	type: text,
	pos: position,
	options: salvaged(v.object({ id, value: v.fallback(v.object({ text }), { text: '' }) }))
});
const customValueSchema = v.object({
	idCustomField: id,
	idValue: anyId,
	value: v.fallback(v.object({ text, number: text, date: moment, checked: text }), {
		text: '',
		number: '',
		date: null,
		checked: ''
	})
});

const cardSchema = v.object({
	id,
	name: text,
	desc: text,
	idList: anyId,
	pos: position,
	closed: flag,
	isTemplate: flag,
	due: moment,
	dueComplete: flag,
	start: moment,
	dateLastActivity: moment,
	idLabels: salvaged(id),
	labels: salvaged(labelSchema),
	idMembers: salvaged(id),
	idMembersVoted: salvaged(v.unknown()),
	stickers: salvaged(v.unknown()),
	pluginData: salvaged(v.unknown()),
	attachments: salvaged(attachmentSchema),
	checklists: salvaged(checklistSchema),
	customFieldItems: salvaged(customValueSchema),
	address: text,
	locationName: text,
	cover: v.fallback(v.object({ idAttachment: anyId, color: text, idUploadedBackground: anyId }), {
		idAttachment: null,
		color: '',
		idUploadedBackground: null
	}),
	badges: v.fallback(v.object({ comments: count, votes: count }), { comments: 0, votes: 0 })
});

const actionSchema = v.object({
	type: text,
	date: moment,
	idMemberCreator: anyId,
	memberCreator: v.fallback(v.nullable(v.object({ fullName: text, username: text })), null),
	data: v.fallback(
		v.object({
			text,
			dateLastEdited: moment,
			card: v.fallback(v.nullable(v.object({ id, name: text })), null)
		}),
		{ text: '', dateLastEdited: null, card: null }
	)
});

/** A Trello board as its JSON has it, as far as Rapi knows what to do with it. */
export const trelloExportSchema = v.object({
	name: text,
	desc: text,
	lists: salvaged(listSchema),
	cards: salvaged(cardSchema),
	labels: salvaged(labelSchema),
	members: salvaged(memberSchema),
	checklists: salvaged(checklistSchema),
	customFields: salvaged(customFieldSchema),
	actions: salvaged(actionSchema),
	pluginData: salvaged(v.unknown())
});
export type TrelloExport = v.InferOutput<typeof trelloExportSchema>;
export type TrelloCard = v.InferOutput<typeof cardSchema>;
export type TrelloList = v.InferOutput<typeof listSchema>;
export type TrelloLabel = v.InferOutput<typeof labelSchema>;
export type TrelloChecklist = v.InferOutput<typeof checklistSchema>;
export type TrelloField = v.InferOutput<typeof customFieldSchema>;
export type TrelloAction = v.InferOutput<typeof actionSchema>;

/** Reads what a JSON text held. Anything may be missing but the lists and cards that make it a board. */
export function readTrelloExport(value: unknown): TrelloExport | 'unsupported' | 'too_many' {
	if (typeof value !== 'object' || value === null) return 'unsupported';
	const { lists, cards, actions } = value as Record<string, unknown>;
	if (!Array.isArray(cards) && !Array.isArray(lists)) return 'unsupported';
	const size = (list: unknown) => (Array.isArray(list) ? list.length : 0);
	const { lists: mostLists, cards: mostCards, actions: mostActions } = trelloLimits;
	if (size(lists) > mostLists || size(cards) > mostCards || size(actions) > mostActions) return 'too_many';
	const parsed = v.safeParse(trelloExportSchema, value);
	return parsed.success ? parsed.output : 'unsupported';
}
