import { createReadStream } from 'node:fs';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { uuidv7 } from 'uuidv7';
import { can } from '#domain/access/can.ts';
import { folderTree } from '#domain/access/folder-tree.ts';
import { atLeast } from '#domain/access/level.ts';
import { emptyTrelloReport, type TrelloReport } from '#domain/tasks/trello/trello-report.ts';
import type { Caller } from '../records/command-runner.ts';
import type { Services } from '../services.ts';
import {
	emptyReport,
	ImportRefused,
	importMarkdown,
	type ImportReport,
	type ImportRequest,
	type ImportServices
} from './import-markdown.ts';
import { importTrello, type TrelloServices } from './import-trello.ts';
import { ImportTooLarge, readZip } from './source-files.ts';
import { collect, readTrelloFile, type TrelloFile, type TrelloFileFault } from './trello-file.ts';

/** How far an import is, as its owner is told. */
export interface ImportStatus {
	state: 'running' | 'done' | 'refused';
	done: number;
	of: number;
	/** From the end on, if anything was made. */
	report?: ImportReport | TrelloReport;
	/** Why nothing more was made: a refusal of a command, or what is wrong with the zip. */
	refusal?: string;
}

export type ImportStartRefusal = 'not_found' | 'busy' | TrelloFileFault;

/** Imports that run beside the requests. Each member has one at a time, and may ask for it for an hour. */
export interface Imports {
	/** Takes in a zip; the import begins when all of it is here. A null folder is the workspace's root. */
	begin(
		caller: Caller,
		folderId: string | null,
		body: AsyncIterable<Uint8Array>
	): Promise<{ id: string } | ImportStartRefusal>;
	/** Takes in the JSON of a Trello board; all of it is here and read when the import begins. */
	beginTrello(
		caller: Caller,
		folderId: string,
		body: AsyncIterable<Uint8Array>
	): Promise<{ id: string } | ImportStartRefusal>;
	/** The import of this caller with this id; undefined for everybody else. */
	find(caller: Caller, id: string): ImportStatus | undefined;
	/** Stops what runs; pages that are made stay. */
	close(): Promise<void>;
}

type ImportsDeps = ImportServices & TrelloServices & Pick<Services, 'clock' | 'log' | 'storage'>;

interface Job {
	id: string;
	status: ImportStatus;
	endedAt?: number;
	work?: Promise<void>;
}

type Take = (job: Job) => Promise<(() => Promise<void>) | ImportStartRefusal>;
/** How an import tells how far it is, and hears that it should end. */
type Following = Pick<ImportRequest, 'onProgress' | 'signal'>;

/** Largest zip, in bytes. */
export const largestZip = 50 * 1024 * 1024;
const keptMs = 60 * 60_000;

export function createImports(deps: ImportsDeps): Imports {
	/** The latest import of each member. */
	const jobs = new Map<string, Job>();
	const closing = new AbortController();

	/** `take` receives the source, and answers the work that is done beside the requests. */
	async function start(caller: Caller, folderId: string | null, take: Take) {
		forgetOld();
		if (!(await mayImport(deps, caller, folderId))) return 'not_found';
		if (jobs.get(caller.memberId)?.status.state === 'running') return 'busy';
		const job: Job = { id: uuidv7(), status: { state: 'running', done: 0, of: 0 } };
		jobs.set(caller.memberId, job);
		const work = await take(job).catch((error: unknown) => {
			jobs.delete(caller.memberId);
			throw error;
		});
		if (typeof work === 'string') {
			jobs.delete(caller.memberId);
			return work;
		}
		job.work = work();
		return { id: job.id };
	}

	async function run(
		job: Job,
		report: ImportReport | TrelloReport,
		hasMade: () => boolean,
		work: (how: Following) => Promise<unknown>
	): Promise<void> {
		const { status } = job;
		try {
			const onProgress = (done: number, of: number) => Object.assign(status, { done, of });
			await work({ onProgress, signal: closing.signal });
			Object.assign(status, { state: 'done', report });
		} catch (error) {
			status.state = 'refused';
			status.refusal = codeOf(error);
			if (hasMade()) status.report = report;
			if (status.refusal === 'internal') deps.log.error({ err: error }, 'an import failed');
		}
		job.endedAt = deps.clock.now();
	}

	function runMarkdown(job: Job, caller: Caller, folderId: string | null, path: string): Promise<void> {
		const report = emptyReport();
		const hasMade = () => report.pages + report.folders > 0;
		return run(job, report, hasMade, async (how) => {
			const files = await readZip(createReadStream(path));
			const workspaceSlug = await slugOf(deps, caller.workspaceId);
			await importMarkdown(deps, { caller, workspaceSlug, folderId, files, ...how }, report);
		});
	}

	function runTrello(job: Job, caller: Caller, folderId: string, file: TrelloFile): Promise<void> {
		const report = emptyTrelloReport();
		const hasMade = () => report.boardId !== null;
		return run(job, report, hasMade, (how) =>
			importTrello(deps, { id: job.id, caller, folderId, file, ...how }, report)
		);
	}

	function forgetOld(): void {
		const before = deps.clock.now() - keptMs;
		for (const [memberId, { endedAt }] of jobs)
			if (endedAt !== undefined && endedAt <= before) jobs.delete(memberId);
	}

	return {
		begin: (caller, folderId, body) =>
			start(caller, folderId, async (job) => {
				const received = await receive(body);
				if (typeof received === 'string') return received;
				const { folder, path } = received;
				return () => runMarkdown(job, caller, folderId, path).finally(() => discard(folder));
			}),
		beginTrello: (caller, folderId, body) =>
			start(caller, folderId, async (job) => {
				const bytes = await collect(body);
				const file = typeof bytes === 'string' ? bytes : readTrelloFile(bytes);
				return typeof file === 'string' ? file : () => runTrello(job, caller, folderId, file);
			}),
		find(caller, id) {
			forgetOld();
			const job = jobs.get(caller.memberId);
			return job?.id === id ? job.status : undefined;
		},
		async close() {
			closing.abort();
			await Promise.all([...jobs.values()].flatMap(({ work }) => work ?? []));
		}
	};
}

async function mayImport(
	{ finders, clock }: ImportsDeps,
	caller: Caller,
	folderId: string | null
): Promise<boolean> {
	const actor = await finders.actor(caller);
	if (!actor) return false;
	if (folderId !== null) return atLeast(await finders.levelIn(actor, folderId), 'edit');
	return can(actor, 'folders.createRoot', 'workspace', folderTree([], []), clock.now()).allowed;
}

/** Writes what comes into a file of its own and looks whether it is a zip. */
async function receive(
	body: AsyncIterable<Uint8Array>
): Promise<{ folder: string; path: string } | 'too_large' | 'unsupported'> {
	const folder = await mkdtemp(join(tmpdir(), 'rapi-import-'));
	const path = join(folder, 'source.zip');
	let kept = false;
	try {
		const size = await write(path, body);
		if (size === 'too_large') return size;
		kept = await isZip(path);
		return kept ? { folder, path } : 'unsupported';
	} finally {
		if (!kept) await discard(folder);
	}
}

async function write(path: string, body: AsyncIterable<Uint8Array>): Promise<number | 'too_large'> {
	const file = await open(path, 'wx', 0o600);
	try {
		let size = 0;
		for await (const chunk of body) {
			size += chunk.length;
			if (size > largestZip) return 'too_large';
			await file.write(chunk);
		}
		return size;
	} finally {
		await file.close();
	}
}

async function isZip(path: string): Promise<boolean> {
	const file = await open(path);
	try {
		const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0);
		return bytesRead === 4 && buffer.toString('latin1') === 'PK\x03\x04';
	} finally {
		await file.close();
	}
}

function discard(folder: string): Promise<void> {
	return rm(folder, { recursive: true, force: true });
}

async function slugOf({ storage }: ImportsDeps, workspaceId: string): Promise<string> {
	const { slug } = await storage.db
		.selectFrom('workspaces')
		.select('slug')
		.where('id', '=', workspaceId)
		.executeTakeFirstOrThrow();
	return slug;
}

function codeOf(error: unknown): string {
	if (error instanceof ImportRefused) return error.refusal.refused;
	if (error instanceof ImportTooLarge) return `zip_${error.code}`;
	if (error instanceof Error && error.name === 'AbortError') return 'stopped';
	return 'internal';
}
