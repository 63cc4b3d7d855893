import { describe, expect, it } from 'vitest';
import { guessColumnKind } from './trello-columns.ts';

describe('what a list of Trello means', () => {
	it.each([
		['To Do', 'todo'],
		['TODO 📚', 'todo'],
		['Belum dikerjakan', 'todo'],
		['Belum selesai', 'todo'],
		['Doing ⚙️', 'doing'],
		['Sedang Dikerjakan', 'doing'],
		['In progress', 'doing'],
		['Code Review', 'wait'],
		['Menunggu persetujuan', 'wait'],
		['Waiting for supplier', 'wait'],
		['Blocked', 'blocked'],
		['Terhambat', 'blocked'],
		['DONE! 🙌🏽', 'done'],
		['Selesai', 'done'],
		['Done and Deployed', 'done'],
		['Produk baru', 'todo'],
		['Abandoned', 'todo'],
		['', 'todo']
	])('is read from its name in either language: %s', (name, kind) => {
		expect(guessColumnKind(name)).toBe(kind);
	});
});
