import { expect, it } from 'vitest';
import type { Actor } from './can.ts';
import { rolesToGive } from './roles-to-give.ts';
import { roles, type Role } from './level.ts';

function actor(role: Role): Actor {
	return { memberId: 'me', workspaceId: 'w', role, active: true, cap: 'manage' };
}

it('[ACC30] owners give every role, admins every one but theirs above, others none', () => {
	expect(rolesToGive(actor('owner'))).toEqual([...roles]);
	expect(rolesToGive(actor('admin'))).toEqual(['admin', 'staff', 'freelancer', 'vendor']);
	for (const role of ['staff', 'freelancer', 'vendor'] as const) expect(rolesToGive(actor(role))).toEqual([]);
});
