import { randomBytes } from 'node:crypto';
import * as v from 'valibot';
import { grantLevels, roles } from '#domain/access/level.ts';
import { filledLineSchema, limits } from '#domain/kernel/schema.ts';
import { emailSchema } from '#domain/people/account.ts';
import { isPeopleRefusal, type PeopleRefusal } from '#domain/people/people-refusal.ts';
import { guessableFor } from '../auth/guessable-words.ts';
import { passwordProblem } from '../auth/password-rules.ts';
import { joinWorkspace } from '../people/join.ts';
import { insertAccount, prepareAccount } from '../people/new-account.ts';
import { openWorkspace } from '../people/new-workspace.ts';
import { refusable } from '../people/refused.ts';
import type { Services } from '../services.ts';
import { accountNamed, memberOf, read, withServices, workspaceNamed } from './operator.ts';
import { VerbError, type Verb, type VerbContext } from './verb.ts';

const email = { name: 'email', about: 'The e-mail they sign in with' };
const name = { name: 'name', about: 'Their name' };
const workspace = { name: 'workspace', about: 'Id or short name of the workspace' };
const passwordHint = ' A new password is read from what is piped in; with nothing, one is made and printed.';
const restartHint = ' Devices that are online hear of it when they connect again.';

export const addWorkspaceVerb: Verb = {
	about: `Makes a workspace with its owner.${passwordHint}`,
	options: [{ name: 'title', about: 'Name of the workspace' }, email, name],
	run: (context) =>
		withServices(context, async (services) => {
			const title = read(context, 'title', filledLineSchema(limits.name));
			const accountId = await accountFor(services, context, title);
			const { db } = services.storage;
			const owner = { accountId, name: read(context, 'name', filledLineSchema(limits.name)) };
			const made = { name: title, settings: {}, owner };
			const { slug } = await db
				.transaction()
				.execute((trx) => openWorkspace(trx, made, services.clock.now()));
			context.print(`Workspace ${slug} is there.`);
		})
};

export const addUserVerb: Verb = {
	about: `Adds somebody to a workspace.${passwordHint}${restartHint}`,
	options: [workspace, email, name, { name: 'role', about: roles.join(', '), otherwise: 'staff' }],
	run: (context) =>
		withServices(context, async (services) => {
			const { db } = services.storage;
			const role = read(context, 'role', v.picklist(roles));
			const memberName = read(context, 'name', filledLineSchema(limits.name));
			const { id: workspaceId, name: title, ownerId } = await workspaceNamed(db, context.option('workspace'));
			const accountId = await accountFor(services, context, title);
			const joining = { workspaceId, accountId, name: memberName, role, grants: [], invitedBy: ownerId };
			orFail(
				await refusable(() => db.transaction().execute((trx) => joinWorkspace(trx, joining, services.clock)))
			);
			context.print(`${context.option('email')} is ${role} in ${title}.`);
		})
};

export const setPasswordVerb: Verb = {
	about: `Sets somebody's password and ends all their sessions.${passwordHint}`,
	options: [email],
	run: (context) =>
		withServices(context, async ({ storage: { db }, passwords, sessions }) => {
			const account = await accountNamed(db, read(context, 'email', emailSchema));
			if (!account) throw new VerbError(`Nobody signs in as ${context.option('email')}.`);
			const password = await newPassword(context);
			const problem = passwordProblem(password, await guessableFor(db, account));
			if (problem) throw new VerbError(`This password cannot be taken: ${problem}.`);
			const passwordHash = await passwords.hash(password);
			await db.updateTable('accounts').set({ passwordHash }).where('id', '=', account.id).execute();
			await sessions.endAll(account.id);
			context.print('The password is set; every session of this account has ended.');
		})
};

export const addKeyVerb: Verb = {
	about: 'Makes an API key of a member and prints it, once.',
	options: [
		workspace,
		email,
		{ name: 'label', about: 'What the key is for' },
		{ name: 'cap', about: `The most it may do: ${grantLevels.join(', ')}`, otherwise: 'edit' },
		{ name: 'days', about: 'How many days it works; 0 is for good', otherwise: '365' }
	],
	run: (context) =>
		withServices(context, async (services) => {
			const { db } = services.storage;
			const account = await accountNamed(db, read(context, 'email', emailSchema));
			if (!account) throw new VerbError(`Nobody signs in as ${context.option('email')}.`);
			const { id: workspaceId } = await workspaceNamed(db, context.option('workspace'));
			const memberId = await memberOf(db, workspaceId, account.id);
			const days = Number(read(context, 'days', v.pipe(v.string(), v.regex(/^\d{1,4}$/))));
			const endsAt = days === 0 ? null : services.clock.now() + days * 86_400_000;
			const input = { name: context.option('label'), cap: context.option('cap'), endsAt };
			const made = orFail(await services.keys.create({ memberId, workspaceId, cap: 'manage' }, input));
			context.print(made.secret);
		})
};

function orFail<T>(result: T | PeopleRefusal): T {
	if (!isPeopleRefusal(result)) return result;
	const { refused, field } = result;
	throw new VerbError(`Not done: ${refused}${field === undefined ? '' : ` (${field})`}.`);
}

/** The account with the e-mail given, made now when there is none. */
async function accountFor(services: Services, context: VerbContext, workspaceName: string): Promise<string> {
	const { db } = services.storage;
	const address = read(context, 'email', emailSchema);
	const known = await accountNamed(db, address);
	if (known) return known.id;
	const person = { email: address, name: read(context, 'name', filledLineSchema(limits.name)), locale: 'id' };
	const password = await newPassword(context);
	const account = orFail(
		await prepareAccount(services.passwords, { ...person, password }, workspaceName, services.clock.now())
	);
	await db.transaction().execute((trx) => insertAccount(trx, account));
	return account.id;
}

async function newPassword(context: VerbContext): Promise<string> {
	const given = await context.readInput();
	if (given !== '') return given;
	const made = randomBytes(12).toString('base64url');
	context.print(`Password: ${made}`);
	return made;
}
