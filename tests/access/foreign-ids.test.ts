import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commandNames, type CommandName } from '#domain/commands/commands.ts';
import type { Caller } from '#server/records/command-runner.ts';
import { openOtherWorkspace, type OtherWorkspace } from '../support/other-workspace.ts';
import { assertDone, openTestWorkspace, type TestWorkspace } from '../support/test-workspace.ts';
import { cases, type Case, type Cell } from './command-cases.ts';

let home: TestWorkspace;
let other: OtherWorkspace;
/** A member of the other workspace. */
let stranger = '';
/** Where Rara may do everything, where she may not even look, and a place of another workspace. */
const places = { own: '', closed: '', elsewhere: '' };
type Place = keyof typeof places;

beforeAll(async () => {
	home = await openTestWorkspace();
	other = await openOtherWorkspace({ home, origin: 'http://127.0.0.1:3000' });
	stranger = await other.join('yoga');
	places.own = await home.folder('Milik Rara', null, true);
	places.closed = await home.folder('Brankas', null, true);
	places.elsewhere = uuidv7();
	const facts = { grantId: uuidv7(), parentId: null, name: 'Sebelah', orderKey: 'a1', restricted: true };
	await execute(other.caller, 'folders.create', { id: places.elsewhere, ...facts });
	const holder = { memberId: home.memberId('rara'), role: null, level: 'manage', endsAt: null };
	await execute(home.caller('wulan'), 'grants.set', { id: uuidv7(), folderId: places.own, ...holder });
});
afterAll(() => home.close());

async function execute(caller: Caller, name: CommandName, input: object): Promise<void> {
	assertDone(await home.services.commands.execute(caller, { id: uuidv7(), name, input }));
}

/** Fresh things in a place, made by the owner of its workspace. */
async function makeCell(place: Place, { after }: Case): Promise<Cell> {
	const owner = place === 'elsewhere' ? other.caller : home.caller('wulan');
	const holder = place === 'elsewhere' ? stranger : home.memberId('yoga');
	const member = place === 'elsewhere' ? stranger : home.memberId('hendra');
	const cell = { folder: uuidv7(), page: uuidv7(), grant: uuidv7(), member, holder };
	const facts = { grantId: uuidv7(), name: 'Sel', orderKey: 'a1', restricted: false };
	await execute(owner, 'folders.create', { id: cell.folder, parentId: places[place], ...facts });
	const page = { title: 'Sel', kind: 'doc', orderKey: 'a1' };
	await execute(owner, 'pages.create', { id: cell.page, folderId: cell.folder, ...page });
	const grant = { memberId: holder, role: null, level: 'view', endsAt: null };
	await execute(owner, 'grants.set', { id: cell.grant, folderId: cell.folder, ...grant });
	if (after === 'trashPage') await execute(owner, 'pages.trash', { id: cell.page });
	if (after === 'trashFolder') await execute(owner, 'folders.trash', { id: cell.folder });
	return cell;
}

/** Everything that a command could have changed. */
async function everything(): Promise<string> {
	const { db } = home.services.storage;
	const tables = ['workspaces', 'folders', 'pages', 'grants', 'members', 'event', 'departure'] as const;
	return JSON.stringify(await Promise.all(tables.map((table) => db.selectFrom(table).selectAll().execute())));
}

/** What an id of an input names: something that is there, or something that the command makes. */
function kindOf(command: CommandName, field: string, id: string, cell: Cell) {
	const [kind] = (['folder', 'page', 'grant', 'member', 'holder'] as const).filter((one) => cell[one] === id);
	if (kind) return { kind, isNew: false };
	if (id === places.own) return { kind: 'folder', isNew: false } as const;
	if (field === 'grantId' || command === 'grants.set') return { kind: 'grant', isNew: true } as const;
	return { kind: command === 'pages.create' ? 'page' : 'folder', isNew: true } as const;
}

/** Puts one foreign id after another where an own one stood; everything else stays right. */
async function tryForeign(caller: Caller, command: CommandName, input: Record<string, unknown>, cell: Cell) {
	const one = cases[command];
	const closed = await makeCell('closed', one);
	const elsewhere = await makeCell('elsewhere', one);
	const before = await everything();
	for (const [field, id] of Object.entries(input)) {
		if (typeof id !== 'string' || !/^[0-9a-f-]{36}$/.test(id)) continue;
		const { kind, isNew } = kindOf(command, field, id, cell);
		const foreign = [elsewhere[kind]];
		if (kind !== 'member' && kind !== 'holder') foreign.push(closed[kind]);
		if (!isNew) foreign.push(uuidv7());
		for (const taken of foreign) {
			const request = { id: uuidv7(), name: command, input: { ...input, [field]: taken } };
			const outcome = await home.services.commands.execute(caller, request);
			const code = isNew ? 'already_exists' : 'not_found';
			expect(outcome, `${field} of a ${kind}`).toMatchObject({ ok: false, refusal: { refused: code } });
			expect(await everything(), `${field} of a ${kind}`).toBe(before);
		}
	}
}

describe('whoever may do everything in one place', () => {
	it.each(commandNames)('cannot name with %s what lies in another', async (command) => {
		const one = cases[command];
		const caller = home.caller(one.needs === 'people' ? 'wulan' : 'rara');
		const cell = await makeCell('own', one);
		const input = one.input(cell);
		if (command === 'folders.move') input['parentId'] = places.own;
		await tryForeign(caller, command, input, cell);
		await execute(caller, command, input);
	});
});
