import { resolve } from 'node:path';
import { systemClock } from '../clock.ts';
import { backUp, restore, type Manifest } from './backup.ts';
import type { Verb } from './verb.ts';

const to = { name: 'to', about: 'A folder that does not exist yet, or is empty; also as --to' };
const from = { name: 'from', about: 'The folder of the backup; also as --from' };

export const backupVerb: Verb = {
	about: 'Copies everything under RAPI_DATA into a new folder; the server may go on running.',
	operand: to,
	options: [to],
	async run({ config, option, print }) {
		const target = resolve(option('to'));
		const manifest = await backUp(resolve(config.dataDir), target, systemClock.now());
		print(`Backed up to ${target}: ${describe(manifest)}.`);
	}
};

export const restoreVerb: Verb = {
	about: 'Checks a backup and copies it to RAPI_DATA, which has to be empty. Start Rapi afterwards.',
	operand: from,
	options: [from],
	async run({ config, option, print }) {
		const dataDir = resolve(config.dataDir);
		const manifest = await restore(resolve(option('from')), dataDir);
		print(`Restored to ${dataDir}: ${describe(manifest)}, as of ${manifest.madeAt}.`);
	}
};

function describe({ counts, files }: Manifest): string {
	return `${counts['workspaces'] ?? 0} workspaces, ${counts['pages'] ?? 0} pages, ${Object.keys(files).length} files`;
}
