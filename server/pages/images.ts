import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { sql } from 'kysely';
import { atLeast } from '#domain/access/level.ts';
import type { Bus, Committed } from '../events/bus.ts';
import type { ImageRow } from '../storage/tables.ts';
import { readImageFacts } from './image-type.ts';
import { safeFileName } from '#domain/tasks/attachment.ts';
import { decideStanding, type StandingDeps, type Visitor } from './standing.ts';

export interface ImagesDeps extends StandingDeps {
	bus: Bus;
	dataDir: string;
	onError(error: unknown): void;
}

export type ImageRefusal = 'not_found' | 'too_large' | 'unsupported' | 'taken';
export type StoredImage = Pick<ImageRow, 'id' | 'type' | 'size' | 'width' | 'height'>;

/**
 * The pictures of pages, and the files of tasks, which lie with the pages of their descriptions: files
 * on disk, each with the right of its page.
 */
export interface Images {
	/**
	 * Keeps a picture, or with a name any file, under an id that the client made. It is on disk when this resolves; the same
	 * picture sent again is the same picture.
	 */
	put(
		visitor: Visitor,
		wanted: { id: string; pageId: string; name?: string | undefined },
		body: AsyncIterable<Uint8Array>
	): Promise<StoredImage | ImageRefusal>;
	/** A picture for somebody who may see its page; undefined for everybody else. */
	find(visitor: Visitor, id: string): Promise<FoundImage | undefined>;
	/**
	 * Removes the files of pages that are gone; also done when a page is purged. And those that their
	 * task does not name any more, a day after they came.
	 */
	sweep(): Promise<void>;
	close(): void;
}

export interface FoundImage {
	/** The page whose rights it has. */
	pageId: string;
	type: string;
	/** Of a task's file, which is saved under it and never shown; null of a picture in a text. */
	name: string | null;
	size: number;
	etag: string;
	read(): ReadableStream<Uint8Array>;
}

const most = { bytes: 20 * 1024 * 1024, side: 20_000, pixels: 120_000_000 } as const;
const sweptAtOnce = 500;
/** How long a file stays that was taken off its task: so long that can be taken back. */
const graceMs = 24 * 60 * 60 * 1000;
/** What is no picture is not looked into: nobody is shown it, it is only saved. */
const noPicture = { type: 'application/octet-stream', width: 0, height: 0 };
/** Whether a task names the file. */
const isNamed = sql<number>`exists (
	select 1 from tasks, json_each(tasks.attachments) file
	where tasks.description_id = images.page_id and json_extract(file.value, '$.id') = images.id
)`;
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
		{ id, pageId, name }: { id: string; pageId: string; name?: string | undefined },
		body: AsyncIterable<Uint8Array>
	): Promise<StoredImage | ImageRefusal> {
		if (!imageId.test(id) || !uuid.test(pageId)) return 'not_found';
		const createdBy = await writerOf(visitor, pageId);
		if (createdBy === undefined) return 'not_found';
		const path = join(incoming, randomUUID());
		await mkdir(incoming, { recursive: true });
		try {
			const received = await receive(path, body);
			if (received === 'too_large') return received;
			const facts = { id, pageId, createdBy, name: name ? safeFileName(name) : null };
			// On a slow line minutes have passed, and rights with them.
			return await inTurn(id, async () =>
				(await writerOf(visitor, pageId)) === createdBy ? keep(received, facts) : 'not_found'
			);
		} finally {
			await rm(path, { force: true });
		}
	}

	/** The member that a visitor is on a page, where they may write it now. */
	async function writerOf(visitor: Visitor, pageId: string): Promise<string | undefined> {
		const standing = await decideStanding(deps, visitor, pageId);
		return typeof standing === 'object' && atLeast(standing.level, 'edit') ? standing.memberId : undefined;
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
		{ path, size, sha256, facts: picture }: Incoming,
		{ id, pageId, createdBy, name }: Pick<ImageRow, 'id' | 'pageId' | 'createdBy' | 'name'>
	): Promise<StoredImage | ImageRefusal> {
		const facts = picture && isReasonable(picture) ? picture : name === null ? undefined : noPicture;
		if (!facts) return 'unsupported';
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
		const row = { id, pageId, name, size, sha256, createdBy, createdAt: clock.now(), ...page, ...facts };
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
		const { pageId, type, name, size, sha256 } = row;
		return { pageId, type, name, size, etag: `"${sha256.slice(0, 32)}"`, read };
	}

	async function sweep(): Promise<void> {
		await rm(incoming, { recursive: true, force: true });
		await sweepFiles();
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

	async function sweepFiles(): Promise<void> {
		const left = await db
			.selectFrom('images')
			.select(['id', 'pageId'])
			.where('name', 'is not', null)
			.where('createdAt', '<', clock.now() - graceMs)
			.where(isNamed, 'is', 0)
			.execute();
		for (const { id, pageId } of left) {
			await rm(join(root, pageId, id), { force: true });
			await db.deleteFrom('images').where('id', '=', id).execute();
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
