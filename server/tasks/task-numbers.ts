import type { CommandEffect } from '../records/command-runner.ts';

/** Gives every task that the command made its human number: the next of the workspace, used once. */
export const numberTasks: CommandEffect = async (trx, _input, { actor, tx }) => {
	for (const { noun, before, after } of [...tx.changes.values()]) {
		if (noun !== 'tasks' || before !== undefined) continue;
		const task = await tx.get('tasks', after.id);
		if (!task || task.number !== null || task.templateAt !== null) continue;
		const { taskCounter } = await trx
			.updateTable('workspaces')
			.set((eb) => ({ taskCounter: eb('taskCounter', '+', 1) }))
			.where('id', '=', actor.workspaceId)
			.returning('taskCounter')
			.executeTakeFirstOrThrow();
		await tx.put('tasks', { ...task, number: taskCounter });
	}
	return undefined;
};
