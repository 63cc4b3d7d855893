import { uuidv7 } from 'uuidv7';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openTestWorkspace, type TestWorkspace } from '../support/test-workspace.ts';

let home: TestWorkspace;
beforeEach(async () => {
	home = await openTestWorkspace();
});
afterEach(() => home.close());

it('a grant stays with whom it names: their device would not hear that it went to another', async () => {
	const folderId = await home.folder('CV Benang Jaya');
	const terms = { id: uuidv7(), folderId, level: 'view' as const, endsAt: home.clock.now() + 1_000 };
	const set = (holder: { memberId: string; role: null } | { memberId: null; role: 'vendor' }) =>
		home.send('wulan', 'grants.set', { ...terms, ...holder });
	const hendra = { memberId: home.memberId('hendra'), role: null };
	expect(await set(hendra)).toMatchObject({ ok: true });
	const taken = { ok: false, refusal: { refused: 'already_exists', field: 'id' } };
	expect(await set({ memberId: home.memberId('nadia'), role: null })).toEqual(taken);
	expect(await set({ memberId: null, role: 'vendor' })).toEqual(taken);
	expect(await set(hendra)).toMatchObject({ ok: true });
});
