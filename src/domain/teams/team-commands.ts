import * as v from 'valibot';
import type { Actor } from '../access/can.ts';
import { atLeast, managesWorkspace } from '../access/level.ts';
import { command, type Need } from '../commands/command.ts';
import { daySchema } from '../kernel/day.ts';
import { refuse } from '../kernel/refusal.ts';
import { filledLineSchema, idSchema, limits } from '../kernel/schema.ts';
import { changeRow } from '../records/change-row.ts';
import { teamLimits } from './team.ts';

const managePeople: Need = { workspace: 'people.manage', field: 'id' };

const teamFacts = v.object({
	name: filledLineSchema(limits.name),
	memberIds: v.pipe(v.array(idSchema), v.maxLength(teamLimits.members)),
	leadId: v.nullable(idSchema),
	deputyId: v.nullable(idSchema)
});

/** Makes a team, or gives one other facts. */
export const setTeam = command({
	input: v.object({ id: idSchema, ...teamFacts.entries }),
	needs: () => [managePeople],
	subject: ({ id }) => ({ noun: 'teams', id }),
	async apply(tx, { id, ...facts }, { actor, now }) {
		const { leadId, deputyId } = facts;
		const memberIds = [...new Set(facts.memberIds)];
		for (const memberId of [...memberIds, leadId, deputyId])
			if (memberId !== null && !(await tx.get('members', memberId))) return refuse('not_found', 'memberIds');
		const before = await tx.get('teams', id);
		await tx.put('teams', {
			...(before ?? newTeam(actor, now)),
			id,
			workspaceId: actor.workspaceId,
			...facts,
			memberIds
		});
		return undefined;
	}
});

function newTeam({ memberId }: Actor, now: number) {
	return { createdBy: memberId, createdAt: now, archivedAt: null, version: 0, deletedAt: null };
}

/** Its tasks keep its name, so that it can come back to them. */
export const archiveTeam = command({
	input: v.object({ id: idSchema }),
	needs: () => [managePeople],
	subject: ({ id }) => ({ noun: 'teams', id }),
	apply: (tx, { id }, { now }) => changeRow(tx, 'teams', id, { archivedAt: now })
});

export const unarchiveTeam = command({
	input: v.object({ id: idSchema }),
	needs: () => [managePeople],
	subject: ({ id }) => ({ noun: 'teams', id }),
	apply: (tx, { id }) => changeRow(tx, 'teams', id, { archivedAt: null })
});

export const removeTeam = command({
	input: v.object({ id: idSchema }),
	needs: () => [managePeople],
	subject: ({ id }) => ({ noun: 'teams', id }),
	apply: (tx, { id }, { now }) => changeRow(tx, 'teams', id, { deletedAt: now })
});

/** Says that somebody is away: oneself, or anybody for those who manage people. */
export const setLeave = command({
	input: v.object({ id: idSchema, memberId: idSchema, from: daySchema, to: daySchema }),
	needs: () => [{ workspace: 'teams.view', field: 'memberId' }],
	subject: ({ id }) => ({ noun: 'leaves', id }),
	async apply(tx, input, { actor }) {
		if (!mayPlan(actor, input.memberId)) return refuse('not_found', 'memberId');
		if (!(await tx.get('members', input.memberId))) return refuse('not_found', 'memberId');
		if (input.to < input.from) return refuse('invalid', 'to');
		const before = await tx.get('leaves', input.id);
		if (before && before.memberId !== input.memberId) return refuse('already_exists', 'id');
		const known = await tx.list('leaves', { memberId: input.memberId });
		if (!before && known.length >= teamLimits.leaves) return refuse('too_many', 'memberId');
		await tx.put('leaves', {
			...input,
			workspaceId: actor.workspaceId,
			createdBy: before?.createdBy ?? actor.memberId,
			version: 0,
			deletedAt: null
		});
		return undefined;
	}
});

export const removeLeave = command({
	input: v.object({ id: idSchema }),
	needs: () => [{ workspace: 'teams.view', field: 'id' }],
	subject: ({ id }) => ({ noun: 'leaves', id }),
	async apply(tx, { id }, { actor, now }) {
		const leave = await tx.get('leaves', id);
		if (!leave || !mayPlan(actor, leave.memberId)) return refuse('not_found', 'id');
		await tx.put('leaves', { ...leave, deletedAt: now });
		return undefined;
	}
});

function mayPlan({ memberId, role, cap }: Actor, whose: string): boolean {
	return whose === memberId ? atLeast(cap, 'edit') : managesWorkspace(role) && atLeast(cap, 'manage');
}
