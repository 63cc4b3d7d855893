import { createReadStream, existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { idSchema } from '#domain/kernel/schema.ts';
import { exportMarkdown, type ExportedEntry } from '../export/export-markdown.ts';
import { emptyReport, importMarkdown, type ImportReport } from '../import/import-markdown.ts';
import { ImportTooLarge, readFolder, readZip, type SourceFile } from '../import/source-files.ts';
import type { Caller } from '../records/command-runner.ts';
import type { Services } from '../services.ts';
import { as, callerOf, explainRefusal, oneLine, workspace } from './import-options.ts';
import { read, withServices } from './operator.ts';
import { VerbError, type Verb, type VerbContext } from './verb.ts';

const progressEvery = 25;

export const importMarkdownVerb: Verb = {
	about:
		'Makes pages and folders of Markdown files. Devices that are online hear of it when they connect again.',
	operand: { name: 'source', about: 'A folder of Markdown files, or a zip of one' },
	options: [
		workspace,
		{ name: 'into', about: 'Id of the folder that takes it in, instead of the root', otherwise: '' },
		as
	],
	run: (context) =>
		withServices(context, async (services) => {
			const folderId = context.option('into') === '' ? null : read(context, 'into', idSchema);
			const caller = await callerOf(services, context);
			const files = await readSource(resolve(context.option('source')));
			const workspaceSlug = await slugOf(services, caller);
			const onProgress = (done: number, of: number) => {
				if (done % progressEvery === 0 || done === of) context.print(`${done} of ${of} pages`);
			};
			const request = { caller, workspaceSlug, folderId, files, onProgress };
			const report = emptyReport();
			await importMarkdown(services, request, report).catch((error: unknown) => {
				printReport(context, report);
				explainRefusal(error);
			});
			printReport(context, report);
		})
};

export const exportMarkdownVerb: Verb = {
	about: 'Writes every page that somebody may see as a Markdown file, in folders as in Rapi.',
	operand: { name: 'folder', about: 'A folder that does not exist yet, or is empty' },
	options: [workspace, as],
	run: (context) =>
		withServices(context, async (services) => {
			const target = resolve(context.option('folder'));
			if (existsSync(target) && readdirSync(target).length > 0)
				throw new VerbError(`${target} is not empty. Name a new folder.`);
			const caller = await callerOf(services, context);
			mkdirSync(target, { recursive: true });
			const count = { page: 0, folder: 0, picture: 0 };
			for await (const entry of exportMarkdown(services, caller)) {
				await writeEntry(join(target, entry.path), entry);
				count[entry.kind] += 1;
			}
			const { page, picture, folder } = count;
			context.print(`Wrote ${page} pages and ${picture} pictures in ${folder} folders to ${target}.`);
		})
};

async function writeEntry(path: string, entry: ExportedEntry): Promise<void> {
	mkdirSync(entry.kind === 'folder' ? path : dirname(path), { recursive: true });
	if (entry.kind === 'page') writeFileSync(path, entry.text, { flag: 'wx' });
	else if (entry.kind === 'picture') await writeFile(path, entry.bytes, { flag: 'wx' });
}

async function slugOf({ storage: { db } }: Services, { workspaceId }: Caller): Promise<string> {
	const found = db.selectFrom('workspaces').select('slug').where('id', '=', workspaceId);
	return (await found.executeTakeFirstOrThrow()).slug;
}

async function readSource(path: string): Promise<SourceFile[]> {
	const found = statSync(path, { throwIfNoEntry: false });
	if (!found) throw new VerbError(`There is no ${path}.`);
	try {
		return found.isDirectory() ? await readFolder(path) : await readZip(createReadStream(path));
	} catch (error) {
		if (!(error instanceof ImportTooLarge)) throw error;
		throw new VerbError(`${path} cannot be imported: ${sourceFaults[error.code]}.`);
	}
}

const sourceFaults: Record<ImportTooLarge['code'], string> = {
	entries: 'it has more than 10,000 entries',
	bytes: 'it is too large',
	ratio: 'it unpacks to far more than it should',
	broken: 'it is no zip, or a damaged one'
};

function printReport({ print }: VerbContext, report: ImportReport): void {
	const { pages, folders, linksResolved, linksUnresolved, notices } = report;
	for (const { path, line, kind, detail } of notices) print(`${path}:${line} ${kind} ${oneLine(detail)}`);
	print(
		`Made ${pages} pages and ${folders} folders; ${linksResolved} links lead to pages, ${linksUnresolved} lead nowhere.`
	);
}
