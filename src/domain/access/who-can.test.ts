import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Member } from '../people/member.ts';
import { standingIn } from './can.ts';
import { folderTree, withFolder, withGrants } from './folder-tree.ts';
import { grantLevels, roles } from './level.ts';
import { previewSight } from './preview.ts';
import { actorOf, hiddenAbove, whoCan } from './who-can.ts';
import { folderRow, grantRow, memberRow } from '../../../tests/support/rows.ts';

const now = 1_000;

const wulan = memberRow('Wulan', 'owner');
const rara = memberRow('Rara', 'staff');
const yoga = memberRow('Yoga', 'staff');
const nadia = memberRow('Nadia', 'freelancer');
const hendra = memberRow('Hendra', 'vendor');
const rizky = memberRow('Rizky', 'staff', { deactivatedAt: 500 });
const everybody = [nadia, yoga, wulan, hendra, rizky, rara];

describe('who can see a folder', () => {
	it('[ACC20] names everybody who sees it, owners first, with level and reason', () => {
		const tree = folderTree(
			[folderRow('pemasaran')],
			[
				grantRow('pemasaran', { memberId: 'nadia' }, 'edit'),
				grantRow('pemasaran', { memberId: 'yoga' }, 'manage')
			]
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
			[folderRow('vendor'), folderRow('po', { parentId: 'vendor' })],
			[grantRow('vendor', { role: 'vendor' }, 'comment')]
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
					grantRow(folderId, byRole ? { role: member.role } : { memberId: member.id }, level)
				);
				const tree = folderTree(
					[folderRow('a'), folderRow('b', { parentId: 'a', restrictedAt: restricted ? 1 : null })],
					grants
				);
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
		[folderRow('ops'), folderRow('kas', { parentId: 'ops' })],
		[grantRow('ops', { memberId: 'nadia' }, 'view'), grantRow('kas', { memberId: 'yoga' }, 'comment')]
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
		const after = withGrants(tree, 'kas', [grantRow('kas', { role: 'vendor' }, 'manage')]);
		const change = previewSight(everybody, { tree, folderId: 'kas' }, { tree: after, folderId: 'kas' }, now);
		expect(change.gains).toEqual([{ member: hendra, before: 'none', after: 'edit' }]);
		expect(change.loses).toEqual([]);
	});

	it('[ACC26] moving between folders compares the two places', () => {
		const places = folderTree(
			[folderRow('ops'), folderRow('gaji', { restrictedAt: 1 })],
			[grantRow('ops', { role: 'vendor' }, 'view')]
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
			const change = previewSight([memberRow('X', role)], same, same, now);
			expect(change).toEqual({
				gains: [],
				loses: [],
				shifts: [],
				hidden: { gain: false, lose: false }
			});
		}
	});
});

describe('a folder above that is not held', () => {
	const tree = folderTree(
		[
			folderRow('kas', { parentId: 'keuangan' }),
			folderRow('bon', { parentId: 'kas' }),
			folderRow('gaji', { parentId: 'keuangan', restrictedAt: 1 }),
			folderRow('ops')
		],
		[]
	);

	it('[ACC28] hides people only from folders that take over access from it', () => {
		expect(['kas', 'bon', 'gaji', 'ops', 'nowhere'].map((id) => hiddenAbove(id, tree))).toEqual([
			'keuangan',
			'keuangan',
			undefined,
			undefined,
			undefined
		]);
		const circle = folderTree([folderRow('a', { parentId: 'b' }), folderRow('b', { parentId: 'a' })], []);
		expect(hiddenAbove('a', circle)).toBeUndefined();
	});

	it('[ACC29] counts its people as gained or lost when something comes under it or leaves it', () => {
		const hidden = (from: string, to: string, after = tree) =>
			previewSight(everybody, { tree, folderId: from }, { tree: after, folderId: to }, now).hidden;
		expect(hidden('kas', 'ops')).toEqual({ gain: false, lose: true });
		expect(hidden('ops', 'kas')).toEqual({ gain: true, lose: false });
		expect(hidden('kas', 'bon')).toEqual({ gain: false, lose: false });
		expect(hidden('bon', 'bon', withFolder(tree, 'kas', { restrictedAt: now }))).toEqual({
			gain: false,
			lose: true
		});
		expect(hidden('gaji', 'gaji', withFolder(tree, 'gaji', { restrictedAt: null }))).toEqual({
			gain: true,
			lose: false
		});
	});
});
