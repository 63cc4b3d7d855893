import Eye from '@lucide/svelte/icons/eye';
import Key from '@lucide/svelte/icons/key';
import MessageSquare from '@lucide/svelte/icons/message-square';
import Minus from '@lucide/svelte/icons/minus';
import Pencil from '@lucide/svelte/icons/pencil';
import type { Level } from '#domain/access/level.ts';
import type { IconComponent } from '../ui/icon.ts';

/** The shape beside the word for a level. */
export const levelIcons: Record<Level, IconComponent> = {
	none: Minus,
	view: Eye,
	comment: MessageSquare,
	edit: Pencil,
	manage: Key
};
