import type { Actor } from '#domain/access/can.ts';
import { audienceOf } from '#domain/access/audience.ts';
import type { NounRow } from '#domain/records/nouns.ts';
import { createFinders } from '../access/finders.ts';
import { readDirectory } from '../access/known-people.ts';
import type { Clock } from '../clock.ts';
import type { Caller } from '../records/command-runner.ts';
import type { Database, Trx } from '../storage/tables.ts';

/** What one person may see at one version of their workspace. */
export interface View {
	actor: Actor;
	audience: string;
	version: number;
	/** Ids of the folders that this person may view. */
	folders: ReadonlySet<string>;
	/** Everybody whom this person may know, and what comes with knowing people, by id. */
	directory: ReadonlyMap<string, NounRow>;
	/** When the next grant of the workspace ends, and with it perhaps this view; null: none will. */
	endsAt: number | null;
}

/** Reads a view in one transaction; undefined when the caller has no rights at all any more. */
export function readView(db: Database, clock: Clock, caller: Caller): Promise<View | undefined> {
	return db
		.transaction()
		.setAccessMode('read only')
		.execute(async (trx) => {
			const finders = createFinders(trx, clock);
			const actor = await finders.actor(caller);
			if (!actor) return undefined;
			const folders = new Set((await finders.visibleFolders(actor)).keys());
			return {
				actor,
				audience: audienceOf(actor),
				version: await versionOf(trx, caller.workspaceId),
				folders,
				directory: await readDirectory(trx, actor, folders, clock.now()),
				endsAt: await nextEnd(trx, caller.workspaceId, clock.now())
			};
		});
}

async function versionOf(trx: Trx, workspaceId: string): Promise<number> {
	const { version } = await trx
		.selectFrom('workspaces')
		.select('version')
		.where('id', '=', workspaceId)
		.executeTakeFirstOrThrow();
	return version;
}

async function nextEnd(trx: Trx, workspaceId: string, now: number): Promise<number | null> {
	const { endsAt } = await trx
		.selectFrom('grants')
		.select((eb) => eb.fn.min<number | null>('endsAt').as('endsAt'))
		.where('workspaceId', '=', workspaceId)
		.where('deletedAt', 'is', null)
		.where('endsAt', '>', now)
		.executeTakeFirstOrThrow();
	return endsAt;
}
