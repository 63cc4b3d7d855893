import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestWorkspace, type Person, type TestWorkspace } from '../../tests/support/test-workspace.ts';

let home: TestWorkspace;
beforeEach(async () => {
	home = await openTestWorkspace();
});
afterEach(() => home.close());

const wanted = { name: 'Toko Senja', timeZone: 'Asia/Jayapura' };
const read = (person: Person) => home.services.workspaceSettings.read(home.caller(person));
const write = (person: Person, input: object) =>
	home.services.workspaceSettings.write(home.caller(person), input);

describe('the settings of a workspace', () => {
	it('are changed by those who look after it, and told in the log', async () => {
		expect(await read('wulan')).toMatchObject({ timeZone: 'Asia/Jakarta' });
		expect(await write('dimas', wanted)).toEqual(wanted);
		expect(await read('wulan')).toEqual(wanted);
		const events = await home.services.storage.db.selectFrom('event').select(['name', 'actor']).execute();
		expect(events.at(-1)).toEqual({ name: 'workspaces.configure', actor: home.memberId('dimas') });
	});

	it('are nothing to staff and people from outside', async () => {
		for (const person of ['rara', 'nadia', 'hendra'] as const) {
			expect(await read(person)).toEqual({ refused: 'not_found' });
			expect(await write(person, wanted)).toEqual({ refused: 'not_found' });
		}
		expect(await read('wulan')).not.toMatchObject({ name: wanted.name });
	});

	it('keep a name that says something and a zone that there is', async () => {
		expect(await write('wulan', { ...wanted, name: '  ' })).toEqual({ refused: 'invalid', field: 'name' });
		expect(await write('wulan', { ...wanted, timeZone: 'Asia/Bandung' })).toEqual({
			refused: 'invalid',
			field: 'timeZone'
		});
	});

	it('leave alone what else was set, such as the language of new members', async () => {
		const { db } = home.services.storage;
		const settings = JSON.stringify({ locale: 'en', sells: 'rok' });
		await db.updateTable('workspaces').set({ settings }).execute();
		await write('wulan', wanted);
		const row = await db.selectFrom('workspaces').select('settings').executeTakeFirstOrThrow();
		expect(JSON.parse(row.settings)).toEqual({ locale: 'en', sells: 'rok', timeZone: wanted.timeZone });
	});
});
