import type { RefusalCode } from '#domain/kernel/refusal.ts';

export const refusal = {
	invalid: 'This could not be read. Check the marked field.',
	not_found: 'It no longer exists, or you may not change it.',
	conflict: 'Somebody changed this in the meantime. Look at it again.',
	cycle: 'A thing cannot be put into itself.',
	too_deep: 'Folders can be nested 12 levels deep, no more.',
	last_owner: 'A workspace needs at least one owner.',
	outsider_level: 'A vendor cannot manage a folder.',
	end_date_required: 'Choose until when somebody from outside may see this.',
	already_exists: 'This exists already.',
	in_trash: 'This is in the trash. Restore it first.',
	not_in_trash: 'This is not in the trash.',
	not_empty: 'There are still tasks in it. Move them first.',
	too_many: 'There are too many of them already.',
	reused_id: 'This was sent before with other content.'
} satisfies Record<RefusalCode, string>;
