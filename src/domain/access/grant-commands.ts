import * as v from 'valibot';
import { command } from '../commands/command.ts';
import { refuse } from '../kernel/refusal.ts';
import { idSchema, timeSchema } from '../kernel/schema.ts';
import {
	atLeast,
	ceilingOf,
	grantableRoles,
	grantLevels,
	isOutsider,
	managesWorkspace,
	type Role
} from './level.ts';

/** Whom a grant names: one member, or everybody of a role. */
const holder = v.union([
	v.object({ memberId: idSchema, role: v.null() }),
	v.object({ memberId: v.null(), role: v.picklist(grantableRoles) })
]);

export const setGrant = command({
	input: v.intersect([
		v.object({
			id: idSchema,
			folderId: idSchema,
			level: v.picklist(grantLevels),
			endsAt: v.nullable(timeSchema)
		}),
		holder
	]),
	needs: ({ folderId }) => [{ noun: 'folders', id: folderId, action: 'manage', field: 'folderId' }],
	subject: ({ folderId }) => ({ noun: 'folders', id: folderId }),
	async apply(tx, input, { actor, now }) {
		const role = await roleOfHolder(tx, input);
		if (!role) return refuse('not_found', 'memberId');
		if (!atLeast(ceilingOf(role), input.level)) return refuse('outsider_level', 'level');
		if (isOutsider(role) && input.endsAt === null) return refuse('end_date_required', 'endsAt');
		if (input.endsAt !== null && input.endsAt <= now) return refuse('invalid', 'endsAt');
		const existing = await tx.get('grants', input.id);
		// Whom and what it names stays: whoever knew of it as theirs would keep it for ever.
		if (existing && !(existing.folderId === input.folderId && hasSameHolder(existing, input)))
			return refuse('already_exists', 'id');
		for (const other of await tx.list('grants', { folderId: input.folderId })) {
			if (hasSameHolder(other, input) && other.id !== input.id)
				await tx.put('grants', { ...other, deletedAt: now });
		}
		await tx.put('grants', {
			id: input.id,
			workspaceId: actor.workspaceId,
			folderId: input.folderId,
			memberId: input.memberId,
			role: input.role,
			level: input.level,
			givenBy: actor.memberId,
			givenAt: now,
			endsAt: input.endsAt,
			version: 0,
			deletedAt: null
		});
		return undefined;
	}
});

type Holder = { memberId: string | null; role: Role | null };

function hasSameHolder(a: Holder, b: Holder): boolean {
	return a.memberId === b.memberId && a.role === b.role;
}

async function roleOfHolder(
	tx: Parameters<typeof setGrant.apply>[0],
	{ memberId, role }: Holder
): Promise<Role | undefined> {
	if (memberId === null) return role ?? undefined;
	const member = await tx.get('members', memberId);
	return member && member.deactivatedAt === null && !managesWorkspace(member.role) ? member.role : undefined;
}

export const removeGrant = command({
	input: v.object({ id: idSchema }),
	needs: ({ id }) => [{ noun: 'grants', id, action: 'manage', field: 'id' }],
	subject: ({ id }) => ({ noun: 'grants', id }),
	async apply(tx, { id }, { now }) {
		const grant = await tx.get('grants', id);
		if (!grant) return refuse('not_found', 'id');
		await tx.put('grants', { ...grant, deletedAt: now });
		return undefined;
	}
});
