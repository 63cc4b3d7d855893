import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { can, standingIn, type Actor, type FolderTree } from './can.ts';
import { atLeast, grantLevels, levels, roles, type GrantLevel, type Level, type Role } from './level.ts';

const now = 1_000;

interface Spec {
	id: string;
	parentId: string | null;
	restricted?: boolean;
	grants?: { memberId?: string; role?: Role; level: GrantLevel; endsAt?: number }[];
}

function treeOf(specs: Spec[]): FolderTree {
	const byId = new Map(specs.map((spec) => [spec.id, spec]));
	return {
		folder(id) {
			const spec = byId.get(id);
			return spec && { id, parentId: spec.parentId, restrictedAt: spec.restricted ? 1 : null };
		},
		grantsOn: (id) =>
			(byId.get(id)?.grants ?? []).map((grant, index) => ({
				id: `${id}/${index}`,
				memberId: grant.memberId ?? null,
				role: grant.role ?? null,
				level: grant.level,
				endsAt: grant.endsAt ?? null
			}))
	};
}

function person(role: Role, facts: Partial<Actor> = {}): Actor {
	return { memberId: 'me', workspaceId: 'w', role, active: true, cap: 'manage', ...facts };
}

function levelOf(actor: Actor, folderId: string, tree: FolderTree): Level {
	return standingIn(actor, folderId, tree, now).level;
}

describe('access to a folder', () => {
	it('[ACC1] owner and admin manage every folder, restricted ones too', () => {
		const tree = treeOf([{ id: 'kas', parentId: null, restricted: true }]);
		expect(levelOf(person('owner'), 'kas', tree)).toBe('manage');
		expect(levelOf(person('admin'), 'kas', tree)).toBe('manage');
	});

	it('[ACC2] staff edit open folders and see nothing of restricted ones', () => {
		const tree = treeOf([
			{ id: 'ops', parentId: null },
			{ id: 'kas', parentId: null, restricted: true },
			{ id: 'gaji', parentId: 'kas' }
		]);
		expect(levelOf(person('staff'), 'ops', tree)).toBe('edit');
		expect(levelOf(person('staff'), 'kas', tree)).toBe('none');
		expect(levelOf(person('staff'), 'gaji', tree)).toBe('none');
	});

	it('[ACC3] outsiders start with nothing and get folders by grant, with what is below', () => {
		const tree = treeOf([
			{ id: 'pemasaran', parentId: null, grants: [{ memberId: 'me', level: 'edit' }] },
			{ id: 'foto', parentId: 'pemasaran' },
			{ id: 'ops', parentId: null }
		]);
		expect(levelOf(person('freelancer'), 'pemasaran', tree)).toBe('edit');
		expect(levelOf(person('freelancer'), 'foto', tree)).toBe('edit');
		expect(levelOf(person('freelancer'), 'ops', tree)).toBe('none');
	});

	it('[ACC4] the highest grant wins, and the decision names the grants that gave it', () => {
		const tree = treeOf([
			{ id: 'a', parentId: null, grants: [{ memberId: 'me', level: 'comment' }] },
			{
				id: 'b',
				parentId: 'a',
				grants: [
					{ memberId: 'me', level: 'view' },
					{ role: 'vendor', level: 'comment' }
				]
			}
		]);
		expect(standingIn(person('vendor'), 'b', tree, now)).toEqual({
			level: 'comment',
			by: { grants: ['b/1', 'a/0'] }
		});
	});

	it('[ACC5] a restricted folder takes nothing from above', () => {
		const tree = treeOf([
			{ id: 'a', parentId: null, grants: [{ memberId: 'me', level: 'manage' }] },
			{ id: 'b', parentId: 'a', restricted: true }
		]);
		expect(levelOf(person('staff'), 'b', tree)).toBe('none');
	});

	it('[ACC6] a grant ends at its moment, not after it', () => {
		const tree = treeOf([
			{ id: 'a', parentId: null, grants: [{ memberId: 'me', level: 'edit', endsAt: now }] }
		]);
		expect(standingIn(person('vendor'), 'a', tree, now - 1).level).toBe('edit');
		expect(levelOf(person('vendor'), 'a', tree)).toBe('none');
	});

	it('[ACC7] a vendor is never given manage', () => {
		const tree = treeOf([{ id: 'a', parentId: null, grants: [{ memberId: 'me', level: 'manage' }] }]);
		expect(levelOf(person('vendor'), 'a', tree)).toBe('edit');
	});

	it('[ACC8] deactivated people have nothing, owners too', () => {
		const tree = treeOf([{ id: 'a', parentId: null, grants: [{ memberId: 'me', level: 'edit' }] }]);
		for (const role of roles) expect(levelOf(person(role, { active: false }), 'a', tree)).toBe('none');
	});

	it('[ACC9] a key never gives more than its cap', () => {
		const tree = treeOf([{ id: 'a', parentId: null }]);
		expect(levelOf(person('owner', { cap: 'view' }), 'a', tree)).toBe('view');
		expect(can(person('owner', { cap: 'edit' }), 'people.manage', 'workspace', tree, now).allowed).toBe(
			false
		);
	});

	it('[ACC10] what the tree does not hold is closed, unknown actions are denied', () => {
		const tree = treeOf([{ id: 'b', parentId: 'unseen' }]);
		expect(levelOf(person('owner'), 'nowhere', tree)).toBe('none');
		expect(levelOf(person('staff'), 'b', tree)).toBe('none');
		expect(can(person('owner'), 'destroy' as 'edit', { folderId: 'b' }, tree, now).allowed).toBe(false);
		expect(can(person('owner'), 'toString' as 'edit', { folderId: 'b' }, tree, now).allowed).toBe(false);
	});

	it('[ACC11] a cycle of folders ends, and gives staff nothing', () => {
		const tree = treeOf([
			{ id: 'a', parentId: 'b' },
			{ id: 'b', parentId: 'a' }
		]);
		expect(levelOf(person('staff'), 'a', tree)).toBe('none');
	});

	it('[ACC12] more grants never give less, and every level includes those below it', () => {
		const grant = fc.record({ memberId: fc.constant('me'), level: fc.constantFrom(...grantLevels) });
		const chain = fc.array(
			fc.record({ restricted: fc.boolean(), grants: fc.array(grant, { maxLength: 3 }) }),
			{
				minLength: 1,
				maxLength: 6
			}
		);
		fc.assert(
			fc.property(chain, grant, fc.nat(), fc.constantFrom(...roles), (folders, extra, at, role) => {
				const specs = folders.map((folder, index) => ({
					...folder,
					id: `f${index}`,
					parentId: index === 0 ? null : `f${index - 1}`
				}));
				const last = `f${folders.length - 1}`;
				const before = levelOf(person(role), last, treeOf(specs));
				const more = specs.map((spec, index) =>
					index === at % specs.length ? { ...spec, grants: [...spec.grants, extra] } : spec
				);
				const after = levelOf(person(role), last, treeOf(more));
				expect(atLeast(after, before)).toBe(true);
				for (const action of ['view', 'comment', 'edit', 'manage'] as const) {
					const allowed = can(person(role), action, { folderId: last }, treeOf(more), now).allowed;
					expect(allowed).toBe(levels.indexOf(after) >= levels.indexOf(action));
				}
			})
		);
	});
});
