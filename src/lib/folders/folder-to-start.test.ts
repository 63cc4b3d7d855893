import { describe, expect, it } from 'vitest';
import type { Role } from '#domain/access/level.ts';
import type { NounName, RowOf } from '#domain/records/nouns.ts';
import { folderRow, grantRow, memberRow } from '../../../tests/support/rows.ts';
import type { Records } from '../sync/workspace.ts';
import { placeToStart } from './folder-to-start.ts';

const rows = {
	folders: [
		folderRow('benang'),
		folderRow('benang-2026', { parentId: 'benang' }),
		folderRow('iklan'),
		folderRow('operasional')
	],
	grants: [
		grantRow('benang', { memberId: 'hendra' }, 'edit'),
		grantRow('iklan', { role: 'freelancer' }, 'view')
	],
	members: [
		memberRow('Wulan', 'owner'),
		memberRow('Rara', 'staff'),
		memberRow('Hendra', 'vendor'),
		memberRow('Nadia', 'freelancer')
	]
};
const records = {
	list: <N extends NounName>(noun: N) => (rows as unknown as Record<string, readonly RowOf<N>[]>)[noun] ?? []
} as Records;

const startOf = (role: Role, ids: readonly string[]) =>
	placeToStart({ me: memberRow('Rara', role), records }, ids, (id) => id);

describe('where something new begins while nobody has chosen', () => {
	it('passes over folders that outsiders see: by name, by role, and from a folder above', () => {
		expect(startOf('staff', ['benang', 'benang-2026', 'iklan', 'operasional'])).toBe('operasional');
	});

	it('is left to the person where every folder is seen from outside', () => {
		expect(startOf('owner', ['benang', 'iklan'])).toBeUndefined();
	});

	it('is the first folder for somebody from outside, who shares nothing by it', () => {
		expect(startOf('vendor', ['benang', 'benang-2026'])).toBe('benang');
	});
});
