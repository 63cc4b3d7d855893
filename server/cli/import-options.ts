import { emailSchema } from '#domain/people/account.ts';
import { ImportRefused } from '../import/import-markdown.ts';
import type { Caller } from '../records/command-runner.ts';
import type { Services } from '../services.ts';
import { accountNamed, memberOf, read, workspaceNamed } from './operator.ts';
import { VerbError, type VerbContext } from './verb.ts';

export const workspace = { name: 'workspace', about: 'Id or short name of the workspace' };
export const as = { name: 'as', about: 'E-mail of the member whose rights count' };

/** The member that `--workspace` and `--as` name. */
export async function callerOf({ storage: { db } }: Services, context: VerbContext): Promise<Caller> {
	const account = await accountNamed(db, read(context, 'as', emailSchema));
	if (!account) throw new VerbError(`Nobody signs in as ${context.option('as')}.`);
	const { id: workspaceId } = await workspaceNamed(db, context.option('workspace'));
	return { memberId: await memberOf(db, workspaceId, account.id), workspaceId, cap: 'manage' };
}

/** Says why an import ended early; everything else is thrown on. */
export function explainRefusal(error: unknown): never {
	if (!(error instanceof ImportRefused)) throw error;
	const { refused, field } = error.refusal;
	throw new VerbError(
		`Ended early: ${refused}${field === undefined ? '' : ` (${field})`}. What was made so far stays.`
	);
}

/** A stranger's words on one line of the terminal. */
export function oneLine(detail: string): string {
	return detail.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ');
}
