import type { CastName } from './cast.ts';

/** A team of the demo; its lead is one of its members. */
export interface TeamOutline {
	name: string;
	members: readonly CastName[];
	lead: CastName;
	deputy?: CastName;
}

export const demoTeams: readonly TeamOutline[] = [
	{ name: 'Gudang', members: ['dimas', 'yoga'], lead: 'dimas', deputy: 'yoga' },
	{ name: 'Konten', members: ['intan', 'nadia', 'kevin', 'sarah'], lead: 'intan' }
];

/** Who is away, in days from today. */
export const demoLeaves: readonly { who: CastName; from: number; to: number }[] = [
	{ who: 'bayu', from: 3, to: 5 }
];
