import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { uuidv7 } from 'uuidv7';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { textOf } from '#domain/pages/document-tree.ts';
import type { Task } from '#domain/tasks/task.ts';
import { readRow } from '../records/row-codec.ts';
import { openTestWorkspace, type Person, type TestWorkspace } from '../../tests/support/test-workspace.ts';
import { largeTrelloBoard, trelloFile } from '../../tests/support/trello-board.ts';
import { importTrello } from './import-trello.ts';
import { readTrelloFile } from './trello-file.ts';

let home: TestWorkspace;
let folderId: string;
beforeEach(async () => {
	home = await openTestWorkspace();
	folderId = await home.folder('Pemasaran');
});
afterEach(() => home.close());

const fixture = (name: string) =>
	readFileSync(join(import.meta.dirname, '..', '..', 'tests', 'fixtures', 'trello', name));

async function run(bytes: Uint8Array, person: Person = 'wulan', into = folderId) {
	const file = readTrelloFile(bytes);
	if (typeof file === 'string') throw new Error(file);
	return importTrello(home.services, { id: uuidv7(), caller: home.caller(person), folderId: into, file });
}

async function tasks(): Promise<Task[]> {
	const rows = await home.services.storage.db.selectFrom('tasks').selectAll().orderBy('orderKey').execute();
	return rows.map((row) => readRow('tasks', row));
}

async function board() {
	const row = await home.services.storage.db.selectFrom('boards').selectAll().executeTakeFirstOrThrow();
	return readRow('boards', row);
}

async function comments() {
	const rows = await home.services.storage.db
		.selectFrom('comments')
		.selectAll()
		.orderBy('createdAt')
		.execute();
	return rows.map((row) => readRow('comments', row));
}

async function description(task: Task | undefined): Promise<string[]> {
	const actor = await home.services.finders.actor(home.caller('wulan'));
	const blocks = actor && (await home.services.pages.readDocument(actor, task?.descriptionId ?? ''));
	return (blocks ?? []).map(textOf);
}

interface RawBoard {
	lists: { name: string }[];
	cards: { name: string; closed: boolean; idList: string; desc: string; attachments: unknown[] }[];
	checklists: { checkItems: unknown[] }[];
	actions: { type: string }[];
}

describe('a board that Trello exported', () => {
	it.each(['kanban-template.json', 'planka-sample-board-export.json', 'web-development.json'])(
		'comes whole, or the report says what did not: %s',
		async (name) => {
			const raw = JSON.parse(fixture(name).toString()) as RawBoard;
			const { made, notices } = await run(fixture(name));
			const noted = (kind: string) => notices.find((notice) => notice.kind === kind)?.n ?? 0;
			const rows = await tasks();
			const sum = (lists: unknown[][]) => lists.reduce((n, { length }) => n + length, 0);
			const commentsThere = raw.actions.filter(({ type }) => type === 'commentCard').length;
			expect((await board()).columns.map((column) => column.name).sort()).toEqual(
				raw.lists.map((list) => list.name).sort()
			);
			expect(rows).toHaveLength(raw.cards.length);
			expect(sum(rows.map(({ checklist }) => checklist))).toBe(made.items);
			expect(made.items + noted('checkItem') + noted('emptyCheckItem')).toBe(
				sum(raw.checklists.map(({ checkItems }) => checkItems))
			);
			expect(sum(rows.map(({ links }) => links))).toBe(made.links);
			expect(made.links + noted('link')).toBe(sum(raw.cards.map(({ attachments }) => attachments)));
			expect(await comments()).toHaveLength(made.comments);
			expect(made.comments + noted('emptyComment') + noted('commentElsewhere')).toBe(commentsThere);
			expect(made.comments + noted('history')).toBe(raw.actions.length);
			expect(rows.filter(({ archivedAt }) => archivedAt !== null)).toHaveLength(made.archived);
			const withText = raw.cards.filter(({ desc }) => desc !== '').length;
			expect(rows.filter((task) => task.descriptionId !== null).length).toBeGreaterThanOrEqual(withText);
			expect(noted('broken') + noted('text')).toBe(0);
		}
	);

	it('keeps facts, texts, people and times of its cards', async () => {
		const { notices } = await run(
			trelloFile({
				lists: [
					{ id: 'a', name: 'Dikerjakan', pos: 2 },
					{ id: 'b', name: 'To Do', pos: 1 },
					{ id: 'z', name: 'Lama', pos: 0, closed: true }
				],
				members: [
					{ id: 'm1', fullName: 'Rara  Kusumaningtyas', username: 'rk' },
					{ id: 'm2', fullName: 'Sari Dewi', username: 'saridewi' }
				],
				labels: [{ id: 'g', name: '', color: 'green' }],
				customFields: [
					{ id: 'f', name: 'Bahan', type: 'list', options: [{ id: 'o', value: { text: 'Katun' } }] },
					{ id: 'h', name: 'Harga', type: 'number' }
				],
				cards: [
					{
						id: 'c1',
						name: 'Foto produk',
						desc: 'Pakai **cahaya** pagi.',
						idList: 'a',
						pos: 1,
						due: '2026-11-30T20:30:00.000Z',
						start: '2026-11-28T01:00:00.000Z',
						dueComplete: true,
						dateLastActivity: '2026-11-01T00:00:00.000Z',
						idMembers: ['m1', 'm2'],
						idLabels: ['g'],
						labels: [{ id: 'u', name: 'Penting', color: 'red' }],
						attachments: [
							{ name: 'Pola', url: 'https://contoh.id/p' },
							{ name: 'Jebakan', url: 'javascript:alert(1)' }
						],
						customFieldItems: [
							{ idCustomField: 'f', idValue: 'o' },
							{ idCustomField: 'h', value: { number: '125000' } }
						]
					},
					{ id: 'c2', name: 'Arsip', idList: 'z', pos: 1 }
				],
				checklists: [
					{
						id: 'k2',
						idCard: 'c1',
						name: 'Kirim',
						pos: 2,
						checkItems: [{ name: 'Label', state: 'incomplete' }]
					},
					{
						id: 'k1',
						idCard: 'c1',
						name: 'Studio',
						pos: 1,
						checkItems: [
							{ name: 'Lampu', state: 'complete', idMember: 'm1', due: '2026-11-29T00:00:00.000Z' }
						]
					}
				],
				actions: [
					{
						type: 'commentCard',
						date: '2026-10-01T08:00:00.000Z',
						memberCreator: { fullName: 'Rara Kusumaningtyas', username: 'rk' },
						data: { text: 'Sudah <b>siap</b>', card: { id: 'c1', name: 'Foto produk' } }
					}
				]
			})
		);
		const { columns, fields } = await board();
		expect(columns.map(({ name, kind }) => [name, kind])).toEqual([
			['To Do', 'todo'],
			['Dikerjakan', 'doing'],
			['Lama', 'todo']
		]);
		const [material, price] = fields;
		const photo = (await tasks()).find(({ title }) => title === 'Foto produk');
		expect(photo).toMatchObject({
			columnId: columns[1]?.id,
			dueOn: '2026-12-01',
			dueTime: '03:30',
			startOn: '2026-11-28',
			doneAt: Date.UTC(2026, 10, 1),
			archivedAt: null,
			assigneeIds: [home.memberId('rara')],
			labels: ['Penting', 'hijau'],
			links: [{ kind: 'url', target: 'https://contoh.id/p', title: 'Pola' }],
			fields: { [material?.id ?? '']: material?.choices[0]?.id, [price?.id ?? '']: 125_000 }
		});
		expect(
			photo?.checklist.map(({ text, dueOn, assigneeId, doneAt }) => [text, dueOn, assigneeId, doneAt])
		).toEqual([
			['Studio: Lampu', '2026-11-29', home.memberId('rara'), Date.UTC(2026, 10, 1)],
			['Kirim: Label', null, null, null]
		]);
		expect(await description(photo)).toEqual([
			'Pakai cahaya pagi.',
			'Lanjutan dari Trello',
			'Anggota di Trello: Sari Dewi',
			'Jebakan: javascript:alert(1)'
		]);
		expect((await tasks()).find(({ title }) => title === 'Arsip')?.archivedAt).not.toBeNull();
		expect(await comments()).toMatchObject([
			{
				body: 'Sudah <b>siap</b>',
				importedAuthor: 'Rara Kusumaningtyas',
				createdAt: Date.UTC(2026, 9, 1, 8),
				createdBy: home.memberId('wulan'),
				mentionIds: []
			}
		]);
		expect(notices).toEqual([
			{ kind: 'member', n: 1, names: ['Sari Dewi'] },
			{ kind: 'link', n: 1, names: ['Jebakan'] }
		]);
	});

	it('brings 200 cards in batches that others can write between, each an event of the import', async () => {
		const bytes = largeTrelloBoard();
		expect(bytes.length).toBeGreaterThan(1_700_000);
		const file = readTrelloFile(bytes);
		if (typeof file === 'string') throw new Error(file);
		const id = uuidv7();
		const steps: number[] = [];
		const onProgress = (done: number) => steps.push(done);
		const report = await importTrello(home.services, {
			id,
			caller: home.caller('rara'),
			folderId,
			file,
			onProgress
		});
		expect(report.made).toMatchObject({
			columns: 4,
			tasks: 200,
			archived: 20,
			items: 1_000,
			comments: 600,
			links: 200
		});
		expect(report.notices).toEqual([{ kind: 'history', n: 800, names: ['updateCard'] }]);
		const events = await home.services.storage.db
			.selectFrom('event')
			.select('name')
			.where('cause', '=', id)
			.execute();
		expect(events.length).toBe(steps.length);
		expect(events.length).toBeGreaterThanOrEqual(5);
		const numbers = (await tasks()).map(({ number }) => number ?? 0).sort((a, b) => a - b);
		expect(numbers).toEqual(Array.from({ length: 200 }, (_, index) => index + 1));
		expect((await home.send('rara', 'tasks.create', await oneMore())).ok).toBe(true);
	});

	async function oneMore() {
		const { id: boardId, columns } = await board();
		return { id: uuidv7(), boardId, columnId: columns[0]?.id ?? '', orderKey: 'Zz', title: 'Baru' };
	}

	it('is taken back whole with its board', async () => {
		const report = await run(fixture('planka-sample-board-export.json'));
		const undone = await home.send('wulan', 'boards.trash', { id: report.boardId ?? '' });
		expect(undone.ok).toBe(true);
		expect((await board()).trashedAt).not.toBeNull();
		const elsewhere = (await tasks()).filter(({ boardId }) => boardId !== report.boardId);
		const pages = await home.services.storage.db
			.selectFrom('pages')
			.select('id')
			.where('kind', '!=', 'task')
			.execute();
		expect([elsewhere, pages]).toEqual([[], []]);
	});

	it('stops when the board is taken away meanwhile, or the right to write', async () => {
		const stop = home.services.bus.subscribe(({ command, changes }) => {
			if (command === 'boards.create')
				void home.send('wulan', 'boards.trash', { id: changes[0]?.after.id ?? '' });
		});
		await expect(run(largeTrelloBoard(), 'rara')).rejects.toThrow('in_trash');
		stop();
		await expect(run(fixture('web-development.json'), 'hendra')).rejects.toThrow('not_found');
		const closed = await home.folder('Keuangan', null, true);
		await expect(run(fixture('web-development.json'), 'rara', closed)).rejects.toThrow('not_found');
	});

	it('never lets who brought a comment change the words of its author', async () => {
		await run(fixture('planka-sample-board-export.json'));
		const [first] = await comments();
		const changed = await home.send('wulan', 'comments.edit', { id: first?.id ?? '', body: 'Lain' });
		expect(changed).toMatchObject({ ok: false, refusal: { refused: 'not_found' } });
	});
});

describe('a hostile or damaged board', () => {
	const lists = [{ id: 'a', name: '<img src=x onerror=alert(1)>', pos: 1 }];

	it('has only text: markup, formulas and prototypes do nothing', async () => {
		const json = `{"name":"__proto__","lists":${JSON.stringify(lists)},"__proto__":{"admin":true},
			"labels":[{"id":"__proto__","name":"constructor","color":"__proto__"}],
			"customFields":[{"id":"__proto__","name":"toString","type":"text"}],
			"cards":[{"id":"__proto__","idList":"a","name":"=HYPERLINK(\\"x\\")","desc":"<script>alert(1)</script>\\n\\n[a](javascript:alert(1))",
				"idLabels":["__proto__"],"customFieldItems":[{"idCustomField":"__proto__","value":{"text":"=1+1"}}],
				"labels":[{"id":"x","name":"","color":"constructor"}]}]}`;
		const { notices } = await run(new TextEncoder().encode(json));
		const [task] = await tasks();
		const { columns, fields, name } = await board();
		expect([name, columns[0]?.name, task?.title]).toEqual(['__proto__', lists[0]?.name, '=HYPERLINK("x")']);
		expect(task?.labels).toEqual(['constructor']);
		expect(Object.entries(task?.fields ?? {})).toEqual([[fields[0]?.id, '=1+1']]);
		expect(await description(task)).toEqual(['a']);
		expect(notices.find(({ kind }) => kind === 'text')?.n).toBeGreaterThan(0);
		expect(({} as Record<string, unknown>)['admin']).toBeUndefined();
	});

	it('is salvaged: what is missing or of another kind is passed over and counted', async () => {
		const report = await run(
			trelloFile({
				name: 7,
				lists: [{ id: 'a', pos: 'x' }, null],
				cards: [
					{ id: 'c', name: 5, idList: 'nirgends', due: 'kapan-kapan', attachments: 'x' },
					'kartu',
					{ name: 'tanpa id' }
				],
				checklists: [{ id: 'k', idCard: 'hilang', name: 'Yatim', checkItems: [{ name: 'x' }, 3] }],
				actions: { 0: 'x' },
				customFields: null
			})
		);
		expect(report).toMatchObject({ name: 'Tanpa nama', made: { columns: 1, tasks: 1 } });
		expect((await tasks()).map(({ title, dueOn }) => [title, dueOn])).toEqual([['Tanpa nama', null]]);
		const counts = Object.fromEntries(report.notices.map(({ kind, n }) => [kind, n]));
		expect(counts).toEqual({ broken: 5, homeless: 1 });
	});

	it('loses nothing where a task has less room than a card', async () => {
		const many = Array.from({ length: 130 }, (_, pos) => ({ name: `Butir ${pos}`, pos }));
		const text = 'ka '.repeat(4_000);
		await run(
			trelloFile({
				lists: Array.from({ length: 25 }, (_, pos) => ({ id: `l${pos}`, name: `Daftar ${pos}`, pos })),
				cards: [{ id: 'c', name: 'J'.repeat(300), idList: 'l24' }],
				checklists: [{ id: 'k', idCard: 'c', name: '', checkItems: many }],
				actions: [{ type: 'commentCard', date: '2026-01-01T00:00:00Z', data: { text, card: { id: 'c' } } }]
			})
		);
		const [task] = await tasks();
		expect(task?.labels).toEqual(['Daftar 24']);
		expect(task?.checklist).toHaveLength(100);
		const [whole, ...rest] = await description(task);
		expect(whole).toBe('J'.repeat(300));
		expect(rest).toHaveLength(30);
		expect(rest.at(-1)).toBe('☐ Butir 129');
		const bodies = (await comments()).map(({ body }) => body);
		expect(bodies.length).toBe(2);
		expect(bodies.join(' ').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
	});
});
