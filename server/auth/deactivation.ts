import type { CommandEffect } from '../records/command-runner.ts';
import type { Trx } from '../storage/tables.ts';

/**
 * Ends the keys of a member and the devices that get their notices, in the transaction that
 * deactivates them, and the sessions of the account when it is no active member anywhere else.
 * Sockets close by the bus's news; ended sessions are remembered for a while, so that devices which
 * were away learn that their copy has to go.
 */
export const endAccessOfMember: CommandEffect = async (trx, { id }, { now }) => {
	await trx
		.updateTable('apiKeys')
		.set({ revokedAt: now })
		.where('memberId', '=', String(id))
		.where('revokedAt', 'is', null)
		.execute();
	await trx
		.updateTable('calendarFeeds')
		.set({ revokedAt: now })
		.where('memberId', '=', String(id))
		.where('revokedAt', 'is', null)
		.execute();
	await trx.deleteFrom('pushDevices').where('memberId', '=', String(id)).execute();
	const { accountId } = await trx
		.selectFrom('members')
		.select('accountId')
		.where('id', '=', String(id))
		.executeTakeFirstOrThrow();
	if (await isActiveSomewhere(trx, accountId)) return undefined;
	await trx.updateTable('sessions').set({ expiresAt: now }).where('accountId', '=', accountId).execute();
	return undefined;
};

async function isActiveSomewhere(trx: Trx, accountId: string): Promise<boolean> {
	const member = await trx
		.selectFrom('members')
		.select('id')
		.where('accountId', '=', accountId)
		.where('deactivatedAt', 'is', null)
		.where('deletedAt', 'is', null)
		.executeTakeFirst();
	return member !== undefined;
}
