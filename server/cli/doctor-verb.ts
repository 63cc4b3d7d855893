import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { hashEvent } from '../events/event-log.ts';
import { migrations } from '../storage/migrations.ts';
import { openDatabase, type OpenDatabase } from '../storage/open-database.ts';
import { VerbError, type Verb } from './verb.ts';

export const doctorVerb: Verb = {
	about: 'Checks the data under RAPI_DATA: the file, its links, its migrations and the chain of events.',
	options: [],
	async run({ config, print }) {
		if (!existsSync(join(config.dataDir, 'rapi.db')))
			throw new VerbError(`There is no Rapi in ${config.dataDir}.`);
		const storage = openDatabase(config.dataDir);
		try {
			const found = [...checkFile(storage), ...(await checkChain(storage))];
			for (const { what, ill } of found)
				print(`${ill === undefined ? 'ok ' : 'ILL'} ${what}${ill ? `: ${ill}` : ''}`);
			if (found.some(({ ill }) => ill !== undefined))
				throw new VerbError('Something is ill. Keep a copy, then restore a backup.');
		} finally {
			await storage.db.destroy();
		}
	}
};

interface Finding {
	what: string;
	ill?: string;
}

function checkFile({ sqlite }: OpenDatabase): Finding[] {
	const integrity = String(sqlite.pragma('integrity_check', { simple: true }));
	const loose = (sqlite.pragma('foreign_key_check') as unknown[]).length;
	const done = sqlite.prepare('select count(*) from kysely_migration').pluck().get();
	const wanted = Object.keys(migrations).length;
	return [
		{ what: 'database file', ...(integrity !== 'ok' && { ill: integrity }) },
		{ what: 'links between rows', ...(loose > 0 && { ill: `${loose} lead nowhere` }) },
		{ what: 'migrations', ...(done !== wanted && { ill: `${String(done)} of ${wanted}; start Rapi once` }) }
	];
}

/** Every event is hashed again and has to name the one before it. */
async function checkChain({ db }: OpenDatabase): Promise<Finding[]> {
	const last = new Map<string, string>();
	let broken = 0;
	let count = 0;
	for await (const { hash, ...row } of db
		.selectFrom('event')
		.selectAll()
		.orderBy('workspaceId')
		.orderBy('seq')
		.stream()) {
		count += 1;
		if (row.prevHash !== (last.get(row.workspaceId) ?? '') || hashEvent(row) !== hash) broken += 1;
		last.set(row.workspaceId, hash);
	}
	return [{ what: `chain of ${count} events`, ...(broken > 0 && { ill: `${broken} do not fit` }) }];
}
