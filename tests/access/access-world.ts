import { uuidv7 } from 'uuidv7';
import type { GrantLevel } from '#domain/access/level.ts';
import { signInByCookie, signInByKey } from '../support/both-sockets.ts';
import { openOtherWorkspace, type OtherWorkspace } from '../support/other-workspace.ts';
import { openPageTest, type PageTest } from '../support/page-test.ts';
import { assertDone, type Person, type TestWorkspace } from '../support/test-workspace.ts';
import { places, type Place } from './principals.ts';

/** The workspace that the table of principals speaks of, behind the real door. */
export interface AccessWorld {
	test: PageTest;
	home: TestWorkspace;
	/** A second workspace on the same server. */
	other: OtherWorkspace;
	folders: Record<Place, string>;
	pages: Record<Place, string>;
	/** Words that are in every name and title of a place, and nowhere else. */
	canaries: Record<Place, string>;
	/** What somebody still has who was deactivated. */
	leaver: { cookie: Record<string, string>; key: Record<string, string> };
}

const long = 1_000_000_000;

export async function openAccessWorld(): Promise<AccessWorld> {
	const test = await openPageTest({ isRealDoor: true });
	const { home } = test;
	const other = await openOtherWorkspace(test);
	const [folders, pages, canaries] = [{}, {}, {}] as Record<Place, string>[];
	const world = {
		test,
		home,
		other,
		folders,
		pages,
		canaries,
		leaver: { cookie: {}, key: {} }
	} as AccessWorld;
	for (const place of places) {
		world.canaries[place] = `kenari-${uuidv7()}`;
		world.folders[place] = await home.folder(`${world.canaries[place]}-f`, null, place !== 'open');
		world.pages[place] = await home.page(`${world.canaries[place]}-p`, world.folders[place]);
	}
	await grant(world, 'yoga', 'closed', 'view', long);
	await grant(world, 'intan', 'closed', 'manage', long);
	await grant(world, 'nadia', 'closed', 'edit', long);
	await grant(world, 'nadia', 'late', 'edit', 1_000);
	await grant(world, 'hendra', 'closed', 'comment', long);
	home.clock.advance(1_001);
	await other.join('rizky');
	world.leaver.cookie = (await signInByCookie(test, 'rizky')).headers;
	world.leaver.key = (await signInByKey(test, 'rizky')).headers;
	assertDone(await home.send('wulan', 'members.deactivate', { id: home.memberId('rizky') }));
	return world;
}

async function grant(
	{ home, folders }: AccessWorld,
	to: Person,
	place: Place,
	level: GrantLevel,
	ms: number
) {
	const endsAt = home.clock.now() + ms;
	const holder = { memberId: home.memberId(to), role: null };
	const input = { id: uuidv7(), folderId: folders[place], level, endsAt, ...holder };
	assertDone(await home.send('wulan', 'grants.set', input));
}
