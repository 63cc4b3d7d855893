import { can, type Actor, type FolderTree } from '../access/can.ts';
import { atLeast } from '../access/level.ts';
import { isRefusal, refuse, type Refusal } from '../kernel/refusal.ts';
import { parse } from '../kernel/schema.ts';
import type { Folder } from '../folders/folder.ts';
import type { Grant } from '../access/grant.ts';
import { folderOf } from '../records/nouns.ts';
import type { Tx } from '../records/tx.ts';
import type { Command, CommandContext, Need } from './command.ts';

/**
 * Parses, checks every object that the input names, then applies: the one way a command runs,
 * in the browser and on the server. Answers the parsed input, or the refusal that stopped it.
 */
export async function runCommand<Input>(
	definition: Command<Input>,
	tx: Tx,
	rawInput: unknown,
	context: CommandContext
): Promise<{ input: Input } | Refusal> {
	const parsed = parse(definition.input, rawInput);
	if (!parsed.ok) return refuse('invalid', parsed.field, parsed.message);
	// A way of signing in that may only look changes nothing, whatever a command asks for.
	if (!atLeast(context.actor.cap, 'comment')) return refuse('not_found');
	for (const need of definition.needs(parsed.value)) {
		const refusal = await check(need, tx, context);
		if (refusal) return refusal;
	}
	const refusal = await definition.apply(tx, parsed.value, context);
	return isRefusal(refusal) ? refusal : { input: parsed.value };
}

async function check(need: Need, tx: Tx, { actor, now }: CommandContext): Promise<Refusal | undefined> {
	if ('workspace' in need) {
		const decision = can(actor, need.workspace, 'workspace', emptyTree, now);
		return decision.allowed ? undefined : refuse('not_found', need.field);
	}
	const row = await tx.get(need.noun, need.id);
	const folderId = row && folderOf(need.noun, row);
	if (!folderId) return refuse('not_found', need.field);
	const tree = await loadChain(tx, folderId);
	const decision = can(actor, need.action, { folderId }, tree, now);
	return decision.allowed ? undefined : refuse('not_found', need.field);
}

const emptyTree: FolderTree = { folder: () => undefined, grantsOn: () => [] };

/** The folders from `folderId` to the root, with their grants: all that a decision in it reads. */
export async function loadChain(tx: Tx, folderId: string): Promise<FolderTree> {
	const folders = new Map<string, Folder>();
	const grants = new Map<string, Grant[]>();
	let id: string | null = folderId;
	while (id !== null && !folders.has(id)) {
		const folder: Folder | undefined = await tx.get('folders', id);
		if (!folder) break;
		folders.set(id, folder);
		grants.set(id, await tx.list('grants', { folderId: id }));
		id = folder.parentId;
	}
	return { folder: (key) => folders.get(key), grantsOn: (key) => grants.get(key) ?? [] };
}

/** May `actor` do this in a folder, as far as `tx` can see? */
export async function canIn(
	tx: Tx,
	actor: Actor,
	action: 'view' | 'comment' | 'edit' | 'manage',
	folderId: string,
	now: number
): Promise<boolean> {
	return can(actor, action, { folderId }, await loadChain(tx, folderId), now).allowed;
}
