import { createHash } from 'node:crypto';
import {
	cpSync,
	createReadStream,
	existsSync,
	mkdirSync,
	readFileSync,
	readdirSync,
	writeFileSync
} from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import BetterSqlite from 'better-sqlite3';
import * as v from 'valibot';
import { VerbError } from './verb.ts';

const databaseName = 'rapi.db';
const imagesName = 'images';
const manifestName = 'manifest.json';
/** In one step: a copy in several begins anew whenever somebody writes, and might never end. */
const everyPage = 0x7fffffff;
const counted = ['workspaces', 'accounts', 'members', 'folders', 'pages', 'page_update', 'event'] as const;

const manifestSchema = v.object({
	format: v.literal(1),
	madeAt: v.string(),
	/** Rows by table, to be read by people; the hashes are what is checked. */
	counts: v.record(v.string(), v.number()),
	/** SHA-256 by path inside the backup. */
	files: v.record(v.string(), v.string())
});
export type Manifest = v.InferOutput<typeof manifestSchema>;

/**
 * Copies a data folder into a new one while the server goes on writing: SQLite's online backup is
 * one moment of the database; images are copied after it, so that none that it names is missing.
 */
export async function backUp(dataDir: string, target: string, now: number): Promise<Manifest> {
	if (!existsSync(join(dataDir, databaseName))) throw new VerbError(`There is no Rapi in ${dataDir}.`);
	refuseFilled(target);
	mkdirSync(target, { recursive: true, mode: 0o700 });
	const source = new BetterSqlite(join(dataDir, databaseName), { readonly: true });
	try {
		await source.backup(join(target, databaseName), { progress: () => everyPage });
	} finally {
		source.close();
	}
	const counts = settle(join(target, databaseName));
	const images = join(dataDir, imagesName);
	if (existsSync(images)) cpSync(images, join(target, imagesName), { recursive: true });
	const files = await hashAll(target);
	const manifest: Manifest = { format: 1, madeAt: new Date(now).toISOString(), counts, files };
	writeFileSync(join(target, manifestName), `${JSON.stringify(manifest, null, '\t')}\n`);
	return manifest;
}

/** Checks every file of a backup, then copies it into an empty data folder. */
export async function restore(source: string, dataDir: string): Promise<Manifest> {
	const manifest = await verify(source);
	refuseFilled(dataDir);
	mkdirSync(dataDir, { recursive: true, mode: 0o700 });
	cpSync(join(source, databaseName), join(dataDir, databaseName));
	if (existsSync(join(source, imagesName))) {
		cpSync(join(source, imagesName), join(dataDir, imagesName), { recursive: true });
	}
	return manifest;
}

async function verify(source: string): Promise<Manifest> {
	const manifest = readManifest(source);
	const found = await hashAll(source);
	for (const [path, hash] of Object.entries(manifest.files)) {
		if (found[path] !== hash) throw new VerbError(`${path} of this backup is missing or was changed.`);
	}
	const unknown = Object.keys(found).find((path) => !Object.hasOwn(manifest.files, path));
	if (unknown !== undefined) throw new VerbError(`${unknown} does not belong to this backup.`);
	return manifest;
}

function readManifest(source: string): Manifest {
	try {
		return v.parse(manifestSchema, JSON.parse(readFileSync(join(source, manifestName), 'utf8')));
	} catch {
		throw new VerbError(`${source} is not a backup of Rapi: its ${manifestName} cannot be read.`);
	}
}

function refuseFilled(folder: string): void {
	if (existsSync(folder) && readdirSync(folder).length > 0) {
		throw new VerbError(`${folder} is not empty. Name a new folder.`);
	}
}

/** Checks the copy and leaves it as one file, without a write-ahead log beside it. */
function settle(file: string): Record<string, number> {
	const copy = new BetterSqlite(file);
	try {
		if (copy.pragma('integrity_check', { simple: true }) !== 'ok') {
			throw new VerbError('The copy of the database is damaged. Run doctor.');
		}
		copy.pragma('journal_mode = DELETE');
		return Object.fromEntries(
			counted.map((table) => [table, copy.prepare(`select count(*) from ${table}`).pluck().get() as number])
		);
	} finally {
		copy.close();
	}
}

async function hashAll(folder: string): Promise<Record<string, string>> {
	const hashes: Record<string, string> = {};
	for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
		const path = join(entry.parentPath, entry.name);
		const inside = path.slice(folder.replace(/\/$/, '').length + 1);
		if (!entry.isFile() || inside === manifestName) continue;
		const hash = createHash('sha256');
		await pipeline(createReadStream(path), hash);
		hashes[inside] = hash.digest('hex');
	}
	return hashes;
}
