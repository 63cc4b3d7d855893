import { uuidv7 } from 'uuidv7';
import type { CommandInput, CommandName } from '#domain/commands/commands.ts';
import { orderKey } from './case.ts';
import { makeWork } from './work-cell.ts';

/** What a cell is made upon; the rest of it is new. */
export interface Ground {
	/** The folder that the cell's folder lies in. */
	parent: string;
	member: string;
	/** Somebody whom the cell's grant names. */
	holder: string;
}
/** Sends a command as the owner of the ground, and throws when it is refused. */
export type Send = <N extends CommandName>(name: N, input: CommandInput<N>) => Promise<void>;

/** Fresh things that commands may name, all in one place: each noun adds its own. */
export async function makeCell(send: Send, ground: Ground) {
	const { parent: parentId, holder: memberId } = ground;
	const [folder, page, grant] = [uuidv7(), uuidv7(), uuidv7()];
	const facts = { name: 'Sel', orderKey, restricted: false };
	await send('folders.create', { id: folder, grantId: uuidv7(), parentId, ...facts });
	await send('pages.create', { id: page, folderId: folder, title: 'Sel', kind: 'doc', orderKey });
	const given = { memberId, role: null, level: 'view', endsAt: null } as const;
	await send('grants.set', { id: grant, folderId: folder, ...given });
	return { ...ground, folder, page, grant, ...(await makeWork(send, folder, memberId)) };
}
/** The ids of a cell's things, by what they are. */
export type Cell = Awaited<ReturnType<typeof makeCell>>;
