import { editor as english } from '$lib/i18n/en/editor.ts';
import { editor as indonesian } from '$lib/i18n/id/editor.ts';
import type { BlockKind } from './block-kinds.ts';

/** UX.md 4.5: blocks in the order in which shops use them. */
const blockKinds = [
	'text',
	'heading1',
	'heading2',
	'heading3',
	'checks',
	'bullets',
	'numbers',
	'image',
	'table',
	'divider',
	'quote',
	'code'
] as const satisfies readonly BlockKind[];

const sopKinds = [
	'step',
	'standard',
	'goodExample',
	'badExample',
	'goal'
] as const satisfies readonly BlockKind[];

export interface SlashGroup {
	name: 'sop' | 'blocks';
	kinds: readonly BlockKind[];
}

/** What may be put in here, by what was typed after the slash; aliases of both languages count. */
export function slashChoices(query: string, inSop: boolean): SlashGroup[] {
	const groups: SlashGroup[] = [
		...(inSop ? [{ name: 'sop', kinds: sopKinds } as const] : []),
		{ name: 'blocks', kinds: blockKinds }
	];
	return groups
		.map(({ name, kinds }) => ({ name, kinds: kinds.filter((kind) => matches(kind, query)) }))
		.filter(({ kinds }) => kinds.length > 0);
}

function matches(kind: BlockKind, query: string): boolean {
	const wanted = query.trim().toLocaleLowerCase();
	const known = [english, indonesian]
		.map(({ blocks, aliases }) => `${blocks[kind].name} ${aliases[kind]}`.toLocaleLowerCase())
		.join(' ');
	return (
		known.split(/\s+/).some((word) => word.startsWith(wanted)) ||
		(wanted.length > 2 && known.includes(wanted))
	);
}
