import { setImmediate } from 'node:timers/promises';
import { generateKeyBetween } from 'fractional-indexing';
import { uuidv7 } from 'uuidv7';
import { canIn } from '#domain/commands/run-command.ts';
import { isInTrash } from '#domain/folders/trash.ts';
import { zoneIn } from '#domain/people/workspace-zone.ts';
import type { Actor } from '#domain/access/can.ts';
import { planTrello } from '#domain/tasks/trello/trello-plan.ts';
import type { TrelloContext, TrelloWords } from '#domain/tasks/trello/trello-context.ts';
import { emptyTrelloReport, noteIn, type TrelloReport } from '#domain/tasks/trello/trello-report.ts';
import { readKnownPeople } from '../access/known-people.ts';
import { loadActor, type Caller } from '../records/command-runner.ts';
import type { ServerTx } from '../records/server-tx.ts';
import { writeRecords } from '../records/write-records.ts';
import type { Services } from '../services.ts';
import type { Database, Trx } from '../storage/tables.ts';
import { ImportRefused } from './import-markdown.ts';
import { TrelloDescriptions } from './trello-description.ts';
import type { TrelloFile } from './trello-file.ts';
import { putCards, type ReadyCard } from './trello-rows.ts';
import { trelloWords } from './trello-words.ts';

export interface TrelloRequest {
	/** Binds all events of the import: the board's and those of every batch. */
	id: string;
	caller: Caller;
	/** The folder that takes the board in. */
	folderId: string;
	file: TrelloFile;
	onProgress?: (done: number, total: number) => void;
	/** Ends the import between two cards. */
	signal?: AbortSignal;
}

export type TrelloServices = Pick<
	Services,
	'bus' | 'clock' | 'commands' | 'finders' | 'markdownParser' | 'storage'
>;

/** Most cards, and most rows of all kinds, in one transaction: others write between two. */
const batchLimits = { cards: 50, rows: 250 } as const;

/**
 * Makes a board of a Trello board, with the rights of the caller. Everything hangs on the board, so
 * that taking the board away takes back the whole import. The report is filled as it goes.
 */
export async function importTrello(
	services: TrelloServices,
	request: TrelloRequest,
	report = emptyTrelloReport()
): Promise<TrelloReport> {
	const actor = await services.finders.actor(request.caller);
	if (!actor) throw new ImportRefused({ refused: 'not_found' });
	const context = await contextFor(services, request.caller, actor, report);
	const { source, scrambled } = request.file;
	if (scrambled) noteIn(report, 'encoding', '');
	const { cards, ...board } = planTrello(source, context);
	const boardId = await makeBoard(services, request, board);
	report.boardId = boardId;
	const { memberId } = request.caller;
	const descriptions = new TrelloDescriptions(services.markdownParser, context.words, report, memberId);
	let batch: ReadyCard[] = [];
	let rows = 0;
	request.onProgress?.(0, cards.length);
	for (const [index, card] of cards.entries()) {
		request.signal?.throwIfAborted();
		batch.push({ card, text: await descriptions.textFor(card) });
		rows += 2 + card.comments.length;
		if (batch.length === batchLimits.cards || rows >= batchLimits.rows || index === cards.length - 1) {
			await writeBatch(services, request, boardId, batch);
			batch = [];
			rows = 0;
			request.onProgress?.(index + 1, cards.length);
		}
		await setImmediate();
	}
	return report;
}

async function contextFor(
	{ storage: { db }, finders, clock }: TrelloServices,
	caller: Caller,
	actor: Actor,
	report: TrelloReport
): Promise<TrelloContext> {
	const folders = new Set((await finders.visibleFolders(actor)).keys());
	const now = clock.now();
	const known = await readKnownPeople(db, actor, folders, now);
	const people = [...known.values()].filter(({ deactivatedAt }) => deactivatedAt === null);
	const words = await wordsFor(db, caller);
	return { people, words, zone: await zoneOf(db, caller.workspaceId), now, newId: uuidv7, report };
}

async function wordsFor(db: Database, { memberId }: Caller): Promise<TrelloWords> {
	const { locale } = await db
		.selectFrom('members')
		.innerJoin('accounts', 'accounts.id', 'members.accountId')
		.select('accounts.locale')
		.where('members.id', '=', memberId)
		.executeTakeFirstOrThrow();
	return trelloWords[locale === 'en' ? 'en' : 'id'];
}

/** Where the workspace's day begins. */
async function zoneOf(db: Database, workspaceId: string): Promise<string> {
	const { settings } = await db
		.selectFrom('workspaces')
		.select('settings')
		.where('id', '=', workspaceId)
		.executeTakeFirstOrThrow();
	return zoneIn(settings);
}

async function makeBoard(
	{ storage: { db }, commands }: TrelloServices,
	{ id: cause, caller, folderId }: TrelloRequest,
	board: { name: string }
): Promise<string> {
	const id = uuidv7();
	const input = { ...board, id, folderId, orderKey: await lastPlace(db, folderId) };
	const outcome = await commands.execute(caller, { id: cause, name: 'boards.create', input });
	if (!outcome.ok) throw new ImportRefused(outcome.refusal);
	return id;
}

async function lastPlace(db: Database, folderId: string): Promise<string> {
	const { last } = await db
		.selectFrom('boards')
		.select((eb) => eb.fn.max('orderKey').as('last'))
		.where('folderId', '=', folderId)
		.executeTakeFirstOrThrow();
	try {
		return generateKeyBetween(last, null);
	} catch {
		// A program gave the last board a key that nothing can be put after.
		return generateKeyBetween(null, null);
	}
}

async function writeBatch(
	{ storage: { db }, bus, clock }: TrelloServices,
	{ id: cause, caller }: TrelloRequest,
	boardId: string,
	batch: readonly ReadyCard[]
): Promise<void> {
	const now = clock.now();
	const facts = { ...caller, name: 'boards.import', now, cause };
	const news = await db.transaction().execute((trx) =>
		writeRecords(trx, facts, async (tx) => {
			const folderId = await checkedFolder(trx, tx, caller, { boardId, now });
			await putCards(trx, tx, batch, { caller, boardId, folderId, now });
			return { noun: 'boards', id: boardId };
		})
	);
	bus.publish(news);
}

/** The board's folder, if the caller may still write there: it may have been taken away in between. */
async function checkedFolder(
	trx: Trx,
	tx: ServerTx,
	caller: Caller,
	{ boardId, now }: { boardId: string; now: number }
): Promise<string> {
	const actor = await loadActor(trx, caller);
	const board = await tx.get('boards', boardId);
	if (!actor || !board || !(await canIn(tx, actor, 'edit', board.folderId, now)))
		throw new ImportRefused({ refused: 'not_found' });
	if (board.trashedAt !== null || (await isInTrash(tx, board.folderId)))
		throw new ImportRefused({ refused: 'in_trash' });
	return board.folderId;
}
