import Dexie, { type DexieOptions, type EntityTable, type Table, type Transaction } from 'dexie';
import type { CommandName } from '#domain/commands/commands.ts';
import type { Refusal } from '#domain/kernel/refusal.ts';
import type { NounName } from '#domain/records/nouns.ts';

/** One confirmed row. `folderId` is `noFolder` for people, who are not purged with a folder. */
export interface StoredRow {
	noun: NounName;
	id: string;
	folderId: string;
	/** The row as JSON: a browser reads a text several times faster than the object that it stands for. */
	text: string;
}

/** A command that waits for the server. */
export interface StoredCommand {
	/** Position in the outbox: commands are sent in this order. */
	seq: number;
	id: string;
	name: CommandName;
	input: unknown;
	/** When it was given, by this device's clock. */
	at: number;
}

export interface StoredRefusal {
	id: string;
	name: CommandName;
	input: unknown;
	refusal: Refusal;
	at: number;
}

/** One Yjs update of a page, or a part of one that is longer than a chunk may be. */
export interface StoredUpdate {
	seq: number;
	pageId: string;
	bytes: Uint8Array;
	/** How many chunks follow this one and belong to the same update. */
	more: number;
}

/** What this device holds of a page's text. */
export interface StoredPageCopy {
	pageId: string;
	/** The server's log position that the copy covers; -1 when nothing came from the server yet. */
	contentSeq: number;
	bytes: number;
	/** Edits made here that the server has not confirmed as saved. */
	unsent: 0 | 1;
	/** The pictures that the text pointed at when it had so many bytes. */
	images?: { ofBytes: number; ids: string[] };
	keptAt: number;
}

/** An image of a page or a file of its task, or one that waits to be sent. */
export interface StoredImage {
	id: string;
	pageId: string;
	blob: Blob;
	/** Of a task's file: under which it is saved. */
	name?: string;
	/** Size of the picture: an index can be summed without reading a picture. */
	bytes: number;
	pending: 0 | 1;
}

/** A picture without its page. */
export type LateImage = Pick<StoredImage, 'id' | 'blob' | 'name'>;

/** Text and pictures that were put here into a folder which was taken away before it could be sent. */
export interface StoredLateEdit {
	pageId: string;
	title: string;
	/** The whole page as Yjs updates, oldest first; none when only pictures were unsent. */
	updates: Uint8Array[];
	/** Pictures that were put into it here and not sent. */
	images: LateImage[];
	at: number;
}

/** Largest value that is written into one record: some browsers fail far above it. */
export const chunkBytes = 1024 * 1024;

/** The folder that people are stored under. */
export const noFolder = '';

/** The local copy of one workspace for one member. Only `LocalStore` writes to it. */
export class LocalDatabase extends Dexie {
	declare readonly rows: Table<StoredRow, [NounName, string]>;
	declare readonly cursors: EntityTable<{ folderId: string; version: number }, 'folderId'>;
	declare readonly outbox: EntityTable<StoredCommand, 'seq'>;
	declare readonly refusals: EntityTable<StoredRefusal, 'id'>;
	declare readonly meta: EntityTable<{ key: string; value: unknown }, 'key'>;
	declare readonly pageUpdates: EntityTable<StoredUpdate, 'seq'>;
	declare readonly pageCopies: EntityTable<StoredPageCopy, 'pageId'>;
	declare readonly images: EntityTable<StoredImage, 'id'>;
	declare readonly lateEdits: EntityTable<StoredLateEdit, 'pageId'>;

	constructor(memberId: string, options: DexieOptions) {
		// "strict": a completed transaction is on disk, not only handed to the system.
		super(databaseName(memberId), { ...options, autoOpen: false, chromeTransactionDurability: 'strict' });
		this.version(1).stores({
			rows: '[noun+id], folderId',
			cursors: 'folderId',
			outbox: '++seq, &id',
			refusals: 'id',
			meta: 'key',
			pageUpdates: '++seq, pageId',
			pageCopies: 'pageId, unsent',
			images: 'id, pageId, pending',
			lateEdits: 'pageId'
		});
		this.version(2).stores({ images: 'id, pageId, pending, [pageId+bytes]' }).upgrade(measureImages);
		this.version(3).stores({}).upgrade(nameFreed);
		this.version(4).stores({}).upgrade(writeRowsAsText);
		this.version(5).stores({}).upgrade(nameFiles);
	}
}

/** A member belongs to one account and one workspace, so their id names both. */
export function databaseName(memberId: string): string {
	return `rapi-workspace-${memberId}`;
}

/** From version 1: pictures had no size written beside them, and late edits had no pictures. */
async function measureImages(transaction: Transaction): Promise<void> {
	const images = transaction.table<StoredImage>('images').toCollection();
	await images.modify((image) => void (image.bytes = image.blob.size));
	const edits = transaction.table<StoredLateEdit>('lateEdits').toCollection();
	await edits.modify((edit) => void (edit.images = []));
}

/** From version 2: tasks did not say which of their blockers in other folders were solved. */
async function nameFreed(transaction: Transaction): Promise<void> {
	const tasks = transaction
		.table<RowAsObject>('rows')
		.where('[noun+id]')
		.between(['tasks', ''], ['tasks', '\uffff']);
	await tasks.modify(({ row }) => void Object.assign(row, { freedIds: [] }));
}

/** A row as versions 1 to 3 kept it. */
interface RowAsObject {
	row: object;
}

/** From version 3: rows were objects. */
async function writeRowsAsText(transaction: Transaction): Promise<void> {
	const rows = transaction.table<Partial<RowAsObject & StoredRow>>('rows').toCollection();
	await rows.modify((stored) => {
		stored.text = JSON.stringify(stored.row);
		delete stored.row;
	});
}

/** From version 4: tasks had no files. */
async function nameFiles(transaction: Transaction): Promise<void> {
	const tasks = transaction
		.table<StoredRow>('rows')
		.where('[noun+id]')
		.between(['tasks', ''], ['tasks', '\uffff']);
	await tasks.modify((stored) => {
		const row = JSON.parse(stored.text) as object;
		stored.text = JSON.stringify({ ...row, attachments: [] });
	});
}
