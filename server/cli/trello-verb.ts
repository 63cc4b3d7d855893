import { createReadStream, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { uuidv7 } from 'uuidv7';
import { idSchema } from '#domain/kernel/schema.ts';
import { emptyTrelloReport, type TrelloReport } from '#domain/tasks/trello/trello-report.ts';
import { importTrello } from '../import/import-trello.ts';
import { collect, readTrelloFile, type TrelloFile, type TrelloFileFault } from '../import/trello-file.ts';
import { as, callerOf, explainRefusal, oneLine, workspace } from './import-options.ts';
import { read, withServices } from './operator.ts';
import { VerbError, type Verb, type VerbContext } from './verb.ts';

export const importTrelloVerb: Verb = {
	about:
		'Makes a board of the JSON that Trello exports. Devices that are online hear of it when they connect again.',
	operand: { name: 'file', about: 'The JSON of one Trello board' },
	options: [workspace, { name: 'folder', about: 'Id of the folder that takes the board in' }, as],
	run: (context) =>
		withServices(context, async (services) => {
			const folderId = read(context, 'folder', idSchema);
			const caller = await callerOf(services, context);
			const file = await readFile(resolve(context.option('file')));
			const onProgress = (done: number, of: number) => context.print(`${done} of ${of} cards`);
			const report = emptyTrelloReport();
			const request = { id: uuidv7(), caller, folderId, file, onProgress };
			await importTrello(services, request, report).catch((error: unknown) => {
				printReport(context, report);
				explainRefusal(error);
			});
			printReport(context, report);
		})
};

const faults: Record<TrelloFileFault, string> = {
	too_large: 'it has more than 8 MB',
	unsupported: 'it is no Trello board',
	broken: 'it is no JSON, or a damaged one',
	too_many: 'it has more than 500 lists, 5,000 cards or 50,000 actions'
};

async function readFile(path: string): Promise<TrelloFile> {
	if (!statSync(path, { throwIfNoEntry: false })?.isFile()) throw new VerbError(`There is no ${path}.`);
	const bytes = await collect(createReadStream(path));
	const file = typeof bytes === 'string' ? bytes : readTrelloFile(bytes);
	if (typeof file === 'string') throw new VerbError(`${path} cannot be imported: ${faults[file]}.`);
	return file;
}

function printReport({ print }: VerbContext, { boardId, name, made, notices }: TrelloReport): void {
	for (const { kind, n, names } of notices)
		print(`${kind} ${n}×${names.length > 0 ? `: ${names.map(oneLine).join('; ')}` : ''}`);
	if (boardId === null) return;
	const { columns, tasks, archived, items, comments, links } = made;
	print(`Made the board "${oneLine(name)}" (${boardId}).`);
	print(
		`${columns} lists, ${tasks} tasks (${archived} archived), ${items} lines of checklists, ${comments} comments, ${links} links.`
	);
}
