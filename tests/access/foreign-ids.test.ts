import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commandNames, type CommandName } from '#domain/commands/commands.ts';
import { nounNames } from '#domain/records/nouns.ts';
import type { Caller } from '#server/records/command-runner.ts';
import { openOtherWorkspace, type OtherWorkspace } from '../support/other-workspace.ts';
import { assertDone, openTestWorkspace, type TestWorkspace } from '../support/test-workspace.ts';
import type { Cell } from './cases/cell.ts';
import { cases, makeCellFor } from './command-cases.ts';

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

async function execute(caller: Caller, name: CommandName, input: unknown): Promise<void> {
	assertDone(await home.services.commands.execute(caller, { id: uuidv7(), name, input }));
}

/** Fresh things in a place, made by the owner of its workspace. */
function cellIn(place: Place, command: CommandName): Promise<Cell> {
	const isHome = place !== 'elsewhere';
	const owner = isHome ? home.caller('wulan') : other.caller;
	const ground = {
		parent: places[place],
		member: isHome ? home.memberId('hendra') : stranger,
		holder: isHome ? home.memberId('yoga') : stranger
	};
	return makeCellFor(command, (name, input) => execute(owner, name, input), ground);
}

/** Everything that a command could have changed. */
async function everything(): Promise<string> {
	const { db } = home.services.storage;
	const tables = ['workspaces', ...nounNames, 'event', 'departure'] as const;
	return JSON.stringify(await Promise.all(tables.map((table) => db.selectFrom(table).selectAll().execute())));
}

/** What an id of an input names: something that is there, or something that the command makes. */
function kindOf(command: CommandName, field: string, id: string, cell: Cell) {
	const made = cases[command].makes?.[field];
	if (made) return { kind: made, isNew: true };
	const kind = (Object.keys(cell) as (keyof Cell)[]).find((one) => cell[one] === id);
	if (!kind) throw new Error(`${command} names in ${field} something that no cell holds`);
	return { kind, isNew: false };
}

/** What lies in no folder: the same for everybody of the workspace. */
const ofTheDirectory: ReadonlySet<keyof Cell> = new Set(['member', 'holder', 'team', 'leave']);

/** Puts one foreign id after another where an own one stood; everything else stays right. */
async function tryForeign(caller: Caller, command: CommandName, input: Record<string, unknown>, cell: Cell) {
	const closed = await cellIn('closed', command);
	const elsewhere = await cellIn('elsewhere', command);
	const before = await everything();
	for (const [field, id] of Object.entries(input)) {
		if (typeof id !== 'string' || !/^[0-9a-f-]{36}$/.test(id)) continue;
		if (cases[command].parts?.includes(field)) continue;
		const { kind, isNew } = kindOf(command, field, id, cell);
		const foreign = [elsewhere[kind]];
		if (!ofTheDirectory.has(kind)) foreign.push(closed[kind]);
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
		const { needs } = cases[command];
		const caller = home.caller(needs === 'people' ? 'wulan' : 'rara');
		const cell = await cellIn('own', command);
		const input = cases[command].input(cell);
		await tryForeign(caller, command, input, cell);
		if (needs !== 'nobody' && needs !== 'author') await execute(caller, command, input);
	});
});
