import { createHash } from 'node:crypto';
import type { Actor } from '#domain/access/can.ts';
import type { Level } from '#domain/access/level.ts';
import type { Command, SubjectRef } from '#domain/commands/command.ts';
import { commands, isCommandName } from '#domain/commands/commands.ts';
import { runCommand } from '#domain/commands/run-command.ts';
import { isRefusal, refuse, type Refusal } from '#domain/kernel/refusal.ts';
import { parse } from '#domain/kernel/schema.ts';
import { directoryNouns, type NounName } from '#domain/records/nouns.ts';
import type { Bus, Committed } from '../events/bus.ts';
import { appendEvent } from '../events/event-log.ts';
import type { Clock } from '../clock.ts';
import type { Database, Trx } from '../storage/tables.ts';
import { ServerTx, type RowChange } from './server-tx.ts';

/** Who sends a command: a member, and the most that their way of signing in allows. */
export interface Caller {
	memberId: string;
	workspaceId: string;
	cap: Level;
}

export interface CommandRequest {
	/** The command's own id: the same id is carried out once, however often it arrives. */
	id: string;
	name: string;
	input: unknown;
	/** Carry out only while the subject still has this version; otherwise *conflict* with the present one. */
	ifVersion?: number | undefined;
}

/** `result` is what the command was about; null for one sent again whose input an older Rapi took. */
export type CommandOutcome =
	{ ok: true; id: string; version: number; result: SubjectRef | null } | { ok: false; refusal: Refusal };

/** What the server does beside a command's own rows, in the same transaction. It may refuse too. */
export type CommandEffect = (
	trx: Trx,
	input: Record<string, unknown>,
	context: { actor: Actor; now: number; tx: ServerTx }
) => Promise<Refusal | undefined>;
export type CommandEffects = Readonly<Record<string, readonly CommandEffect[]>>;

/** What changes rights, or whom somebody knows: devices are brought up to date as a whole. */
const accessNouns: readonly NounName[] = ['folders', 'grants', ...directoryNouns];

/** Whether these changes may change rights, or whom somebody knows. */
export function touchAccess(changes: readonly RowChange[]): boolean {
	return changes.some(({ noun }) => accessNouns.includes(noun));
}

/** Undoes the transaction of a refused command; never leaves `execute`. */
class Refused extends Error {
	readonly refusal: Refusal;
	constructor(refusal: Refusal) {
		super(refusal.refused);
		this.refusal = refusal;
	}
}

export interface CommandRunner {
	execute(caller: Caller, request: CommandRequest): Promise<CommandOutcome>;
}

/**
 * The server's half of every command: rights, rows, event, receipt and version in one transaction,
 * then the news. An answer is given only after the commit.
 */
export function createCommandRunner(
	db: Database,
	bus: Bus,
	clock: Clock,
	effects: CommandEffects
): CommandRunner {
	async function execute(caller: Caller, request: CommandRequest): Promise<CommandOutcome> {
		if (!isCommandName(request.name)) return { ok: false, refusal: refuse('invalid', 'name') };
		const definition = commands[request.name] as Command<unknown>;
		try {
			const news = await db
				.transaction()
				.execute((trx) => carryOut(trx, definition, caller, request, clock.now(), effects));
			if (!('replayed' in news)) bus.publish(news);
			const version = 'replayed' in news ? news.replayed : news.version;
			return { ok: true, id: request.id, version, result: subjectOf(definition, request.input) };
		} catch (error) {
			if (error instanceof Refused) return { ok: false, refusal: error.refusal };
			if (isTakenId(error)) return { ok: false, refusal: refuse('already_exists', 'id') };
			throw error;
		}
	}
	return { execute };
}

async function carryOut(
	trx: Trx,
	definition: Command<unknown>,
	caller: Caller,
	request: CommandRequest,
	now: number,
	effects: CommandEffects
): Promise<Committed | { replayed: number }> {
	const inputHash = hashInput(request);
	const earlier = await findReceipt(trx, caller, request.id, inputHash);
	if (earlier !== undefined) return { replayed: earlier };
	const actor = await loadActor(trx, caller);
	if (!actor) throw new Refused(refuse('not_found'));
	const version = await nextVersion(trx, caller.workspaceId);
	const tx = new ServerTx(trx, caller.workspaceId, version);
	const result = await runCommand(definition, tx, request.input, { actor, now });
	if (isRefusal(result)) throw new Refused(result);
	for (const effect of effects[request.name] ?? []) {
		const refusal = await effect(trx, result.input as Record<string, unknown>, { actor, now, tx });
		if (refusal) throw new Refused(refusal);
	}
	const subject = definition.subject(result.input);
	await refuseStale(tx, subject, request.ifVersion);
	const changes = [...tx.changes.values()];
	const accessChanged = touchAccess(changes);
	await appendEvent(trx, {
		workspaceId: caller.workspaceId,
		at: now,
		actor: caller.memberId,
		name: request.name,
		subject,
		changes,
		cause: request.id
	});
	await writeReceipt(trx, caller, request, { inputHash, version, at: now });
	if (accessChanged) await bumpAccessEpoch(trx, caller.workspaceId);
	return committed(caller, request, version, changes, accessChanged);
}

/** What an input that was taken is about. */
function subjectOf(definition: Command<unknown>, input: unknown): SubjectRef | null {
	const parsed = parse(definition.input, input);
	return parsed.ok ? definition.subject(parsed.value) : null;
}

/** Comes after the rights were checked, so that a version is told only to those who may see it. */
async function refuseStale(tx: ServerTx, { noun, id }: SubjectRef, expected?: number): Promise<void> {
	if (expected === undefined) return;
	const change = tx.changes.get(`${noun}:${id}`);
	const found = change ? change.before : await tx.get(noun, id);
	if (!found || found.version === expected) return;
	throw new Refused({ ...refuse('conflict'), version: found.version });
}

function committed(
	caller: Caller,
	request: CommandRequest,
	version: number,
	changes: RowChange[],
	accessChanged: boolean
): Committed {
	return {
		workspaceId: caller.workspaceId,
		version,
		command: request.name,
		commandId: request.id,
		memberId: caller.memberId,
		changes,
		accessChanged
	};
}

/** The caller as they are now, inside the transaction; nothing about rights is remembered between. */
export async function loadActor(trx: Trx, caller: Caller): Promise<Actor | undefined> {
	const member = await trx
		.selectFrom('members')
		.select(['role', 'deactivatedAt', 'deletedAt'])
		.where('id', '=', caller.memberId)
		.where('workspaceId', '=', caller.workspaceId)
		.executeTakeFirst();
	if (!member || member.deactivatedAt !== null || member.deletedAt !== null) return undefined;
	return { ...caller, role: member.role, active: true };
}

async function findReceipt(
	trx: Trx,
	caller: Caller,
	commandId: string,
	inputHash: string
): Promise<number | undefined> {
	const receipt = await trx
		.selectFrom('receipt')
		.select(['memberId', 'inputHash', 'version'])
		.where('commandId', '=', commandId)
		.executeTakeFirst();
	if (!receipt) return undefined;
	const same = receipt.memberId === caller.memberId && receipt.inputHash === inputHash;
	if (!same) throw new Refused(refuse('reused_id', 'id'));
	return receipt.version;
}

function writeReceipt(
	trx: Trx,
	caller: Caller,
	request: CommandRequest,
	facts: { inputHash: string; version: number; at: number }
) {
	return trx
		.insertInto('receipt')
		.values({
			commandId: request.id,
			workspaceId: caller.workspaceId,
			memberId: caller.memberId,
			name: request.name,
			...facts
		})
		.execute();
}

/** The counter is a row of this transaction, so versions are in commit order and without gaps that matter. */
export async function nextVersion(trx: Trx, workspaceId: string): Promise<number> {
	const { version } = await trx
		.updateTable('workspaces')
		.set((eb) => ({ version: eb('version', '+', 1) }))
		.where('id', '=', workspaceId)
		.returning('version')
		.executeTakeFirstOrThrow();
	return version;
}

export function bumpAccessEpoch(trx: Trx, workspaceId: string) {
	return trx
		.updateTable('workspaces')
		.set((eb) => ({ accessEpoch: eb('accessEpoch', '+', 1) }))
		.where('id', '=', workspaceId)
		.execute();
}

function hashInput(request: CommandRequest): string {
	return createHash('sha256')
		.update(JSON.stringify([request.name, request.input]))
		.digest('hex');
}

/** A row with this id stands in another workspace: to this caller, a taken id. */
function isTakenId(error: unknown): boolean {
	return error instanceof Error && 'code' in error && error.code === 'SQLITE_CONSTRAINT_PRIMARYKEY';
}
