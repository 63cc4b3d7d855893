import { folderOf, type AnyRow, type NounName, type RowOf } from '#domain/records/nouns.ts';
import { madePage } from '#domain/pages/made-page.ts';
import {
	noFolder,
	type StoredCommand,
	type StoredImage,
	type StoredLateEdit,
	type StoredRefusal,
	type StoredRow
} from './local-database.ts';
import type { LocalStore } from './local-store.ts';
import { joinChunks } from './page-store.ts';

/** Everything about records that a tab reads when it opens. */
export interface LoadedRecords {
	rows: { noun: NounName; row: AnyRow }[];
	cursors: Map<string, number>;
	commands: StoredCommand[];
	refusals: StoredRefusal[];
	lateEdits: StoredLateEdit[];
	/** Pages with edits that the server has not confirmed. */
	unsentPages: string[];
	contact: Contact;
}

/** When the server was last heard, and how long that lets folders stay readable. */
export interface Contact {
	lastAt: number | null;
	leaseDays: number;
	/** Whose eyes the copy was filtered for; see the feed's *welcome*. */
	audience: string | null;
	bootstrapped: boolean;
}

/** One step of the confirmed copy: what goes, what comes, and how far that is complete. */
export interface BaseChange {
	puts: { noun: NounName; row: RowOf<NounName> }[];
	removes: { noun: NounName; id: string }[];
	cursors: Readonly<Record<string, number>>;
	/** Folders that this device must no longer know. */
	lostFolders: readonly string[];
	/** Pages whose text and images leave with them. */
	lostPages: readonly string[];
}

/** A step that changes nothing, to be filled in. */
export const noChange: BaseChange = { puts: [], removes: [], cursors: {}, lostFolders: [], lostPages: [] };

/** Before the first contact. */
export const newDevice: Contact = { lastAt: null, leaseDays: 14, audience: null, bootstrapped: false };
const contactKey = 'contact';

/** Reads and writes the records of one workspace on this device. */
export class RecordStore {
	readonly #store: LocalStore;

	constructor(store: LocalStore) {
		this.#store = store;
	}

	async load(): Promise<LoadedRecords> {
		const { db } = this.#store;
		const tables = [db.rows, db.cursors, db.outbox, db.refusals, db.lateEdits, db.pageCopies, db.meta];
		return db.transaction('r', tables, async () => {
			// Asked together: the browser goes on reading while what came first is taken.
			const [rows, cursors, commands, refusals, lateEdits, unsentPages, contact] = await Promise.all([
				db.rows.toArray(),
				db.cursors.toArray(),
				db.outbox.orderBy('seq').toArray(),
				db.refusals.toArray(),
				db.lateEdits.toArray(),
				db.pageCopies.where('unsent').equals(1).primaryKeys(),
				db.meta.get(contactKey)
			]);
			return {
				rows: rows.map((stored) => ({ noun: stored.noun, row: rowIn(stored) })),
				cursors: new Map(cursors.map(({ folderId, version }) => [folderId, version])),
				...{ commands, refusals, lateEdits, unsentPages },
				contact: (contact?.value as Contact | undefined) ?? newDevice
			};
		});
	}

	/** Puts a command into the outbox once; answers its place in the queue. */
	addCommand(command: Omit<StoredCommand, 'seq'>, firstText?: Uint8Array): Promise<number> {
		const { db } = this.#store;
		return this.#store.write('outbox', ['outbox', 'pageUpdates', 'pageCopies'], async () => {
			const already = await db.outbox.where('id').equals(command.id).first();
			if (already) return already.seq;
			if (firstText) await this.#keepFirstText(command, firstText);
			return db.outbox.add(command);
		});
	}

	/** Takes commands out of the outbox that need nothing more. */
	removeCommands(ids: readonly string[]): Promise<unknown> {
		const { db } = this.#store;
		return this.#store.write('records', ['outbox'], () => db.outbox.where('id').anyOf(ids).delete());
	}

	/** Moves a command from the outbox to what has to be told. */
	addRefusal(refusal: StoredRefusal): Promise<unknown> {
		const { db } = this.#store;
		return this.#store.write('outbox', ['outbox', 'refusals'], async () => {
			await db.outbox.where('id').equals(refusal.id).delete();
			await db.refusals.put(refusal);
		});
	}

	removeRefusal(id: string): Promise<unknown> {
		const { db } = this.#store;
		return this.#store.write('outbox', ['refusals'], () => db.refusals.delete(id));
	}

	saveContact(contact: Contact): Promise<unknown> {
		return this.#store.write('records', ['meta'], () => this.#putContact(contact));
	}

	/** Pages whose text or pictures lie here though no row and no waiting command speaks of them. */
	orphanedPages(): Promise<string[]> {
		const { db } = this.#store;
		// In the lane of records: rows that are still to be written must not be missed.
		return this.#store.write('records', ['rows', 'outbox', 'pageCopies', 'images'], async () => {
			const rows = await db.rows.where('[noun+id]').between(['pages', ''], ['pages', '\uffff']).primaryKeys();
			const known = new Set(rows.map(([, id]) => id));
			for (const { name, input } of await db.outbox.toArray()) known.add(madePage(name, input)?.id ?? '');
			const withText = await db.pageCopies.toCollection().primaryKeys();
			const withImages = (await db.images.orderBy('pageId').uniqueKeys()) as string[];
			return [...new Set([...withText, ...withImages])].filter((id) => !known.has(id));
		});
	}

	/** Writes one step of the confirmed copy, with its cursors and contact, in one transaction. */
	applyChange(change: BaseChange, at: number, contact?: Contact): Promise<void> {
		const { db } = this.#store;
		const tables = ['rows', 'cursors', 'pageUpdates', 'pageCopies', 'images', 'lateEdits', 'meta'];
		// A purge waits for texts that are being written, so that none comes back behind it.
		const lanes = change.lostPages.length ? (['records', 'pages'] as const) : 'records';
		return this.#store.write(lanes, tables, async () => {
			await this.#purge(change, at);
			await db.rows.bulkDelete(change.removes.map(({ noun, id }) => [noun, id]));
			await db.rows.bulkPut(change.puts.map(({ noun, row }) => storedRow(noun, row)));
			await db.cursors.bulkPut(
				Object.entries(change.cursors).map(([folderId, version]) => ({ folderId, version }))
			);
			if (contact) await this.#putContact(contact);
		});
	}

	/** How much lies here that the server does not have: commands, texts, pictures, and what is kept apart. */
	async countUnsent(): Promise<number> {
		const { db } = this.#store;
		const counts = await Promise.all([
			db.outbox.count(),
			db.pageCopies.where('unsent').equals(1).count(),
			db.images.where('pending').equals(1).count(),
			db.lateEdits.count()
		]);
		return counts.reduce((sum, count) => sum + count, 0);
	}

	/** Takes everything away but what was written here and not sent, which is kept apart; answers how much that is. */
	purge(at: number): Promise<number> {
		const { db } = this.#store;
		const records = ['rows', 'cursors', 'outbox', 'refusals', 'meta'];
		const tables = [...records, 'pageUpdates', 'pageCopies', 'images', 'lateEdits'];
		return this.#store.write(['records', 'outbox', 'pages', 'meta'], tables, async () => {
			const withText = await db.pageCopies.toCollection().primaryKeys();
			const withImages = (await db.images.orderBy('pageId').uniqueKeys()) as string[];
			await this.#purgePages([...new Set([...withText, ...withImages])], at);
			for (const table of records) await db.table(table).clear();
			return db.lateEdits.count();
		});
	}

	#putContact(contact: Contact): Promise<unknown> {
		return this.#store.db.meta.put({ key: contactKey, value: contact });
	}

	async #purge({ lostFolders, lostPages }: BaseChange, at: number): Promise<void> {
		const { db } = this.#store;
		if (lostPages.length) await this.#purgePages(lostPages, at);
		if (!lostFolders.length) return;
		await db.rows.where('folderId').anyOf(lostFolders).delete();
		await db.cursors.bulkDelete([...lostFolders]);
	}

	async #purgePages(pageIds: readonly string[], at: number): Promise<void> {
		const { db } = this.#store;
		for (const pageId of pageIds) await this.#keepLateEdit(pageId, at);
		await db.pageUpdates.where('pageId').anyOf(pageIds).delete();
		await db.pageCopies.bulkDelete([...pageIds]);
		await db.images.where('pageId').anyOf(pageIds).delete();
	}

	/** What was written here and cannot be sent any more is kept apart for its author. */
	async #keepLateEdit(pageId: string, at: number): Promise<void> {
		const { db } = this.#store;
		const unsent = (await db.pageCopies.get(pageId))?.unsent === 1;
		const waiting = await db.images.where('pageId').equals(pageId).filter(isWaiting).toArray();
		if (!unsent && waiting.length === 0) return;
		const stored = await db.rows.get(['pages', pageId]);
		const row = stored && rowIn(stored);
		const title = row && 'title' in row ? row.title : '';
		const chunks = unsent ? await db.pageUpdates.where('pageId').equals(pageId).sortBy('seq') : [];
		const images = waiting.map(({ id, blob, name }) => ({ id, blob, ...(name !== undefined && { name }) }));
		await db.lateEdits.put({ pageId, title, updates: joinChunks(chunks), images, at });
	}

	async #keepFirstText(command: Omit<StoredCommand, 'seq'>, bytes: Uint8Array): Promise<void> {
		const { db } = this.#store;
		const pageId = madePage(command.name, command.input)?.id;
		if (pageId === undefined) return;
		await db.pageUpdates.add({ pageId, bytes, more: 0 });
		await db.pageCopies.put({
			pageId,
			contentSeq: -1,
			bytes: bytes.length,
			unsent: 0,
			keptAt: command.at
		});
	}
}

function isWaiting({ pending }: StoredImage): boolean {
	return pending === 1;
}

function storedRow<N extends NounName>(noun: N, row: RowOf<N>): StoredRow {
	return { noun, id: row.id, folderId: folderOf(noun, row) ?? noFolder, text: JSON.stringify(row) };
}

/** Only `storedRow` writes such texts. */
function rowIn({ text }: StoredRow): AnyRow {
	return JSON.parse(text) as AnyRow;
}
