import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeCodes } from '#domain/wire/protocol.ts';
import {
	openDevice,
	signInByCookie,
	signInByKey,
	type OpenDevice,
	type SignIn
} from '../support/both-sockets.ts';
import { openPageTest, type PageTest } from '../support/page-test.ts';
import { createRandom, type Random } from '../support/random.ts';
import { accountOf } from '../support/sign-in.ts';
import { assertDone, type Person, type TestWorkspace } from '../support/test-workspace.ts';

const seed = Number(process.env['RAPI_REVOCATION_SEED'] ?? 1);
const trials = 200;
const minute = 60_000;
const year = 365 * 24 * 60 * minute;

/** One device that has access, and what is about to take it away. */
interface Trial {
	person: Person;
	signIn: SignIn;
	folderId: string;
	pageId: string;
	grantId: string;
}

interface Ending {
	/** Who may be hit by it. */
	people: readonly Person[];
	/** Whether the folder is closed, and open to this person by a grant alone. */
	byGrant?: true;
	/** Whether the grant ends in a minute. */
	isShort?: true;
	/** The door that this ending is about; either one when it does not say. */
	door?: 'cookie' | 'key';
	/** What the device is told: its sign-in ended, its person is no member any more, its folder is gone, or only the page is. */
	tells: 'sessionEnded' | 'noMember' | 'folderLost' | 'pageGone';
	happen(trial: Trial): Promise<unknown>;
	/** Puts the person back for the next trial. */
	after?(trial: Trial): Promise<unknown>;
}

let test: PageTest;
let home: TestWorkspace;
let vault: string;

beforeAll(async () => {
	test = await openPageTest({ isRealDoor: true });
	home = test.home;
	vault = await home.folder('Brankas', null, true);
});
afterAll(() => test.close());

const endings: Record<string, Ending> = {
	'the grant is removed': {
		people: ['rara', 'nadia', 'hendra'],
		byGrant: true,
		tells: 'folderLost',
		happen: ({ grantId }) => done(home.send('wulan', 'grants.remove', { id: grantId }))
	},
	'the grant’s end passes': {
		people: ['yoga', 'nadia', 'hendra'],
		byGrant: true,
		isShort: true,
		tells: 'folderLost',
		happen: async () => home.clock.advance(minute)
	},
	'the folder is restricted': {
		people: ['rara', 'yoga'],
		tells: 'folderLost',
		happen: ({ folderId }) => done(home.send('wulan', 'folders.restrict', { id: folderId }))
	},
	'the page moves to where they cannot look': {
		people: ['rara', 'yoga'],
		tells: 'pageGone',
		happen: ({ pageId: id }) =>
			done(home.send('wulan', 'pages.move', { id, folderId: vault, orderKey: 'a1' }))
	},
	'the role is lowered': {
		people: ['rara', 'yoga', 'dimas'],
		tells: 'folderLost',
		happen: ({ person }) => setRole(person, 'vendor'),
		after: ({ person }) => setRole(person, person === 'dimas' ? 'admin' : 'staff')
	},
	'the person is deactivated': {
		people: ['rizky', 'rara'],
		tells: 'noMember',
		happen: ({ person }) => done(home.send('wulan', 'members.deactivate', { id: home.memberId(person) })),
		after: ({ person }) => done(home.send('wulan', 'members.reactivate', { id: home.memberId(person) }))
	},
	'the person signs out everywhere': {
		people: ['rara', 'dimas'],
		door: 'cookie',
		tells: 'sessionEnded',
		happen: async ({ person }) => home.services.sessions.endAll((await accountOf(home, person)).id)
	},
	'the key is revoked': {
		people: ['rara', 'dimas'],
		door: 'key',
		tells: 'sessionEnded',
		happen: ({ signIn }) => signIn.end()
	}
};

async function done(outcome: ReturnType<TestWorkspace['send']>): Promise<void> {
	assertDone(await outcome);
}

function setRole(person: Person, role: 'admin' | 'staff' | 'vendor'): Promise<void> {
	return done(home.send('wulan', 'members.setRole', { id: home.memberId(person), role }));
}

async function prepare(ending: Ending, random: Random): Promise<Trial> {
	const person = random.pick(ending.people);
	const folderId = await home.folder('Dapur', null, ending.byGrant === true);
	const pageId = await home.page('Resep', folderId);
	const grantId = uuidv7();
	if (ending.byGrant) {
		const level = person === 'rara' || person === 'yoga' ? 'edit' : 'view';
		const holder = { memberId: home.memberId(person), role: null, level } as const;
		const endsAt = home.clock.now() + (ending.isShort ? minute : year);
		await done(home.send('wulan', 'grants.set', { id: grantId, folderId, endsAt, ...holder }));
	}
	const door = ending.door ?? random.pick(['cookie', 'key']);
	const signIn = await (door === 'key' ? signInByKey : signInByCookie)(test, person);
	return { person, signIn, folderId, pageId, grantId };
}

/** A colleague who does not stop writing, on the page and in its title. */
class Colleague {
	readonly #device: OpenDevice;
	readonly #pageId: string;
	words: string;
	#writing: Promise<void> | undefined;
	#stopped = false;

	constructor(device: OpenDevice, pageId: string, words: string) {
		this.#device = device;
		this.#pageId = pageId;
		this.words = words;
	}

	start(): void {
		this.#writing = this.#write();
	}

	/** Writes a last time, and waits until the server has told everybody of it. */
	async stop(): Promise<void> {
		this.#stopped = true;
		await this.#writing;
		await this.#writeOnce();
	}

	async #write(): Promise<void> {
		while (!this.#stopped) await this.#writeOnce();
	}

	async #writeOnce(): Promise<void> {
		const { feed, page } = this.#device;
		page.write(this.words);
		await Promise.all([
			feed.push('pages.rename', { id: this.#pageId, title: this.words }),
			page.untilSaved()
		]);
	}
}

/** Whether both sockets close, and nothing is heard any more. */
function endsAll(ending: Pick<Ending, 'tells'>): ending is { tells: 'sessionEnded' | 'noMember' } {
	return ending.tells === 'sessionEnded' || ending.tells === 'noMember';
}

/** Waits until the device has lost what it was to lose; answers how both sockets say so. */
async function loss({ feed, page }: OpenDevice, { tells }: Ending, { folderId, pageId }: Trial) {
	const closed = page.untilClosed();
	if (endsAll({ tells })) return { page: await closed, feed: (await feed.closed).code };
	const isGone = () =>
		tells === 'folderLost' ? !feed.copy.cursors.has(folderId) : !feed.copy.rows.has(`pages:${pageId}`);
	if (!isGone()) await feed.frame(isGone);
	return { page: await closed, feed: 'gone' };
}

/** Asks something over the feed: when the answer is there, so is everything that was sent before. */
async function flush({ feed }: OpenDevice, ending: Ending, { pageId: id }: Trial): Promise<void> {
	if (endsAll(ending)) return;
	const answer = await feed.push('pages.rename', { id, title: 'Masih boleh' });
	expect(answer).toMatchObject({ type: 'refusal', code: 'not_found' });
}

async function run(name: string, ending: Ending, random: Random): Promise<void> {
	const trial = await prepare(ending, random);
	const secret = `rahasia-${uuidv7()}`;
	const writer = await openDevice(test, await signInByCookie(test, 'wulan'), trial.pageId);
	const device = await openDevice(test, trial.signIn, trial.pageId);
	const colleague = new Colleague(writer, trial.pageId, 'biasa');
	colleague.start();
	for (let turns = random.upTo(4); turns > 0; turns--) await new Promise(setImmediate);
	await ending.happen(trial);
	colleague.words = secret;
	const since = performance.now();
	const lost = await loss(device, ending, trial);
	const took = performance.now() - since;
	await colleague.stop();
	await flush(device, ending, trial);
	const label = `${name}: ${trial.person}`;
	expect(lost.page, label).toBe(closeCodes[endsAll(ending) ? 'sessionEnded' : 'accessChanged']);
	if (endsAll(ending)) expect(lost.feed, label).toBe(closeCodes[ending.tells]);
	expect(took, label).toBeLessThan(1_000);
	expect(writer.heard(secret), 'the words went out at all').toBe(true);
	expect(device.heard(secret), `${label} hears what was written afterwards`).toBe(false);
	expect(device.feed.copy.rows.has(`pages:${trial.pageId}`) && !endsAll(ending), label).toBe(false);
	device.close();
	writer.close();
	await ending.after?.(trial);
}

describe('a right that ends', () => {
	it(`takes both sockets with it within a second, and not a byte follows: ${trials} times, seed ${seed}`, async () => {
		const random = createRandom(seed);
		for (let n = 0; n < trials; n++) {
			const [name, ending] = random.pick(Object.entries(endings));
			await run(name, ending, random);
		}
	}, 120_000);
});
