import { sql } from 'kysely';
import { addDays, localMoment } from '#domain/kernel/day.ts';
import { isCurrent, type Task } from '#domain/tasks/task.ts';
import { ladderDays } from '#domain/notices/ladder.ts';
import type { CommandRunner } from '../records/command-runner.ts';
import { readRow } from '../records/row-codec.ts';
import type { Database } from '../storage/tables.ts';
import { derivedId } from './derived-id.ts';
import { openTasksDue, type LocalTime } from './ladder-notices.ts';

/**
 * Makes the next occurrence of every open task that comes again on its date, done or not, in the
 * name of who made it or, where they may not any more, of one who has it. The command's id follows
 * from task and date, so that it is carried out once.
 */
export async function repeatDueTasks(db: Database, commands: CommandRunner, here: LocalTime): Promise<void> {
	const { day } = localMoment(here.now, here.zone);
	const days = { from: addDays(day, -ladderDays), to: day };
	const due = await openTasksDue(db, here.workspaceId, days)
		.where(sql<boolean>`instr(recurrence, '"date"') > 0`)
		.execute();
	for (const task of due.map((row) => readRow('tasks', row)))
		if (task.recurrence?.after === 'date' && isCurrent(task)) await repeat(commands, task);
}

async function repeat(commands: CommandRunner, task: Task): Promise<void> {
	const { id, workspaceId, seriesId, dueOn } = task;
	if (dueOn === null || seriesId === null) return;
	// The day of the task itself, so that the input is the same whenever this runs.
	const next = { id: derivedId('occurrence', seriesId, dueOn), today: dueOn };
	for (const memberId of new Set([task.createdBy, ...task.assigneeIds])) {
		const caller = { memberId, workspaceId, cap: 'manage' } as const;
		const command = {
			id: derivedId('repeat', id, dueOn, memberId),
			name: 'tasks.repeat',
			input: { id, next }
		};
		const outcome = await commands.execute(caller, command);
		if (outcome.ok) return;
	}
}
