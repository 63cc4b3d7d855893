import * as v from 'valibot';

/** Longest texts that a person may give to the things of a workspace, in UTF-16 units. */
export const limits = {
	title: 200,
	name: 120,
	email: 254,
	passwordMin: 12,
	passwordMax: 128,
	folderDepth: 12,
	fieldsBytes: 16_384
} as const;

/** An id made by whoever creates the thing: a UUID (version 7 from Rapi's own clients). */
export const idSchema = v.pipe(v.string(), v.uuid());

/** A moment: UTC milliseconds since 1970, never negative, a whole number. */
export const timeSchema = v.pipe(v.number(), v.integer(), v.minValue(0));

/** One visible line of text: control characters and outer blanks are not kept. */
export function lineSchema(max: number) {
	return v.pipe(
		v.string(),
		v.transform((text) =>
			text
				.normalize('NFC')
				.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
				.trim()
		),
		v.maxLength(max)
	);
}

/** A line that has to say something. */
export function filledLineSchema(max: number) {
	return v.pipe(lineSchema(max), v.minLength(1));
}

/** A position among siblings, made by `fractional-indexing`; compared as bytes, never as words. */
export const orderKeySchema = v.pipe(v.string(), v.regex(/^[0-9A-Za-z]{1,250}$/));

export type Parsed<T> = { ok: true; value: T } | { ok: false; field: string; message: string };

/** Parses one outside value. A failure names the path of the first field that is wrong. */
export function parse<S extends v.GenericSchema>(schema: S, value: unknown): Parsed<v.InferOutput<S>> {
	const result = v.safeParse(schema, value, { abortEarly: true });
	if (result.success) return { ok: true, value: result.output };
	const issue = result.issues[0];
	return { ok: false, field: v.getDotPath(issue) ?? '', message: issue.message };
}
