import type { CommandInput, CommandName } from '#domain/commands/commands.ts';
import type { NounName, RowOf } from '#domain/records/nouns.ts';
import type { Outbox } from './outbox.ts';
import type { RecordEngine } from './record-engine.ts';
import type { Records } from './workspace.ts';

/** What screens see of the record engine. */
export function createRecords(engine: RecordEngine, outbox: Outbox): Records {
	return {
		list: (noun) => engine.copy.list(noun),
		get: <N extends NounName>(noun: N, id: string): RowOf<N> | undefined => engine.copy.get(noun, id),
		send: <N extends CommandName>(name: N, input: CommandInput<N>) => outbox.send(name, input),
		isPending: (noun, id) => engine.copy.overlayHas(noun, id)
	};
}
