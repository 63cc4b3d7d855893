import type * as v from 'valibot';
import { parse } from '#domain/kernel/schema.ts';
import { createServices, type Services } from '../services.ts';
import type { Database } from '../storage/tables.ts';
import { VerbError, type VerbContext } from './verb.ts';

/** Runs a job over the data folder with services of its own. */
export async function withServices(
	{ config }: VerbContext,
	job: (services: Services) => Promise<void>
): Promise<void> {
	const services = await createServices(config);
	try {
		await job(services);
	} finally {
		await services.close();
	}
}

/** An option, parsed; fails in the operator's words. */
export function read<S extends v.GenericSchema<unknown, string>>(
	{ option }: VerbContext,
	name: string,
	schema: S
) {
	const parsed = parse(schema, option(name));
	if (!parsed.ok) throw new VerbError(`--${name} is wrong: ${parsed.message}.`);
	return parsed.value;
}

export function accountNamed(db: Database, address: string) {
	return db
		.selectFrom('accounts')
		.select(['id', 'email', 'name'])
		.where('email', '=', address)
		.executeTakeFirst();
}

/** A workspace by id or slug, with its oldest owner, in whose name the operator acts. */
export async function workspaceNamed(db: Database, wanted: string) {
	const found = await db
		.selectFrom('workspaces')
		.innerJoin('members', 'members.workspaceId', 'workspaces.id')
		.select(['workspaces.id', 'workspaces.name', 'members.id as ownerId'])
		.where((eb) => eb.or([eb('workspaces.id', '=', wanted), eb('slug', '=', wanted)]))
		.where('members.role', '=', 'owner')
		.where('members.deletedAt', 'is', null)
		.orderBy('members.joinedAt')
		.executeTakeFirst();
	if (!found) throw new VerbError(`There is no workspace "${wanted}".`);
	return found;
}

export async function memberOf(db: Database, workspaceId: string, accountId: string): Promise<string> {
	const member = await db
		.selectFrom('members')
		.select('id')
		.where('workspaceId', '=', workspaceId)
		.where('accountId', '=', accountId)
		.where('deactivatedAt', 'is', null)
		.executeTakeFirst();
	if (!member) throw new VerbError('This person is no active member of this workspace.');
	return member.id;
}
