import { afterEach, describe, expect, it } from 'vitest';
import { commandNames } from '#domain/commands/commands.ts';
import { createRandom, type Random } from '../support/random.ts';
import { sized } from '../support/size.ts';
import { openSyncHome, type SyncHome } from '../support/sync-home.ts';
import type { Person } from '../support/test-workspace.ts';
import { dealCommands, furnish, openClient, restart, send, type Client } from './clients.ts';
import { commandGenerators } from './command-generators.ts';
import { bringTogether, countAnswers, expectEqual, receiptIds, total, type Counts } from './gathering.ts';
import { expectCommentsKept } from './kept-comments.ts';
import { expectWorkHolds } from './work-invariants.ts';

const runs = Number(process.env['RAPI_CONVERGENCE_RUNS'] ?? sized(20, 50));
const firstSeed = Number(process.env['RAPI_CONVERGENCE_SEED'] ?? 1);
/** Some for every command of the table, however many there come to be. */
const steps = Math.max(80, 2 * commandNames.length);
const people: Person[] = ['wulan', 'dimas', 'rara', 'yoga', 'rizky'];

let sync: SyncHome;

/** Over all runs: commands of each name that the server carried out, and those that it refused. */
const counts = { carriedOut: new Map() as Counts, refused: new Map() as Counts };

describe('five devices that work offline', () => {
	it('can send every command of the table', () => {
		const known = Object.keys(commandGenerators).sort();
		expect(known, 'a new command needs its line in command-generators.ts').toEqual([...commandNames].sort());
	});

	describe('in one run', () => {
		afterEach(() => sync.close());

		it.each(Array.from({ length: runs }, (_, index) => firstSeed + index))(
			'seed %i: all end equal to the server, and every command is answered once',
			async (seed) => {
				const random = createRandom(seed);
				sync = await openSyncHome();
				await furnish(sync.home);
				const others = await receiptIds(sync);
				const clients: Client[] = [];
				for (const person of people) clients.push(await openClient(sync, person));
				for (const { device } of clients) device.goOffline();
				const next = dealCommands(random, commandNames);
				for (let step = 0; step < steps; step++) await act(random.pick(clients), random, next);
				for (const id of await bringTogether(sync, clients)) others.add(id);
				await expectEqual(sync, clients);
				await expectWorkHolds(sync.home);
				await expectCommentsKept(sync, clients);
				await countAnswers(sync, clients, others, counts);
			}
		);
	});

	it.runIf(runs >= 20)('between them got every command of the table carried out', () => {
		expect(commandNames.filter((name) => !counts.carriedOut.has(name))).toEqual([]);
		const [done, not] = [total(counts.carriedOut), total(counts.refused)];
		expect(done).toBeGreaterThan(runs * 10);
		expect(not).toBeGreaterThan(runs);
		process.stdout.write(
			`engine: ${runs} runs, ${done} commands carried out, ${not} refused by the server\n`
		);
	});
});

async function act(client: Client, random: Random, next: ReturnType<typeof dealCommands>): Promise<void> {
	const dice = random.upTo(40);
	if (dice === 0) client.device.goOnline();
	else if (dice <= 2) client.device.goOffline();
	else if (dice <= 4) await restart(client);
	else await send(client, random, next());
}
