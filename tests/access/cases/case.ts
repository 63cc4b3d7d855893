import type { CommandName } from '#domain/commands/commands.ts';
import type { Cell } from './cell.ts';

/** A command with right inputs, and who may send it. Written by hand from TRUST’s words. */
export interface Case {
	/** The level in the cell's folder that it takes; *people* is for those who look after members. */
	needs: 'view' | 'comment' | 'edit' | 'manage' | 'people';
	/** A command that has to be sent before, with the input of its own case. */
	after?: CommandName;
	/** The fields whose ids name something new, and what that is. */
	makes?: Record<string, keyof Cell>;
	input(cell: Cell): Record<string, unknown>;
}

export const orderKey = 'a1';
