import { columnOf, type ColumnKind } from '#domain/boards/board.ts';
import type { Blocker } from '#domain/blockers/blocker.ts';
import type { FilterSurroundings } from '#domain/tasks/task-filter.ts';
import { taskKey, type Task } from '#domain/tasks/task.ts';
import { isActiveTeam } from '#domain/teams/team.ts';
import type { Workspace } from '../sync/workspace.ts';

/** What of a blocker can be told about a task: those that stand, and whether some cannot be seen. */
export interface Blockage {
	known: Blocker[];
	unseen: boolean;
}

/** Facts of tasks that follow from other records on this device. Properties read records, so they update. */
export class TaskSight implements FilterSurroundings {
	readonly today: string;
	readonly #workspace: Workspace;

	constructor(workspace: Workspace, today: string) {
		this.#workspace = workspace;
		this.today = today;
	}

	kindOf({ boardId, columnId }: Task): ColumnKind {
		const board = this.#workspace.records.get('boards', boardId);
		return (board && columnOf(board, columnId)?.kind) ?? 'todo';
	}

	isBlocked(task: Task): boolean {
		const { known, unseen } = this.blockageOf(task);
		return known.length > 0 || unseen;
	}

	blockageOf({ blockerIds, freedIds }: Task): Blockage {
		const found = blockerIds.map((id) => this.#workspace.records.get('blockers', id));
		const known = found
			.filter((blocker) => blocker !== undefined)
			.filter(({ solvedAt }) => solvedAt === null);
		const unseen = blockerIds.some((id, at) => found[at] === undefined && !freedIds.includes(id));
		return { known, unseen };
	}

	peopleOf({ assigneeIds, teamIds }: Task): readonly string[] {
		if (teamIds.length === 0) return assigneeIds;
		const teams = teamIds.map((id) => this.#workspace.records.get('teams', id));
		return [
			...new Set([
				...assigneeIds,
				...teams.flatMap((team) => (team && isActiveTeam(team) ? team.memberIds : []))
			])
		];
	}

	/** SR-214; null until the server has given the number. */
	keyOf({ number }: Task): string | null {
		return taskKey(this.#workspace.name, number);
	}
}
