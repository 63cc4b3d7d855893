import { describe, expect, it } from 'vitest';
import type { Board } from '#domain/boards/board.ts';
import type { NounName, RowOf } from '#domain/records/nouns.ts';
import { folderRow, memberRow } from '../../../tests/support/rows.ts';
import { taskRow } from '../../../tests/support/task-row.ts';
import { id as words } from '../i18n/id.ts';
import type { Happening } from './activity-api.ts';
import { subjectOf } from './activity-subject.ts';
import { activityLine, taskActivityLines } from './activity-words.ts';

const board = {
	...{ id: 'board', name: 'Rilis', folderId: 'folder', trashedAt: null },
	columns: [
		{ id: 'todo', name: 'Belum mulai', kind: 'todo', limit: null },
		{ id: 'doing', name: 'Dikerjakan', kind: 'doing', limit: null }
	],
	fields: [{ id: 'harga', name: 'Harga', kind: 'money', choices: [] }]
} as unknown as Board;
const rows: { [N in NounName]?: RowOf<N>[] } = {
	boards: [board],
	members: [memberRow('Rara', 'staff'), memberRow('Hendra', 'vendor')],
	tasks: [taskRow({ id: 'task', title: 'Foto produk', blockerIds: ['stok'] })],
	folders: [folderRow('folder', { name: 'Pemasaran' })],
	filters: [
		{ id: 'filter', name: 'Sedang jalan', boardId: 'board', query: 'view=list&status=doing' }
	] as unknown as RowOf<'filters'>[],
	pages: [{ id: 'sop', kind: 'sop', title: 'Balas chat', trashedAt: null }] as unknown as RowOf<'pages'>[]
};
const records = {
	list: <N extends NounName>(noun: N) => rows[noun] ?? [],
	get: <N extends NounName>(noun: N, id: string) => rows[noun]?.find((row) => row.id === id)
};
const around = { language: { locale: 'id' as const, words }, today: '2026-11-23', records };
const places = { records, words, slug: 'rona', taskHref: (id: string) => `?t=${id}` };

function happening(
	name: string,
	before: Record<string, unknown> = {},
	after: Record<string, unknown> = {},
	subject = { noun: 'tasks', id: 'task' }
): Happening {
	return { seq: 1, at: 5, actor: 'rara', name, subject, folderId: 'folder', before, after };
}

const changes = (...parts: Parameters<typeof happening>) => activityLine(happening(...parts), around).changes;

describe('what happened in words', () => {
	it('says who did what, with the old and the new value', () => {
		const line = activityLine(
			happening('tasks.set', { dueOn: '2026-11-24', seriesId: null }, { dueOn: '2026-11-27', seriesId: 'x' }),
			around
		);
		expect(line).toMatchObject({ who: 'Rara', text: 'mengubah tugas' });
		expect(line.changes).toEqual([{ fact: 'Tenggat', from: '24\u00A0Nov', to: '27\u00A0Nov' }]);
	});

	it('names columns, people and labels', () => {
		expect(
			changes('tasks.move', { columnId: 'todo', orderKey: 'a' }, { columnId: 'doing', orderKey: 'b' })
		).toEqual([{ fact: 'Status', from: 'Belum mulai', to: 'Dikerjakan' }]);
		expect(changes('tasks.assign', { assigneeIds: [] }, { assigneeIds: ['rara', 'hidden'] })).toEqual([
			{ fact: 'Penanggung jawab', from: 'kosong', to: 'Rara, Seseorang' }
		]);
		expect(changes('tasks.label', { labels: ['foto'] }, { labels: ['foto', 'toko'] })).toEqual([
			{ fact: 'Label', from: 'foto', to: 'foto, toko' }
		]);
	});

	it('tells of a checklist only the line that changed', () => {
		const item = (id: string, text: string, doneAt: number | null = null) => ({ id, text, doneAt });
		const [first, second] = [item('1', 'Pilih foto'), item('2', 'Unggah')];
		expect(
			changes(
				'tasks.tickItem',
				{ checklist: [first, second] },
				{ checklist: [first, { ...second, doneAt: 9 }] }
			)
		).toEqual([{ fact: 'Unggah', from: 'belum dicentang', to: 'dicentang' }]);
		expect(changes('tasks.addItem', { checklist: [first] }, { checklist: [first, second] })).toEqual([
			{ fact: 'Daftar centang', to: 'Unggah' }
		]);
		expect(changes('tasks.removeItem', { checklist: [first, second] }, { checklist: [second] })).toEqual([
			{ fact: 'Daftar centang', from: 'Pilih foto', to: 'kosong' }
		]);
	});

	it('reads a board’s own field by its kind', () => {
		expect(changes('tasks.setField', { fields: {} }, { fields: { harga: 125000 } })).toEqual([
			{ fact: 'Harga', from: 'kosong', to: 'Rp\u00A0125.000' }
		]);
	});

	it('says whose right changed, from which level to which', () => {
		const folder = { noun: 'folders', id: 'folder' };
		const after = { memberId: 'hendra', role: null, level: 'edit' };
		expect(changes('grants.set', { level: 'view' }, after, folder)).toEqual([
			{ fact: 'Untuk', to: 'Hendra' },
			{ fact: 'Tingkat', from: 'Baca', to: 'Ubah' }
		]);
		expect(changes('grants.remove', { level: 'edit' }, { memberId: null, role: 'vendor' }, folder)).toEqual([
			{ fact: 'Untuk', to: 'vendor' },
			{ fact: 'Tingkat', from: 'Ubah', to: 'Tidak ada' }
		]);
	});

	it('lists no values of what was made, and says that something changed for what it does not know', () => {
		const made = activityLine(
			happening('tasks.create', {}, { title: 'Foto produk', labels: ['foto'] }),
			around
		);
		expect(made).toMatchObject({ text: 'membuat tugas', changes: [] });
		expect(activityLine(happening('tasks.fromTheFuture'), around).text).toBe('mengubah sesuatu');
	});

	it('calls an SOP an SOP and a document a document, also one that is here no more', () => {
		const text = (id: string, kind?: string) =>
			activityLine(happening('pages.create', {}, kind ? { kind } : {}, { noun: 'pages', id }), around).text;
		expect([text('sop'), text('gone', 'sop'), text('gone', 'doc'), text('gone')]).toEqual([
			'membuat SOP',
			'membuat SOP',
			'membuat dokumen',
			'membuat dokumen'
		]);
	});

	it('leaves comments to the conversation of a task', () => {
		const comment = happening('comments.add', {}, {}, { noun: 'comments', id: 'c' });
		expect(taskActivityLines([comment, happening('tasks.rename')], around)).toHaveLength(1);
	});
});

describe('what it happened with', () => {
	const subject = (...parts: Parameters<typeof happening>) => subjectOf(happening(...parts), places);

	it('is opened where it lies now', () => {
		expect(subject('tasks.rename')).toEqual({ name: 'Foto produk', href: '?t=task' });
		expect(subject('boards.rename', {}, {}, { noun: 'boards', id: 'board' }).href).toBe(
			'/rona/boards/rilis-board'
		);
		expect(subject('grants.set', {}, {}, { noun: 'grants', id: 'g' })).toEqual({
			name: 'Pemasaran',
			href: '/rona/f/pemasaran-folder'
		});
	});

	it('is the saved filter itself, which opens its board as it shows it', () => {
		expect(subject('filters.save', {}, {}, { noun: 'filters', id: 'filter' })).toEqual({
			name: 'Sedang jalan',
			href: '/rona/boards/rilis-board?view=list&status=doing'
		});
		const gone = { noun: 'filters', id: 'gone' };
		expect(subject('filters.save', {}, { name: 'Minggu ini' }, gone)).toEqual({ name: 'Minggu ini' });
	});

	it('is what it was called then, without a link, where it is here no more', () => {
		expect(
			subject('tasks.rename', { title: 'Lama' }, { title: 'Baru' }, { noun: 'tasks', id: 'gone' })
		).toEqual({
			name: 'Baru'
		});
		expect(subject('tasks.assign', {}, {}, { noun: 'tasks', id: 'gone' })).toEqual({
			name: words.activity.gone
		});
	});
});
