import type { CommandName } from '#domain/commands/commands.ts';
import type { Case } from './cases/case.ts';
import { makeCell, type Cell, type Ground, type Send } from './cases/cell.ts';
import { folderCases } from './cases/folder-cases.ts';
import { grantCases } from './cases/grant-cases.ts';
import { memberCases } from './cases/member-cases.ts';
import { pageCases } from './cases/page-cases.ts';
import { boardCases } from './cases/board-cases.ts';
import { taskCases } from './cases/task-cases.ts';
import { teamCases } from './cases/team-cases.ts';

/** Every command: a noun's are a file of its own under cases. */
export const cases: Record<CommandName, Case> = {
	...folderCases,
	...grantCases,
	...memberCases,
	...pageCases,
	...boardCases,
	...taskCases,
	...teamCases
};

/** Cells of one kind serve the same commands. */
export function cellKind(command: CommandName): string {
	return command.startsWith('leaves.') ? 'leave' : (cases[command].after ?? '');
}

/** A cell in which this command can be carried out. */
export async function makeCellFor(command: CommandName, send: Send, ground: Ground): Promise<Cell> {
	const cell = await makeCell(send, ground);
	// One person has only so many leaves, and most commands name none.
	if (command === 'leaves.set' || command === 'leaves.remove') {
		const { leave: id, holder: memberId } = cell;
		await send('leaves.set', { id, memberId, from: '2026-11-23', to: '2026-11-24' });
	}
	const { after } = cases[command];
	// The table's inputs are right for the command that they stand at, which no type can say.
	if (after) await (send as (name: string, input: object) => Promise<void>)(after, cases[after].input(cell));
	return cell;
}
