import Code from '@lucide/svelte/icons/code';
import Flag from '@lucide/svelte/icons/flag';
import Heading1 from '@lucide/svelte/icons/heading-1';
import Heading2 from '@lucide/svelte/icons/heading-2';
import Heading3 from '@lucide/svelte/icons/heading-3';
import Image from '@lucide/svelte/icons/image';
import List from '@lucide/svelte/icons/list';
import ListChecks from '@lucide/svelte/icons/list-checks';
import ListOrdered from '@lucide/svelte/icons/list-ordered';
import Minus from '@lucide/svelte/icons/minus';
import Pilcrow from '@lucide/svelte/icons/pilcrow';
import Footprints from '@lucide/svelte/icons/footprints';
import BadgeCheck from '@lucide/svelte/icons/badge-check';
import Quote from '@lucide/svelte/icons/text-quote';
import Table from '@lucide/svelte/icons/table';
import ThumbsDown from '@lucide/svelte/icons/thumbs-down';
import ThumbsUp from '@lucide/svelte/icons/thumbs-up';
import type { IconComponent } from '$lib/ui/icon.ts';
import type { BlockKind } from './block-kinds.ts';

export const blockIcons: Readonly<Record<BlockKind, IconComponent>> = {
	text: Pilcrow,
	heading1: Heading1,
	heading2: Heading2,
	heading3: Heading3,
	checks: ListChecks,
	bullets: List,
	numbers: ListOrdered,
	image: Image,
	table: Table,
	divider: Minus,
	quote: Quote,
	code: Code,
	goal: Flag,
	step: Footprints,
	standard: BadgeCheck,
	goodExample: ThumbsUp,
	badExample: ThumbsDown
};

/** What can be typed or pressed instead. */
export const blockKeys: Partial<Readonly<Record<BlockKind, string>>> = {
	heading1: '#',
	heading2: '##',
	heading3: '###',
	checks: '[]',
	bullets: '-',
	numbers: '1.',
	divider: '---',
	quote: '>',
	code: '```'
};
