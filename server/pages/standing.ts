import type { IncomingMessage } from 'node:http';
import { lower, type Level } from '#domain/access/level.ts';
import type { Finders } from '../access/finders.ts';
import type { Clock } from '../clock.ts';
import type { Caller } from '../records/command-runner.ts';
import type { Identities } from '../auth/identity.ts';
import type { Database } from '../storage/tables.ts';

/** Somebody signed in, or a program with a key. */
export interface Visitor {
	/** Who that is in a workspace as of now; undefined when the sign-in has ended or they are no member. */
	callerIn(workspaceId: string): Promise<Caller | undefined>;
}

/** A member as a visitor of their own workspace. */
export function visitorOf(caller: Caller): Visitor {
	return { callerIn: async (workspaceId) => (workspaceId === caller.workspaceId ? caller : undefined) };
}

/** Says who a request comes from; undefined for nobody. */
export type Welcome = (request: IncomingMessage) => Promise<Visitor | undefined>;

/** Lets in whom sessions and keys know. */
export function welcomeBy(identities: Identities): Welcome {
	return async ({ headers: { cookie, authorization } }) => {
		const identity = await identities.identify({ cookie, authorization });
		return identity && { callerIn: (workspaceId) => identities.callerFor(identity, workspaceId) };
	};
}

/** What a visitor may do on a page, decided at one moment. */
export interface Standing {
	memberId: string;
	name: string;
	level: Level;
	/** From then on it has to be decided anew, though nobody changed anything: a grant ends. */
	validUntil: number;
}

export type Verdict = Standing | 'signedOut' | 'noPage';

/** Longest time for which a decision stands: sign-ins and keys end by the clock too. */
const longestMs = 30_000;

export interface StandingDeps {
	db: Database;
	finders: Finders;
	clock: Clock;
}

/** Decides anew what a visitor may do on a page. The page alone says which workspace is meant. */
export async function decideStanding(deps: StandingDeps, visitor: Visitor, pageId: string): Promise<Verdict> {
	const page = await deps.db
		.selectFrom('pages')
		.select('workspaceId')
		.where('id', '=', pageId)
		.executeTakeFirst();
	if (!page) return 'noPage';
	const caller = await visitor.callerIn(page.workspaceId);
	const actor = caller && (await deps.finders.actor(caller));
	if (!actor) return 'signedOut';
	const found = await deps.finders.page(actor, pageId);
	if (!found) return 'noPage';
	return {
		memberId: actor.memberId,
		name: await nameOf(deps.db, actor.memberId),
		// What lies in the trash is kept as it was; whoever may restore it can write again.
		level: found.page.trashedAt === null ? found.level : lower(found.level, 'view'),
		validUntil: await nextEnd(deps, page.workspaceId)
	};
}

async function nameOf(db: Database, memberId: string): Promise<string> {
	const member = await db.selectFrom('members').select('name').where('id', '=', memberId).executeTakeFirst();
	return member?.name ?? '';
}

/** When the next grant of the workspace ends, whoever's it is; soon at the latest. */
async function nextEnd({ db, clock }: StandingDeps, workspaceId: string): Promise<number> {
	const now = clock.now();
	const { next } = await db
		.selectFrom('grants')
		.select((eb) => eb.fn.min('endsAt').as('next'))
		.where('workspaceId', '=', workspaceId)
		.where('endsAt', '>', now)
		.where('deletedAt', 'is', null)
		.executeTakeFirstOrThrow();
	return Math.min(next ?? Infinity, now + longestMs);
}
