import type { BoardField } from '../boards/board.ts';
import type { FieldValue } from './task.ts';

export interface CarriedFields {
	/** Values for fields of the other board, by their ids there. */
	carried: { fieldId: string; value: FieldValue }[];
	/** Names of fields that the other board lacks; what they held stays with the task, unseen there. */
	left: string[];
}

/**
 * What becomes of the values of a board's own fields when their task goes to another board: a field
 * of the same name and kind takes them over, a choice by its name.
 */
export function carriedFields(
	values: Readonly<Record<string, FieldValue>>,
	from: readonly BoardField[],
	to: readonly BoardField[]
): CarriedFields {
	const result: CarriedFields = { carried: [], left: [] };
	for (const field of from) {
		const value = values[field.id];
		if (value === undefined || value === null || value === '') continue;
		const other = to.find(({ name, kind }) => kind === field.kind && sameName(name, field.name));
		const taken = other && valueIn(value, field, other);
		if (taken === undefined) result.left.push(field.name);
		else if (other && values[other.id] === undefined)
			result.carried.push({ fieldId: other.id, value: taken });
	}
	return result;
}

function valueIn(value: FieldValue, field: BoardField, other: BoardField): FieldValue | undefined {
	if (field.kind !== 'choice') return value;
	const name = field.choices.find(({ id }) => id === value)?.name ?? '';
	return other.choices.find((choice) => sameName(choice.name, name))?.id;
}

function sameName(a: string, b: string): boolean {
	return a.trim().toLowerCase() === b.trim().toLowerCase();
}
