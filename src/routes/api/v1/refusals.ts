import type { RefusalCode } from '#domain/kernel/refusal.ts';

/** The status and sentence of each refusal of a command, for programs; people read the catalogues' words. */
export const refusalAnswers: Record<RefusalCode, readonly [status: number, sentence: string]> = {
	invalid: [422, 'A field of this request cannot be read.'],
	not_found: [404, 'It does not exist, or it is not for you.'],
	conflict: [409, 'It has changed since the version that you named. Read it again, then decide.'],
	cycle: [422, 'A thing cannot be put into itself or below itself.'],
	too_deep: [422, 'Folders can be nested 12 levels deep, no more.'],
	last_owner: [409, 'A workspace needs at least one active owner.'],
	outsider_level: [422, 'A vendor cannot manage a folder.'],
	end_date_required: [422, 'Somebody from outside needs an end date.'],
	already_exists: [409, 'There is something with this id already.'],
	in_trash: [409, 'It is in the trash. Restore it first.'],
	not_in_trash: [409, 'It is not in the trash.'],
	not_empty: [409, 'There are tasks in it. Move them first.'],
	too_many: [422, 'There are as many of them as there may be.'],
	reused_id: [409, 'This Idempotency-Key was used for another command.']
};
