import type { Config } from '../config.ts';

export interface Option {
	name: string;
	/** What the option says, for `--help`. */
	about: string;
	/** Taken when the option is left out; without one it is needed. */
	otherwise?: string;
}

/** A value without a name; one named as an option may be given as that option instead. */
export type Operand = Pick<Option, 'name' | 'about'>;

export interface VerbContext {
	config: Config;
	/** Every option of the verb, given or by default, and its operand. */
	option: (name: string) => string;
	print: (line: string) => void;
	/** The whole of what is piped in, without the last line end; '' from a terminal. */
	readInput: () => Promise<string>;
}

/** One thing that the command line can do. Fails with a `VerbError`. */
export interface Verb {
	about: string;
	/** What stands after the verb without a name, when it takes something there. */
	operand?: Operand;
	options: readonly Option[];
	run(context: VerbContext): Promise<void>;
}

/** An expected failure: its sentence is all that is printed, and the exit code is 1. */
export class VerbError extends Error {}
