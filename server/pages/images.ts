import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { atLeast } from '#domain/access/level.ts';
import type { Bus, Committed } from '../events/bus.ts';
import type { ImageRow } from '../storage/tables.ts';
import { readImageFacts } from './image-type.ts';
import { decideStanding, type StandingDeps, type Visitor } from './standing.ts';

export interface ImagesDeps extends StandingDeps {
	bus: Bus;
	dataDir: string;
	onError(error: unknown): void;
}

export type ImageRefusal = 'not_found' | 'too_large' | 'unsupported' | 'taken';
export type StoredImage = Pick<ImageRow, 'id' | 'type' | 'size' | 'width' | 'height'>;

/** The pictures of pages: files on disk, each with the right of its page. */
export interface Images {
	/**
	 * Keeps a picture under an id that the client made. It is on disk when this resolves; the same
	 * picture sent again is the same picture.
	 */
	put(
		visitor: Visitor,
		wanted: { id: string; pageId: string },
		body: AsyncIterable<Uint8Array>
	): Promise<StoredImage | ImageRefusal>;
	/** A picture for somebody who may see its page; undefined for everybody else. */
	find(visitor: Visitor, id: string): Promise<FoundImage | undefined>;
	/** Removes the files of pages that are gone; also done when a page is purged. */
	sweep(): Promise<void>;
	close(): void;
}

export interface FoundImage {
	/** The page whose rights it has. */
	pageId: string;
	type: string;
	size: number;
	etag: string;
	read(): ReadableStream<Uint8Array>;
}

const most = { bytes: 20 * 1024 * 1024, side: 20_000, pixels: 120_000_000 } as const;
const sweptAtOnce = 500;
const imageId = /^[0-9a-f]{32}$/;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

interface Incoming {
	path: string;
	size: number;
	sha256: string;
	facts: Awaited<ReturnType<typeof readImageFacts>>;
}

export function createImages(deps: ImagesDeps): Images {
	const { db, clock } = deps;
	const root = join(deps.dataDir, 'images');
	const incoming = join(root, 'incoming');
	const turns = new Map<string, Promise<void>>();
	const deaf = deps.bus.subscribe((news) => {
		for (const id of purgedPages(news))
			rm(join(root, id), { recursive: true, force: true }).catch((error: unknown) => deps.onError(error));
	});

	async function put(
		visitor: Visitor,
		{ id, pageId }: { id: string; pageId: string },
		body: AsyncIterable<Uint8Array>
	): Promise<StoredImage | ImageRefusal> {
		if (!imageId.test(id) || !uuid.test(pageId)) return 'not_found';
		const standing = await decideStanding(deps, visitor, pageId);
		if (typeof standing === 'string' || !atLeast(standing.level, 'edit')) return 'not_found';
		const path = join(incoming, randomUUID());
		await mkdir(incoming, { recursive: true });
		try {
			const received = await receive(path, body);
			if (received === 'too_large') return received;
			const facts = { id, pageId, createdBy: standing.memberId };
			return await inTurn(id, () => keep(received, facts));
		} finally {
			await rm(path, { force: true });
		}
	}

	/** One after the other for one id: the row and the file of an id must be of the same picture. */
	function inTurn<T>(id: string, job: () => Promise<T>): Promise<T> {
		const before = turns.get(id) ?? Promise.resolve();
		const mine = before.then(job);
		const done = mine.then(
			() => undefined,
			() => undefined
		);
		turns.set(id, done);
		void done.then(() => turns.get(id) === done && turns.delete(id));
		return mine;
	}

	async function keep(
		{ path, size, sha256, facts }: Incoming,
		{ id, pageId, createdBy }: { id: string; pageId: string; createdBy: string }
	): Promise<StoredImage | ImageRefusal> {
		if (!facts || !isReasonable(facts)) return 'unsupported';
		const earlier = await rowOf(id);
		if (earlier) return earlier.pageId === pageId && earlier.sha256 === sha256 ? shown(earlier) : 'taken';
		await moveDurably(path, root, pageId, id);
		const page = await db
			.selectFrom('pages')
			.select('workspaceId')
			.where('id', '=', pageId)
			.where('deletedAt', 'is', null)
			.executeTakeFirst();
		if (!page) return 'not_found';
		const row = { id, pageId, size, sha256, createdBy, createdAt: clock.now(), ...page, ...facts };
		await db
			.insertInto('images')
			.values(row)
			.onConflict((conflict) => conflict.doNothing())
			.execute();
		return shown(row);
	}

	function rowOf(id: string): Promise<ImageRow | undefined> {
		return db.selectFrom('images').selectAll().where('id', '=', id).executeTakeFirst();
	}

	async function find(visitor: Visitor, id: string): Promise<FoundImage | undefined> {
		const row = imageId.test(id) ? await rowOf(id) : undefined;
		const standing = row && (await decideStanding(deps, visitor, row.pageId));
		if (!row || typeof standing !== 'object') return undefined;
		const path = join(root, row.pageId, row.id);
		const read = () => Readable.toWeb(createReadStream(path)) as ReadableStream<Uint8Array>;
		return { pageId: row.pageId, type: row.type, size: row.size, etag: `"${row.sha256.slice(0, 32)}"`, read };
	}

	async function sweep(): Promise<void> {
		await rm(incoming, { recursive: true, force: true });
		await mkdir(root, { recursive: true });
		const folders = await readdir(root);
		for (let start = 0; start < folders.length; start += sweptAtOnce) {
			const pageIds = folders.slice(start, start + sweptAtOnce);
			const living = await db
				.selectFrom('pages')
				.select('id')
				.where('id', 'in', pageIds)
				.where('deletedAt', 'is', null)
				.execute();
			const known = new Set(living.map(({ id }) => id));
			for (const pageId of pageIds)
				if (!known.has(pageId)) await rm(join(root, pageId), { recursive: true, force: true });
		}
	}

	return { put, find, sweep, close: () => deaf() };
}

function purgedPages({ changes }: Committed): string[] {
	return changes.flatMap(({ noun, after }) =>
		noun === 'pages' && after.deletedAt !== null ? [after.id] : []
	);
}

function shown({ id, type, size, width, height }: StoredImage): StoredImage {
	return { id, type, size, width, height };
}

/** Whether a picture of these measures and so many bytes may be kept. */
export function takesImage(facts: { width: number; height: number }, bytes: number): boolean {
	return bytes <= most.bytes && isReasonable(facts);
}

function isReasonable({ width, height }: { width: number; height: number }): boolean {
	const sides = [width, height].every((side) => side >= 1 && side <= most.side);
	return sides && width * height <= most.pixels;
}

/** Writes what comes to a file, as it comes, and reads back what it is. */
async function receive(path: string, body: AsyncIterable<Uint8Array>): Promise<Incoming | 'too_large'> {
	const file = await open(path, 'wx+', 0o600);
	try {
		const hash = createHash('sha256');
		let size = 0;
		for await (const chunk of body) {
			size += chunk.length;
			if (size > most.bytes) return 'too_large';
			hash.update(chunk);
			await file.appendFile(chunk);
		}
		await file.sync();
		return { path, size, sha256: hash.digest('hex'), facts: await readImageFacts(reader(file)) };
	} finally {
		await file.close();
	}
}

function reader(file: FileHandle) {
	return async (offset: number, length: number) => {
		const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, offset);
		return buffer.subarray(0, bytesRead);
	};
}

/** Gives a synced file its place; the folders above it are synced too, so that its name survives a power cut. */
async function moveDurably(path: string, root: string, pageId: string, id: string): Promise<void> {
	const folder = join(root, pageId);
	await mkdir(folder, { recursive: true });
	await rename(path, join(folder, id));
	for (const changed of [folder, root]) {
		const handle = await open(changed);
		await handle.sync();
		await handle.close();
	}
}
