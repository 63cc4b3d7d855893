import { boardLimits, type BoardField, type FieldKind } from '../../boards/board.ts';
import { localMoment } from '../../kernel/day.ts';
import { limits } from '../../kernel/schema.ts';
import { taskLimits, type FieldValue } from '../task.ts';
import type { TrelloContext } from './trello-context.ts';
import type { TrelloCard, TrelloExport, TrelloField } from './trello-export.ts';
import { cutText, noteIn } from './trello-report.ts';

const kindOf = new Map<string, FieldKind>([
	['text', 'text'],
	['number', 'number'],
	['date', 'date'],
	['checkbox', 'checkbox'],
	['list', 'choice']
]);

interface PlannedField {
	/** Null: the board has no room for it, or Rapi does not know its type. */
	field: BoardField | null;
	name: string;
	/** Option id → the choice that it became, if it did, and its words. */
	options: Map<string, { choiceId: string | null; name: string }>;
}

/** Custom fields as fields of the board, and what their values become. */
export class PlannedFields {
	readonly board: BoardField[] = [];
	readonly #byId = new Map<string, PlannedField>();
	readonly #zone: string;

	constructor({ customFields }: TrelloExport, context: TrelloContext) {
		const { report } = context;
		this.#zone = context.zone;
		noteIn(report, 'broken', '', customFields.broken);
		for (const source of [...customFields.items].sort((a, b) => a.pos - b.pos)) {
			const planned = planField(source, this.board.length < boardLimits.fields, context);
			this.#byId.set(source.id, planned);
			if (planned.field) this.board.push(planned.field);
			else noteIn(report, 'field', planned.name);
		}
		report.made.fields = this.board.length;
	}

	/** The values of a card by field id, and as lines of text those that no field can hold. */
	valuesOf({ customFieldItems }: TrelloCard): { values: Record<string, FieldValue>; lines: string[] } {
		const values = new Map<string, FieldValue>();
		const lines: string[] = [];
		for (const item of customFieldItems.items) {
			const planned = this.#byId.get(item.idCustomField);
			const option = item.idValue === null ? undefined : planned?.options.get(item.idValue);
			const { text, number, date, checked } = item.value;
			const said = option?.name ?? (text || number || checked || this.#dayOf(date));
			const value = planned?.field ? this.#valueFor(planned.field.kind, item.value, option) : undefined;
			if (planned?.field && value !== undefined) values.set(planned.field.id, value);
			else if (said !== '') lines.push(planned ? `${planned.name}: ${said}` : said);
		}
		return { values: Object.fromEntries(values), lines };
	}

	#valueFor(
		kind: FieldKind,
		{ text, number, date, checked }: TrelloCard['customFieldItems']['items'][number]['value'],
		option: { choiceId: string | null } | undefined
	): FieldValue | undefined {
		if (kind === 'choice') return option?.choiceId ?? undefined;
		if (kind === 'checkbox') return checked === '' ? undefined : checked === 'true';
		if (kind === 'date') return this.#dayOf(date) || undefined;
		if (kind === 'number')
			return number.trim() !== '' && Number.isFinite(Number(number)) ? Number(number) : undefined;
		return text !== '' && text.length <= taskLimits.fieldText ? text : undefined;
	}

	#dayOf(moment: number | null): string {
		return moment === null ? '' : localMoment(moment, this.#zone).day;
	}
}

function planField(
	source: TrelloField,
	hasRoom: boolean,
	{ words, newId, report }: TrelloContext
): PlannedField {
	const name = cutText(source.name, limits.name) || words.untitled;
	const kind = kindOf.get(source.type);
	const options: PlannedField['options'] = new Map();
	const choices: BoardField['choices'] = [];
	for (const { id, value } of source.options.items) {
		const choice = { id: newId(), name: cutText(value.text, limits.name) || words.untitled };
		const fits = choices.length < boardLimits.choices;
		if (fits) choices.push(choice);
		else noteIn(report, 'fieldChoice', `${name}: ${choice.name}`);
		options.set(id, { choiceId: fits ? choice.id : null, name: choice.name });
	}
	const field =
		kind && hasRoom ? { id: newId(), name, kind, choices: kind === 'choice' ? choices : [] } : null;
	return { field, name, options };
}
