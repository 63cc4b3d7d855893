import type { NounName, RowOf } from '#domain/records/nouns.ts';
import type { Random } from '../support/random.ts';

/** What a command can be made of by chance: the things that its device shows, and some words. */
export interface Scene {
	random: Random;
	now: number;
	/** One thing that this device shows; an id that nobody has where it shows none. */
	one(noun: NounName): string;
	row<N extends NounName>(noun: N, id: string): RowOf<N> | undefined;
}

/** One thing that this device shows, whole. */
export function chosenRow<N extends NounName>(scene: Scene, noun: N): RowOf<N> | undefined {
	return scene.row(noun, scene.one(noun));
}

/** The input of a command that names one thing and says nothing more. */
export function only(noun: NounName) {
	return (scene: Scene) => ({ id: scene.one(noun) });
}

export function perhaps(scene: Scene, noun: NounName): string | null {
	return scene.random.upTo(3) ? scene.one(noun) : null;
}

export function words({ random }: Scene): string {
	return `Nama ${random.upTo(1_000)}`;
}

export function place({ random }: Scene): string {
	return `a${random.upTo(9)}`;
}
