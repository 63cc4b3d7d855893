import type { CommandName } from '#domain/commands/commands.ts';
import type { Cell } from './cell.ts';

/** A command with right inputs, and who may send it. Written by hand from TRUST’s words. */
export interface Case {
	/**
	 * The level in the cell's folder that it takes; *people* is for those who look after members,
	 * *author* for the owner who made the cell, *nobody* for what belongs to somebody else.
	 */
	needs: 'view' | 'comment' | 'edit' | 'manage' | 'people' | 'author' | 'nobody';
	/** A command that has to be sent before, with the input of its own case. */
	after?: CommandName;
	/** The fields whose ids name something new, and what that is. */
	makes?: Record<string, keyof Cell>;
	/** The fields whose ids mean something only inside the object that the command changes. */
	parts?: readonly string[];
	input(cell: Cell): Record<string, unknown>;
}

export const orderKey = 'a1';
