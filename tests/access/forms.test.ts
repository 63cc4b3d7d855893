import { isActionFailure, isHttpError, isRedirect } from '@sveltejs/kit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Identity } from '#server/auth/identity.ts';
import {
	actions as inviteForm,
	load as readInvite
} from '../../src/routes/(public)/start/invite/+page.server.ts';
import {
	actions as processForm,
	load as readProcess
} from '../../src/routes/(public)/start/process/+page.server.ts';
import { device } from '../support/sign-in.ts';
import type { TestWorkspace } from '../support/test-workspace.ts';
import { openAccessWorld, type AccessWorld } from './access-world.ts';
import { principals } from './principals.ts';

let world: AccessWorld;
let home: TestWorkspace;
let made = 0;
beforeAll(async () => {
	world = await openAccessWorld();
	({ home } = world);
}, 60_000);
afterAll(() => world.test.close());

/** What became of a form or a load: its answer, or the status that it threw. */
async function outcomeOf(run: () => unknown): Promise<unknown> {
	try {
		const answer = await run();
		return isActionFailure(answer) ? answer.status : answer;
	} catch (thrown) {
		if (isHttpError(thrown) || isRedirect(thrown)) return thrown.status;
		throw thrown;
	}
}

/** A form as SvelteKit hands it to its action, with the hooks' part already done. */
function formEvent(identity: Identity | undefined, workspace: string, fields: Record<string, string>) {
	const url = new URL(`http://127.0.0.1:3000/start?w=${workspace}`);
	const request = new Request(url, { method: 'POST', body: new URLSearchParams(fields) });
	const locals = { services: home.services, identity, device, requestId: 'test-request', locale: 'id' };
	return { url, request, locals, params: {} } as never;
}

async function count(table: 'invitations' | 'folders' | 'pages'): Promise<number> {
	const { n } = await home.services.storage.db
		.selectFrom(table)
		.select((eb) => eb.fn.countAll<number>().as('n'))
		.executeTakeFirstOrThrow();
	return n;
}

describe.each(Object.entries(principals))('%s', (_name, principal) => {
	const { headers, isNobody, knows, managesPeople, makesRoots } = principal;
	const isMember = knows !== 'nobody';
	let identity: Identity | undefined;
	beforeAll(async () => {
		identity = await home.services.identify(await headers(world));
	});

	it('reads the forms of the first steps only when signed in', async () => {
		for (const load of [readInvite, readProcess]) {
			const read = await outcomeOf(() => load(formEvent(identity, home.workspaceId, {})));
			expect(read).toEqual(isNobody ? 303 : { workspace: home.workspaceId });
		}
	});

	it('invites by the form only when looking after people', async () => {
		const before = await count('invitations');
		const fields = { email: `tamu.${++made}@selasar-rona.example`, role: 'staff' };
		const answer = await outcomeOf(() => inviteForm.default?.(formEvent(identity, home.workspaceId, fields)));
		if (managesPeople) expect(answer).toMatchObject({ email: fields.email, made: { mailed: false } });
		else expect(answer).toBe(isMember ? 422 : 404);
		expect((await count('invitations')) - before).toBe(managesPeople ? 1 : 0);
		expect(JSON.stringify(answer).includes('/join/')).toBe(managesPeople === true);
	});

	it('makes a first SOP by the form only where it may make folders', async () => {
		const before = [await count('folders'), await count('pages')] as const;
		const event = formEvent(identity, home.workspaceId, { process: 'shipping' });
		const answer = await outcomeOf(() => processForm.default?.(event));
		expect(answer).toBe(makesRoots ? 303 : isMember ? 409 : 404);
		const after = [await count('folders'), await count('pages')] as const;
		expect(after).toEqual(makesRoots ? [before[0] + 1, before[1] + 1] : before);
	});
});
