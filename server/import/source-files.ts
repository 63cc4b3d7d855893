import { readFile, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Unzip, UnzipInflate, UnzipPassThrough } from 'fflate';

/** A file of an import. Its path is a list of names for people, never a place on this machine. */
export interface SourceFile {
	path: string;
	bytes: Uint8Array;
}

export const importLimits = {
	entries: 10_000,
	/** Unpacked, all files together. */
	bytes: 1024 * 1024 * 1024,
	/** Of what is kept in memory: Markdown and images. */
	keptBytes: 256 * 1024 * 1024,
	/** Unpacked size to packed size, beyond the first megabyte. */
	ratio: 100,
	pathParts: 64
} as const;

/** The source breaks a limit; `code` says which. */
export class ImportTooLarge extends Error {
	readonly code: 'entries' | 'bytes' | 'ratio' | 'broken';
	constructor(code: ImportTooLarge['code']) {
		super(code);
		this.code = code;
	}
}

const wanted = /\.(md|markdown|png|jpe?g|gif|webp|avif)$/i;

/** Counts what a source brings and stops it at the limits. */
class Gauge {
	#entries = 0;
	#bytes = 0;
	#kept = 0;

	entry(): void {
		this.#entries += 1;
		if (this.#entries > importLimits.entries) throw new ImportTooLarge('entries');
	}

	grow(size: number, keeps: boolean, packed?: number): void {
		this.#bytes += size;
		if (keeps) this.#kept += size;
		if (this.#bytes > importLimits.bytes || this.#kept > importLimits.keptBytes) {
			throw new ImportTooLarge('bytes');
		}
		if (packed !== undefined && this.#bytes > 1_000_000 + packed * importLimits.ratio) {
			throw new ImportTooLarge('ratio');
		}
	}
}

/** The Markdown and image files below a folder, in order of path. Links to elsewhere are not followed. */
export async function readFolder(root: string): Promise<SourceFile[]> {
	const gauge = new Gauge();
	const files: SourceFile[] = [];
	async function walk(parts: string[]): Promise<void> {
		const entries = await readdir(join(root, ...parts), { withFileTypes: true });
		for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
			if (entry.name.startsWith('.')) continue;
			gauge.entry();
			const below = [...parts, entry.name];
			if (entry.isDirectory() && below.length < importLimits.pathParts) await walk(below);
			if (!entry.isFile() || !wanted.test(entry.name)) continue;
			gauge.grow((await stat(join(root, ...below))).size, true);
			files.push({ path: below.join('/'), bytes: await readFile(join(root, ...below)) });
		}
	}
	await walk([]);
	return files;
}

/** The Markdown and image files of a zip that arrives in pieces. */
export async function readZip(chunks: AsyncIterable<Uint8Array>): Promise<SourceFile[]> {
	const reader = new ZipReader();
	for await (const chunk of chunks) reader.push(chunk);
	return reader.finish();
}

class ZipReader {
	readonly #gauge = new Gauge();
	readonly #files: SourceFile[] = [];
	readonly #unzip = new Unzip();
	#packed = 0;
	#begun = 0;
	#ended = 0;
	#failure: Error | undefined;

	constructor() {
		this.#unzip.register(UnzipInflate);
		this.#unzip.register(UnzipPassThrough);
		this.#unzip.onfile = (file) => {
			this.#gauge.entry();
			const path = tidyPath(file.name);
			if (path === undefined || file.name.endsWith('/')) return;
			this.#begun += 1;
			const keeps = wanted.test(path);
			const pieces: Uint8Array[] = [];
			file.ondata = (error, piece, final) => {
				if (error) throw this.#failed(new ImportTooLarge('broken'));
				this.#measure(piece.length, keeps);
				if (keeps) pieces.push(piece);
				if (final) this.#end(keeps, path, pieces);
			};
			file.start();
		};
	}

	push(chunk: Uint8Array): void {
		this.#packed += chunk.length;
		this.#feed(chunk, false);
	}

	finish(): SourceFile[] {
		this.#feed(new Uint8Array(0), true);
		if (this.#begun === 0 || this.#ended < this.#begun) throw new ImportTooLarge('broken');
		return this.#files.sort((a, b) => (a.path < b.path ? -1 : 1));
	}

	#measure(size: number, keeps: boolean): void {
		try {
			this.#gauge.grow(size, keeps, this.#packed);
		} catch (error) {
			throw this.#failed(error);
		}
	}

	/** Keeps the first failure: the unzipper reports what it catches as damage of its own. */
	#failed(error: unknown): Error {
		this.#failure ??= error instanceof ImportTooLarge ? error : new ImportTooLarge('broken');
		return this.#failure;
	}

	#end(keeps: boolean, path: string, pieces: Uint8Array[]): void {
		this.#ended += 1;
		if (keeps) this.#files.push({ path, bytes: Buffer.concat(pieces) });
	}

	#feed(chunk: Uint8Array, final: boolean): void {
		if (this.#failure) throw this.#failure;
		try {
			this.#unzip.push(chunk, final);
		} catch (error) {
			throw this.#failed(error);
		}
	}
}

/** The names of a path, with `..` and the like undone; undefined for hidden and system files. */
function tidyPath(name: string): string | undefined {
	const parts: string[] = [];
	for (const part of name.split(/[/\\]+/)) {
		if (part === '..') parts.pop();
		else if (part !== '' && part !== '.') parts.push(part);
	}
	if (parts.length > importLimits.pathParts) return undefined;
	return parts.some((part) => part.startsWith('.') || part === '__MACOSX') ? undefined : parts.join('/');
}
