import * as v from 'valibot';
import type { Actor } from '../access/can.ts';
import { fitGrantsToRole } from '../access/fit-grants.ts';
import { atLeast, isOwner, managesWorkspace, roles } from '../access/level.ts';
import { command, type Need } from '../commands/command.ts';
import { refuse, type Refusal } from '../kernel/refusal.ts';
import { filledLineSchema, idSchema, limits, lineSchema } from '../kernel/schema.ts';
import type { Tx } from '../records/tx.ts';
import type { Member } from './member.ts';

const managePeople: Need = { workspace: 'people.manage', field: 'id' };

/** Only owners make owners, and only owners decide over owners. */
const appointOwner: Need = { workspace: 'people.appointOwner', field: 'role' };

export const describeMember = command({
	input: v.object({
		id: idSchema,
		name: filledLineSchema(limits.name),
		title: lineSchema(limits.name),
		company: lineSchema(limits.name)
	}),
	needs: () => [{ workspace: 'workspace.view', field: 'id' }],
	subject: ({ id }) => ({ noun: 'members', id }),
	async apply(tx, { id, ...facts }, { actor }) {
		if (!mayDescribe(actor, id)) return refuse('not_found', 'id');
		return change(tx, id, facts);
	}
});

/** Oneself, or everybody for those who manage people; a key only as far as it is capped. */
function mayDescribe({ memberId, role, cap }: Actor, id: string): boolean {
	return id === memberId ? atLeast(cap, 'edit') : managesWorkspace(role) && atLeast(cap, 'manage');
}

export const setMemberRole = command({
	input: v.object({ id: idSchema, role: v.picklist(roles) }),
	needs: ({ role }) => (isOwner(role) ? [managePeople, appointOwner] : [managePeople]),
	subject: ({ id }) => ({ noun: 'members', id }),
	async apply(tx, { id, role }, { actor, now }) {
		const member = await tx.get('members', id);
		if (!member) return refuse('not_found', 'id');
		if (isOwner(member.role) && !isOwner(actor.role)) return refuse('not_found', 'id');
		if (isOwner(member.role) && !isOwner(role) && (await isLastOwner(tx, id))) {
			return refuse('last_owner', 'role');
		}
		await fitGrantsToRole(tx, { memberId: id, role }, now);
		return change(tx, id, { role });
	}
});

export const deactivateMember = command({
	input: v.object({ id: idSchema }),
	needs: () => [managePeople],
	subject: ({ id }) => ({ noun: 'members', id }),
	async apply(tx, { id }, { actor, now }) {
		const member = await tx.get('members', id);
		if (!member) return refuse('not_found', 'id');
		if (isOwner(member.role) && !isOwner(actor.role)) return refuse('not_found', 'id');
		if (isOwner(member.role) && (await isLastOwner(tx, id))) return refuse('last_owner', 'id');
		return change(tx, id, { deactivatedAt: now });
	}
});

export const reactivateMember = command({
	input: v.object({ id: idSchema }),
	needs: () => [managePeople],
	subject: ({ id }) => ({ noun: 'members', id }),
	async apply(tx, { id }, { actor }) {
		const member = await tx.get('members', id);
		if (!member) return refuse('not_found', 'id');
		if (isOwner(member.role) && !isOwner(actor.role)) return refuse('not_found', 'id');
		return change(tx, id, { deactivatedAt: null });
	}
});

async function change(tx: Tx, id: string, columns: Partial<Member>): Promise<Refusal | undefined> {
	const member = await tx.get('members', id);
	if (!member) return refuse('not_found', 'id');
	await tx.put('members', { ...member, ...columns });
	return undefined;
}

async function isLastOwner(tx: Tx, id: string): Promise<boolean> {
	const owners = await tx.list('members', { role: 'owner' });
	return !owners.some((owner) => owner.id !== id && owner.deactivatedAt === null);
}
