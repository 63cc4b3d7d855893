import { describe, expect, it } from 'vitest';
import type { NounName, RowOf } from '#domain/records/nouns.ts';
import { folderRow } from '../../../tests/support/rows.ts';
import { taskRow } from '../../../tests/support/task-row.ts';
import type { Records } from '../sync/workspace.ts';
import { trashedThings } from './trashed.ts';

const board = (id: string, trashedAt: number | null) => ({ id, folderId: 'gudang', name: id, trashedAt });
const rows: Partial<Record<NounName, { id: string }[]>> = {
	folders: [folderRow('gudang'), folderRow('nota', { parentId: 'gudang', trashedAt: 2 })],
	pages: [{ id: 'harga', title: 'Daftar harga', folderId: 'gudang', trashedAt: 5 } as { id: string }],
	boards: [board('rilis', null), board('lama', 3)],
	tasks: [
		taskRow({ id: 'tetap', boardId: 'rilis' }),
		taskRow({ id: 'buang', title: 'Foto produk', folderId: 'gudang', boardId: 'rilis', trashedAt: 4 }),
		taskRow({ id: 'ikut papan', boardId: 'lama', trashedAt: 1 }),
		taskRow({ id: 'papan tak dikenal', boardId: 'tidak-ada', trashedAt: 1 })
	]
};
const records = {
	list: <N extends NounName>(noun: N) => (rows[noun] ?? []) as unknown as readonly RowOf<N>[],
	get: <N extends NounName>(noun: N, id: string) =>
		rows[noun]?.find((row) => row.id === id) as unknown as RowOf<N> | undefined
} as Records;

describe('what lies in the trash', () => {
	it('is every kind of thing, the last one first; tasks of a board that lies there stay with it', () => {
		expect(trashedThings(records).map(({ noun, id }) => `${noun} ${id}`)).toEqual([
			'pages harga',
			'tasks buang',
			'boards lama',
			'folders nota',
			'tasks papan tak dikenal'
		]);
	});

	it('says where each lay and which folder decides about it', () => {
		const found = Object.fromEntries(
			trashedThings(records).map(({ id, name, place, folderId }) => [id, { name, place, folderId }])
		);
		expect(found).toMatchObject({
			buang: { name: 'Foto produk', place: { noun: 'boards', id: 'rilis' }, folderId: 'gudang' },
			lama: { place: { noun: 'folders', id: 'gudang' }, folderId: 'gudang' },
			nota: { place: { noun: 'folders', id: 'gudang' }, folderId: 'nota' }
		});
	});
});
