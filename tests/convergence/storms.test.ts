import { afterEach, describe, expect, it } from 'vitest';
import { openFrontApart } from '../support/bare-server-process.ts';
import { sized } from '../support/size.ts';
import { openSyncHome, type OpenFront, type SyncHome } from '../support/sync-home.ts';
import { countAnswers, expectEqual, total, type Counts } from './gathering.ts';
import { expectCommentsKept } from './kept-comments.ts';
import { Storm, type Weathered } from './storm.ts';
import { expectWorkHolds } from './work-invariants.ts';

// All of it: `RAPI_STORMS=300 RAPI_STORMS_APART=10 npm run unit tests/convergence/storms.test.ts`;
// one seed alone: `RAPI_STORMS=1 RAPI_STORMS_APART=0 RAPI_STORM_SEED=<seed>`.
const runs = Number(process.env['RAPI_STORMS'] ?? sized(2, 8));
const runsApart = Number(process.env['RAPI_STORMS_APART'] ?? sized(1, 2));
const firstSeed = Number(process.env['RAPI_STORM_SEED'] ?? 1);
const steps = 220;

let sync: SyncHome;
const counts = { carriedOut: new Map() as Counts, refused: new Map() as Counts };
const all: Weathered = { tabsKilled: 0, serverKills: 0, partitions: 0 };

describe('eight devices through partitions, and kills of tabs and of the server', () => {
	afterEach(() => sync.close());

	it.each(seeds(runs))(
		'seed %i: all end equal, nothing is lost, and every command is answered once',
		(seed) => weather(seed),
		60_000
	);

	it.each(seeds(runsApart))(
		'seed %i: the same with a server in a process of its own, ended by SIGKILL',
		(seed) => weather(seed, openFrontApart),
		120_000
	);
});

it('carried out most of what was given, and refused some', () => {
	const [done, not] = [total(counts.carriedOut), total(counts.refused)];
	expect(done).toBeGreaterThan((runs + runsApart) * 40);
	expect(all.tabsKilled).toBeGreaterThan(runs + runsApart);
	process.stdout.write(
		`storms: ${runs} and ${runsApart} runs, ${done} commands carried out, ${not} refused, ` +
			`${all.partitions} partitions, ${all.tabsKilled} tabs and ${all.serverKills} servers killed\n`
	);
});

function seeds(count: number): number[] {
	return Array.from({ length: count }, (_, index) => firstSeed + index);
}

async function weather(seed: number, openFront?: OpenFront): Promise<void> {
	sync = await openSyncHome(openFront);
	const storm = new Storm(sync, seed);
	await storm.begin();
	await storm.rage(steps);
	await storm.settle();
	await expectEqual(sync, storm.clients);
	await expectWorkHolds(sync.home);
	await expectCommentsKept(sync, storm.clients);
	await countAnswers(sync, storm.clients, storm.others, counts);
	for (const what of ['tabsKilled', 'serverKills', 'partitions'] as const) all[what] += storm.weathered[what];
}
