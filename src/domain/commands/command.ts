import type * as v from 'valibot';
import type { Actor, FolderAction, WorkspaceAction } from '../access/can.ts';
import type { Refusal } from '../kernel/refusal.ts';
import type { NounName } from '../records/nouns.ts';
import type { Tx } from '../records/tx.ts';

/** One object that a command names, and what the actor must be allowed to do with it. */
export type Need =
	| { noun: NounName; id: string; action: FolderAction; field: string }
	| { workspace: WorkspaceAction; field: string };

export interface CommandContext {
	actor: Actor;
	/** The server's clock where it counts; the browser's while it anticipates. */
	now: number;
}

/** A thing that an event is about. */
export interface SubjectRef {
	noun: NounName;
	id: string;
}

/**
 * One named change with its rule. `apply` runs on the local copy at once and again on the server,
 * whose answer counts; it sees only objects that `needs` was satisfied for.
 */
export interface Command<Input, Raw = unknown> {
	/** Parses what a device or a program sent (`Raw`, with optional parts left out). */
	input: v.GenericSchema<Raw, Input>;
	/** Every object that the input names, none left out. */
	needs(input: Input): Need[];
	subject(input: Input): SubjectRef;
	/** Changes rows through `tx`, or says why not; a refusal must come before the first write. */
	apply(tx: Tx, input: Input, context: CommandContext): Promise<Refusal | undefined>;
}

/** Keeps the input type of each command while they stand in one table. */
export function command<Input, Raw>(definition: Command<Input, Raw>): Command<Input, Raw> {
	return definition;
}
