import type { Board } from '#domain/boards/board.ts';
import { liveBoards } from '../../boards/board-actions.ts';
import type { Workspace } from '../../sync/workspace.ts';

/** Boards on which this person may add tasks; the one used last on this device first. */
export function boardsToWriteOn(workspace: Workspace, lastId?: string): Board[] {
	return liveBoards(workspace)
		.filter(({ folderId }) => workspace.can('edit', folderId))
		.sort((a, b) => Number(b.id === lastId) - Number(a.id === lastId));
}

/** The id of the board that got the last task from here; kept on this device only. */
export function lastBoard(memberId: string): string | undefined {
	return localStorage.getItem(nameFor(memberId)) ?? undefined;
}

export function rememberBoard(memberId: string, boardId: string): void {
	localStorage.setItem(nameFor(memberId), boardId);
}

function nameFor(memberId: string): string {
	return `rapi:quick-board:${memberId}`;
}
