import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Folder } from '../folders/folder.ts';
import type { Member } from '../people/member.ts';
import { standingIn } from './can.ts';
import { folderTree, withFolder, withGrants } from './folder-tree.ts';
import type { Grant } from './grant.ts';
import { grantLevels, roles, type GrantLevel, type Role } from './level.ts';
import { previewSight } from './preview.ts';
import { actorOf, whoCan } from './who-can.ts';

const now = 1_000;

function person(name: string, role: Role, deactivatedAt: number | null = null): Member {
	const facts = { title: '', company: '', joinedAt: 0, version: 1, deletedAt: null };
	return { id: name.toLowerCase(), workspaceId: 'w', name, role, deactivatedAt, ...facts };
}

function folder(id: string, parentId: string | null = null, restrictedAt: number | null = null): Folder {
	const facts = { orderKey: 'a0', archivedAt: null, trashedAt: null, createdBy: 'wulan', createdAt: 0 };
	return { id, workspaceId: 'w', parentId, name: id, restrictedAt, ...facts, version: 1, deletedAt: null };
}

function grant(folderId: string, holder: { memberId: string } | { role: Role }, level: GrantLevel): Grant {
	const facts = { workspaceId: 'w', givenBy: 'wulan', givenAt: 0, endsAt: null, version: 1, deletedAt: null };
	const named = { memberId: null, role: null, ...holder };
	return { id: `${folderId}/${named.memberId ?? named.role}`, folderId, ...named, level, ...facts };
}

const wulan = person('Wulan', 'owner');
const rara = person('Rara', 'staff');
const yoga = person('Yoga', 'staff');
const nadia = person('Nadia', 'freelancer');
const hendra = person('Hendra', 'vendor');
const rizky = person('Rizky', 'staff', 500);
const everybody = [nadia, yoga, hendra, rizky, rara, wulan];

describe('who can see a folder', () => {
	it('[ACC20] names everybody who sees it, owners first, with level and reason', () => {
		const tree = folderTree(
			[folder('pemasaran')],
			[grant('pemasaran', { memberId: 'nadia' }, 'edit'), grant('pemasaran', { memberId: 'yoga' }, 'manage')]
		);
		expect(
			whoCan('pemasaran', everybody, tree, now).map(({ member, level, by }) => [member.name, level, by])
		).toEqual([
			['Wulan', 'manage', 'role'],
			['Rara', 'edit', 'default'],
			['Yoga', 'manage', { grants: ['pemasaran/yoga'] }],
			['Nadia', 'edit', { grants: ['pemasaran/nadia'] }]
		]);
	});

	it('[ACC21] names grants of the folders above as the reason below them', () => {
		const tree = folderTree(
			[folder('vendor'), folder('po', 'vendor')],
			[grant('vendor', { role: 'vendor' }, 'comment')]
		);
		const viewer = whoCan('po', everybody, tree, now).find(({ member }) => member === hendra);
		expect(viewer).toMatchObject({ level: 'comment', by: { grants: ['vendor/vendor'] } });
	});

	it('[ACC22] gives nobody for a folder that the tree does not hold', () => {
		expect(whoCan('nowhere', everybody, folderTree([], []), now)).toEqual([]);
	});

	it('[ACC23] agrees with the decision itself for every person', () => {
		const anyGrant = fc.record({
			folderId: fc.constantFrom('a', 'b'),
			member: fc.constantFrom(...everybody),
			byRole: fc.boolean(),
			level: fc.constantFrom(...grantLevels)
		});
		fc.assert(
			fc.property(fc.array(anyGrant, { maxLength: 6 }), fc.boolean(), (specs, restricted) => {
				const grants = specs.map(({ folderId, member, byRole, level }) =>
					grant(folderId, byRole ? { role: member.role } : { memberId: member.id }, level)
				);
				const tree = folderTree([folder('a'), folder('b', 'a', restricted ? 1 : null)], grants);
				const named = new Map(whoCan('b', everybody, tree, now).map((v) => [v.member.id, v.level]));
				for (const member of everybody) {
					const { level } = standingIn(actorOf(member), 'b', tree, now);
					expect(named.get(member.id) ?? 'none').toBe(level);
				}
			})
		);
	});
});

describe('what a change of access would mean', () => {
	const tree = folderTree(
		[folder('ops'), folder('kas', 'ops')],
		[grant('ops', { memberId: 'nadia' }, 'view'), grant('kas', { memberId: 'yoga' }, 'comment')]
	);
	const names = (changes: { member: Member }[]) => changes.map(({ member }) => member.name);

	it('[ACC24] restricting a folder shows who loses sight of it, and who keeps less', () => {
		const after = withFolder(tree, 'kas', { restrictedAt: now });
		const change = previewSight(everybody, { tree, folderId: 'kas' }, { tree: after, folderId: 'kas' }, now);
		expect(names(change.loses)).toEqual(['Rara', 'Nadia']);
		expect(change.shifts).toEqual([{ member: yoga, before: 'edit', after: 'comment' }]);
		expect(change.gains).toEqual([]);
	});

	it('[ACC25] a new grant shows who gains sight, and at what level', () => {
		const after = withGrants(tree, 'kas', [grant('kas', { role: 'vendor' }, 'manage')]);
		const change = previewSight(everybody, { tree, folderId: 'kas' }, { tree: after, folderId: 'kas' }, now);
		expect(change.gains).toEqual([{ member: hendra, before: 'none', after: 'edit' }]);
		expect(change.loses).toEqual([]);
	});

	it('[ACC26] moving between folders compares the two places', () => {
		const places = folderTree(
			[folder('ops'), folder('gaji', null, 1)],
			[grant('ops', { role: 'vendor' }, 'view')]
		);
		const change = previewSight(
			everybody,
			{ tree: places, folderId: 'ops' },
			{ tree: places, folderId: 'gaji' },
			now
		);
		expect(names(change.loses)).toEqual(['Rara', 'Yoga', 'Hendra']);
	});

	it('[ACC27] nothing changes for anybody when the states are equal', () => {
		for (const role of roles) {
			const same = { tree, folderId: 'kas' };
			const change = previewSight([person('X', role)], same, same, now);
			expect(change).toEqual({ gains: [], loses: [], shifts: [] });
		}
	});
});
