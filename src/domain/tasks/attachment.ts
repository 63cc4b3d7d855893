import * as v from 'valibot';
import { filledLineSchema, idSchema, timeSchema } from '../kernel/schema.ts';

export const attachmentLimits = { perTask: 50, name: 200, bytes: 20 * 1024 * 1024 } as const;

/** 128 random bits, hex: nobody comes upon a file by trying. */
export const fileIdSchema = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/));

/** What a device says of a file that it attaches; the file itself travels by itself. */
export const newAttachmentSchema = v.object({
	id: fileIdSchema,
	name: filledLineSchema(attachmentLimits.name),
	/** Bytes. */
	size: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(attachmentLimits.bytes))
});

/** A file of a task. It lies with the page of the task's description and has that page's rights. */
export const attachmentSchema = v.object({
	...newAttachmentSchema.entries,
	addedBy: idSchema,
	addedAt: timeSchema
});
export type Attachment = v.InferOutput<typeof attachmentSchema>;

/** A file's name as every system can store it: no paths, control or direction marks, no leading dot. */
export function safeFileName(name: string): string {
	const plain = name
		.normalize('NFC')
		.replace(/[\u0000-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
		.replace(/[\\/:*?"<>|]/g, '-')
		.replace(/^[.\s]+|[.\s]+$/g, '');
	return shortened(plain) || 'file';
}

/** The end of a name says what kind of file it is: it stays. */
function shortened(name: string): string {
	if (name.length <= attachmentLimits.name) return name;
	const end = /\.[^.]{1,16}$/.exec(name)?.[0] ?? '';
	return name.slice(0, attachmentLimits.name - end.length) + end;
}
