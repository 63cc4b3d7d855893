import fc from 'fast-check';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { standingIn, type Actor } from '#domain/access/can.ts';
import { folderTree } from '#domain/access/folder-tree.ts';
import type { Grant } from '#domain/access/grant.ts';
import { grantLevels, levels, roles } from '#domain/access/level.ts';
import type { Folder } from '#domain/folders/folder.ts';
import { openTestWorkspace, type TestWorkspace } from '../../tests/support/test-workspace.ts';
import { readVisibleFolders } from './visible-folders.ts';

const now = 1_000_000;
const people = ['m0', 'm1', 'm2'];

let home: TestWorkspace;
beforeAll(async () => {
	home = await openTestWorkspace();
});
afterAll(() => home.close());

const folderSpec = fc.record({
	/** Which of the folders before is above: 0 is none, and beyond them is one that does not exist. */
	above: fc.nat(40),
	missingParent: fc.boolean(),
	restricted: fc.boolean(),
	deleted: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
	grants: fc.array(
		fc.record({
			holder: fc.oneof(
				fc.constantFrom(...people).map((memberId) => ({ memberId, role: null })),
				fc.constantFrom(...roles).map((role) => ({ memberId: null, role }))
			),
			level: fc.constantFrom(...grantLevels),
			endsAt: fc.constantFrom(null, now - 1, now, now + 1),
			deleted: fc.boolean()
		}),
		{ maxLength: 2 }
	)
});
const treeSpec = fc.array(folderSpec, { minLength: 1, maxLength: 30 });
type TreeSpec = typeof treeSpec extends fc.Arbitrary<infer T> ? T : never;

function rowsOf(spec: TreeSpec, workspaceId: string): { folders: Folder[]; grants: Grant[] } {
	const ids = spec.map(() => uuidv7());
	const common = { workspaceId, version: 1 };
	const folders = spec.map(({ above, missingParent, restricted, deleted }, index): Folder => {
		const parent = above % (index + 1) === 0 ? null : (ids[(above % (index + 1)) - 1] ?? null);
		return {
			...common,
			id: ids[index] ?? '',
			parentId: missingParent && above > 35 ? uuidv7() : parent,
			name: `F${index}`,
			orderKey: 'a0',
			restrictedAt: restricted ? 1 : null,
			archivedAt: null,
			trashedAt: null,
			createdBy: 'm0',
			createdAt: 1,
			deletedAt: deleted ? 1 : null
		};
	});
	const grants = spec.flatMap(({ grants: given }, index) =>
		given.map(({ holder, level, endsAt, deleted }): Grant => {
			const facts = { id: uuidv7(), folderId: ids[index] ?? '', level, endsAt };
			return { ...common, ...facts, ...holder, givenBy: 'm0', givenAt: 1, deletedAt: deleted ? 1 : null };
		})
	);
	return { folders, grants };
}

describe('the list of visible folders', () => {
	it('agrees with the decision for every folder of random trees, whoever asks', async () => {
		const { db } = home.services.storage;
		await fc.assert(
			fc.asyncProperty(treeSpec, fc.constantFrom(...levels), fc.boolean(), async (spec, cap, active) => {
				const workspaceId = uuidv7();
				const { folders, grants } = rowsOf(spec, workspaceId);
				await db
					.insertInto('workspaces')
					.values({
						id: workspaceId,
						name: 'T',
						slug: workspaceId,
						version: 1,
						accessEpoch: 0,
						settings: '{}',
						createdAt: 0
					})
					.execute();
				await db.insertInto('folders').values(folders).execute();
				if (grants.length > 0) await db.insertInto('grants').values(grants).execute();
				const living = <T extends { deletedAt: number | null }>(row: T) => row.deletedAt === null;
				const tree = folderTree(folders.filter(living), grants.filter(living));
				for (const role of roles) {
					const actor: Actor = { memberId: 'm1', workspaceId, role, active, cap };
					const listed = await readVisibleFolders(db, actor, now);
					const decided = folders
						.map(({ id }) => [id, standingIn(actor, id, tree, now).level] as const)
						.filter(([, level]) => level !== 'none');
					expect(listed).toEqual(new Map(decided));
				}
			}),
			{ numRuns: 300 }
		);
	});
});
