import * as v from 'valibot';
import { can, type Actor } from '#domain/access/can.ts';
import { filledLineSchema, limits, parse } from '#domain/kernel/schema.ts';
import { refusePeople, type PeopleRefusal } from '#domain/people/people-refusal.ts';
import { zoneIn, zoneSchema } from '#domain/people/workspace-zone.ts';
import type { Finders } from '../access/finders.ts';
import type { Clock } from '../clock.ts';
import { appendAct } from '../events/event-log.ts';
import type { Caller } from '../records/command-runner.ts';
import type { Database, Trx } from '../storage/tables.ts';

const workspaceSettingsSchema = v.object({ name: filledLineSchema(limits.name), timeZone: zoneSchema });
export type WorkspaceSettings = v.InferOutput<typeof workspaceSettingsSchema>;

/** What a workspace is called and where its days begin, for those who may configure it. */
export interface WorkspaceSettingsStore {
	read(caller: Caller): Promise<WorkspaceSettings | PeopleRefusal>;
	/** Reminders, quiet hours and the daily mail go by the new zone from their next turn on. */
	write(caller: Caller, input: unknown): Promise<WorkspaceSettings | PeopleRefusal>;
}

const noTree = { folder: () => undefined, grantsOn: () => [] };

export function createWorkspaceSettings(
	db: Database,
	clock: Clock,
	finders: Finders
): WorkspaceSettingsStore {
	/** The caller as somebody who may configure the workspace at this moment. */
	async function configurer(caller: Caller): Promise<Actor | undefined> {
		const actor = await finders.actor(caller);
		const may = actor && can(actor, 'workspace.configure', 'workspace', noTree, clock.now()).allowed;
		return may ? actor : undefined;
	}

	async function read(caller: Caller) {
		const actor = await configurer(caller);
		if (!actor) return refusePeople('not_found');
		const { name, settings } = await workspaceRow(db, actor.workspaceId);
		return { name, timeZone: zoneIn(settings) };
	}

	async function write(caller: Caller, input: unknown) {
		const actor = await configurer(caller);
		if (!actor) return refusePeople('not_found');
		const parsed = parse(workspaceSettingsSchema, input);
		if (!parsed.ok) return refusePeople('invalid', parsed.field);
		await db.transaction().execute((trx) => store(trx, actor, parsed.value, clock.now()));
		return parsed.value;
	}

	return { read, write };
}

async function store(
	trx: Trx,
	{ workspaceId, memberId }: Actor,
	{ name, timeZone }: WorkspaceSettings,
	at: number
): Promise<void> {
	const { settings } = await workspaceRow(trx, workspaceId);
	const others = JSON.parse(settings) as Record<string, unknown>;
	await trx
		.updateTable('workspaces')
		.set({ name, settings: JSON.stringify({ ...others, timeZone }) })
		.where('id', '=', workspaceId)
		.execute();
	await appendAct(trx, { workspaceId, memberId, name: 'workspaces.configure', cause: workspaceId, at });
}

function workspaceRow(db: Database, id: string) {
	return db
		.selectFrom('workspaces')
		.select(['name', 'settings'])
		.where('id', '=', id)
		.executeTakeFirstOrThrow();
}
