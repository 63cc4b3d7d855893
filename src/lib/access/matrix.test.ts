import { describe, expect, it } from 'vitest';
import { folderTree } from '#domain/access/folder-tree.ts';
import { folderRow, grantRow, memberRow } from '../../../tests/support/rows.ts';
import { en } from '../i18n/en.ts';
import { id } from '../i18n/id.ts';
import { dayOf, defaultEnd, endOfDay } from './end-date.ts';
import { gridMove } from './grid-move.ts';
import { matrixColumns, matrixOf } from './matrix.ts';
import { reasonSentence, type AccessFacts } from './reason.ts';

const now = Date.UTC(2026, 10, 23, 2);
const wulan = memberRow('Wulan', 'owner');
const rara = memberRow('Rara', 'staff');
const nadia = memberRow('Nadia', 'freelancer');
const hendra = memberRow('Hendra', 'vendor');
const rizky = memberRow('Rizky', 'staff', { deactivatedAt: 5 });

const pemasaran = folderRow('Pemasaran');
const foto = folderRow('Foto', { parentId: 'Pemasaran' });
const kas = folderRow('Kas', { restrictedAt: 1 });
const folders = [pemasaran, foto, kas];
const grants = [
	grantRow('Pemasaran', { memberId: 'nadia' }, 'comment', { givenAt: now, endsAt: now + 1_000 }),
	grantRow('Foto', { memberId: 'nadia' }, 'edit', { endsAt: now + 2_000 }),
	grantRow('Foto', { memberId: 'hendra' }, 'view', { endsAt: now - 1 })
];

function cellsOf(name: string) {
	const tree = folderTree(folders, grants);
	const groups = matrixOf([nadia, hendra, rizky, rara, wulan], folders, tree, grants, now);
	const row = groups.flatMap((group) => group.rows).find(({ member }) => member.name === name);
	return (row?.cells ?? []).map(({ level, own, inherited, choices }) => ({
		level,
		own: own?.level ?? null,
		inherited,
		choices
	}));
}

describe('the matrix of people and folders', () => {
	it('groups everybody who is in by role, owners first', () => {
		const groups = matrixOf(
			[nadia, hendra, rizky, rara, wulan],
			folders,
			folderTree(folders, grants),
			[],
			now
		);
		expect(groups.map((group) => group.rows.map(({ member }) => member.name))).toEqual([
			['Wulan'],
			['Rara'],
			['Nadia'],
			['Hendra']
		]);
	});

	it('tells what is given on a folder from what comes from above', () => {
		expect(cellsOf('Nadia')).toEqual([
			{ level: 'comment', own: 'comment', inherited: 'none', choices: ['view', 'comment', 'edit', 'manage'] },
			{ level: 'edit', own: 'edit', inherited: 'comment', choices: ['edit', 'manage'] },
			{ level: 'none', own: null, inherited: 'none', choices: ['view', 'comment', 'edit', 'manage'] }
		]);
	});

	it('takes a grant that has ended for none, and never offers a vendor to manage', () => {
		expect(cellsOf('Hendra')[1]).toEqual({
			level: 'none',
			own: null,
			inherited: 'none',
			choices: ['view', 'comment', 'edit']
		});
	});

	it('offers nothing for those whose role manages everything, and only more for staff', () => {
		expect(cellsOf('Wulan').map(({ choices }) => choices)).toEqual([[], [], []]);
		expect(cellsOf('Rara').map(({ choices }) => choices)).toEqual([
			['manage'],
			['manage'],
			['view', 'comment', 'edit', 'manage']
		]);
	});

	it('shows root folders and those below with access of their own, never archived ones', () => {
		const quiet = folderRow('Arsip', { archivedAt: 3 });
		const plain = folderRow('Video', { parentId: 'Pemasaran' });
		const columns = matrixColumns([plain, quiet, kas, foto, pemasaran], grants);
		expect(columns.map(({ name }) => name)).toEqual(['Kas', 'Pemasaran', 'Foto']);
	});
});

describe('the reason for a level', () => {
	const facts: AccessFacts = {
		member: (key) => [wulan, rara, nadia].find((one) => one.id === key),
		folder: (key) => folders.find((one) => one.id === key),
		grant: (key) => grants.find((one) => one.id === key)
	};
	const inIndonesian = { locale: 'id', words: id } as const;

	it('names the giver, the day and the end', () => {
		const said = { member: nadia, folder: pemasaran, level: 'comment', by: { grants: ['Pemasaran/nadia'] } };
		expect(reasonSentence(said as never, facts, inIndonesian).replaceAll('\u00A0', ' ')).toBe(
			'Nadia bisa berkomentar di Pemasaran karena diberi akses langsung oleh Wulan, 23 Nov 2026. Sampai 23 Nov 2026.'
		);
	});

	it('names the folder above when the access comes from there', () => {
		const said = { member: nadia, folder: foto, level: 'comment', by: { grants: ['Pemasaran/nadia'] } };
		expect(reasonSentence(said as never, facts, inIndonesian)).toContain('folder Pemasaran di atasnya');
	});

	it('is the role, the default or nothing for the others', () => {
		const english = { locale: 'en', words: en } as const;
		expect(reasonSentence({ member: wulan, folder: kas, level: 'manage', by: 'role' }, facts, english)).toBe(
			'Wulan can manage Kas because of the role Owner.'
		);
		expect(
			reasonSentence({ member: rara, folder: pemasaran, level: 'edit', by: 'default' }, facts, english)
		).toBe('Rara can edit Pemasaran because the folder is open to all staff.');
		expect(reasonSentence({ member: rara, folder: kas, level: 'none', by: null }, facts, english)).toBe(
			'Rara cannot see Kas.'
		);
	});
});

describe('end dates', () => {
	it('are the last moment of the chosen day, and come back as the same day', () => {
		const end = endOfDay('2026-12-31') ?? 0;
		expect(dayOf(end)).toBe('2026-12-31');
		expect(dayOf(end + 1)).toBe('2027-01-01');
		expect(endOfDay('')).toBeNull();
	});

	it('are proposed for people from outside only, 90 days ahead', () => {
		expect(defaultEnd('staff', now)).toBeNull();
		expect(dayOf(defaultEnd('vendor', now))).toBe('2027-02-21');
	});
});

describe('moving in the matrix by keys', () => {
	const size = { rows: 3, columns: 4 };
	const press = (key: string, row: number, column: number, ctrlKey = false) =>
		gridMove({ key, ctrlKey }, { row, column }, size);

	it('goes one cell with the arrows and stops at the edges', () => {
		expect(press('ArrowDown', 0, 0)).toEqual({ row: 1, column: 0 });
		expect(press('ArrowUp', 0, 0)).toBeUndefined();
		expect(press('ArrowRight', 2, 3)).toBeUndefined();
		expect(press('Enter', 1, 1)).toBeUndefined();
	});

	it('goes to the ends of a row, and with Ctrl to the corners', () => {
		expect(press('End', 1, 1)).toEqual({ row: 1, column: 3 });
		expect(press('Home', 1, 1, true)).toEqual({ row: 0, column: 0 });
		expect(press('End', 1, 1, true)).toEqual({ row: 2, column: 3 });
	});
});
