import { expect, it } from 'vitest';
import type { Board } from '#domain/boards/board.ts';
import { en } from '../../i18n/en.ts';
import { taskRow } from '../../../../tests/support/task-row.ts';
import { csvOf } from './task-csv.ts';

const board = {
	columns: [{ id: 'todo', name: 'To do', kind: 'todo', limit: null }],
	fields: [
		{ id: 'f1', name: 'Size', kind: 'choice', choices: [{ id: 'c1', name: 'XL' }] },
		{ id: 'f2', name: 'Note', kind: 'text', choices: [] },
		{ id: 'f3', name: 'Owner', kind: 'person', choices: [] },
		{ id: 'f4', name: 'Paid', kind: 'checkbox', choices: [] }
	]
} as unknown as Board;

const around = {
	board,
	sight: {
		keyOf: ({ number }: { number: number | null }) => (number === null ? null : `SR-${number}`),
		isBlocked: () => false
	},
	words: en,
	nameOf: (id: string) => ({ r: 'Rara', d: 'Dimas' })[id] ?? ''
};

it('a table holds the facts and the own fields of exactly the tasks given', async () => {
	const csv = await csvOf(
		[
			taskRow({
				number: 214,
				title: 'Foto rok, depan',
				assigneeIds: ['r', 'd'],
				dueOn: '2026-11-27',
				labels: ['foto'],
				fields: { f1: 'c1', f2: 'merah', f3: 'r', f4: true }
			})
		],
		around
	);
	const [head, row, ...rest] = csv.slice(1).split('\r\n');
	expect(head).toBe(
		'Number,Title,Status,Responsible,Due,Due time,Priority,Labels,Channel,Estimate,Blocked,Size,Note,Owner,Paid'
	);
	expect(row).toBe(
		'SR-214,"Foto rok, depan",To do,"Rara, Dimas",2026-11-27,,Normal,foto,,,,XL,merah,Rara,yes'
	);
	expect(rest).toEqual([]);
});

it.each(['=1+1', '+62812', '-cek', '@sum', '\t=1'])(
	'text like %j is no formula in a spreadsheet',
	async (text) => {
		const csv = await csvOf([taskRow({ title: text, channel: text.trim(), fields: { f2: text } })], around);
		expect(csv).toContain(`'${text}`);
		expect(csv.split(`'${text}`)).toHaveLength(text.startsWith('\t') ? 3 : 4);
	}
);
