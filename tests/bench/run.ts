// Measures Rapi beside its peers in one run: servers on core 0, load on core 1, peers in turn.
// Prints one table of ratios and writes it as JSON.
import { writeFileSync } from 'node:fs';
import { fillDocument, measureColdOpen } from './measures/cold-open.ts';
import { measureDisk } from './measures/disk.ts';
import { measureFanOut } from './measures/fan-out.ts';
import { measureSaved } from './measures/saved.ts';
import { measureThroughput } from './measures/throughput.ts';
import { startPeer, type PeerName } from './peer.ts';
import { median, quantile } from './statistics.ts';

interface Line {
	measure: string;
	relay?: number;
	hocuspocus?: number;
	rapi: number;
	goal: string;
}

const peers: PeerName[] = ['relay', 'hocuspocus', 'rapi'];
const rounds = Number(process.env['RAPI_BENCH_ROUNDS'] ?? 3);
const lines: Line[] = [];

function say(text: string) {
	process.stdout.write(`${text}\n`);
}

/** Runs a measure for each peer in turn, `rounds` times, and keeps the median of each. */
async function inTurn(
	names: PeerName[],
	measure: (name: PeerName) => Promise<number[]>
): Promise<Partial<Record<PeerName, number[]>>> {
	const results: Partial<Record<PeerName, number[][]>> = {};
	for (let round = 0; round < rounds; round++) {
		for (const name of names) (results[name] ??= []).push(await measure(name));
	}
	return Object.fromEntries(
		Object.entries(results).map(([name, runs]) => [
			name,
			runs[0]?.map((_, column) => median(runs.map((run) => run[column] ?? NaN)))
		])
	) as Partial<Record<PeerName, number[]>>;
}

function add(measure: string, goal: string, column: number, results: Partial<Record<PeerName, number[]>>) {
	const value = (name: PeerName) => results[name]?.[column];
	lines.push({
		measure,
		goal,
		rapi: value('rapi') ?? NaN,
		...(value('relay') !== undefined && { relay: value('relay') as number }),
		...(value('hocuspocus') !== undefined && { hocuspocus: value('hocuspocus') as number })
	});
}

const { waitMs, slowMs } = measureDisk();
lines.push({ measure: 'this machine: one fdatasync of 4 kB, p50 ms', rapi: waitMs, goal: 'baseline' });
lines.push({ measure: '… p95 ms', rapi: slowMs, goal: 'baseline' });

for (const readers of [1, 20, 100]) {
	say(`fan-out to ${readers} readers…`);
	const results = await inTurn(peers, async (name) => {
		const peer = await startPeer(name, 101);
		const delays = await measureFanOut(peer, readers, 100);
		await peer.discard();
		return [median(delays), quantile(delays, 0.95)];
	});
	add(`fan-out ${readers}, p50 ms`, '≤ 1.1 × Hocuspocus', 0, results);
	add(`fan-out ${readers}, p95 ms`, '≤ 1.1 × Hocuspocus', 1, results);
}

say('saved, 200 clients…');
const saved = await inTurn(['rapi'], async (name) => {
	const peer = await startPeer(name, 230);
	const delays = await measureSaved(peer, 200, 5);
	await peer.discard();
	return [median(delays), quantile(delays, 0.95)];
});
add('saved after an edit, 200 clients at 5/s, p50 ms', '', 0, saved);
add('saved after an edit, 200 clients at 5/s, p95 ms', '≤ 30 ms + one fsync', 1, saved);

say('flat out…');
const flat = await inTurn(peers, async (name) => {
	const peer = await startPeer(name, 351);
	const { deliveredPerSecond, cpuMsPer1000 } = await measureThroughput(peer, 50, 4);
	await peer.discard();
	return [deliveredPerSecond, cpuMsPer1000];
});
add('delivered a second, 50 × 4 clients', '≥ 3 × Hocuspocus', 0, flat);
add('CPU ms per 1,000 delivered', '≤ 0.8 × Hocuspocus', 1, flat);

say('cold open of 500 blocks…');
const cold = await inTurn(['hocuspocus', 'rapi'], async (name) => {
	const peer = await startPeer(name, 1);
	await fillDocument(peer, 500);
	const opened = await measureColdOpen(peer, 500);
	await opened.peer.discard();
	return [opened.ms, opened.bytes];
});
add('cold open of 500 blocks, ms', '≤ 0.25 × Hocuspocus', 0, cold);
add('… bytes received', '≤ 0.55 × Hocuspocus', 1, cold);

say('start…');
const start = await inTurn(peers, async (name) => {
	const first = await startPeer(name, 0);
	const second = await first.restart();
	await new Promise((resolve) => setTimeout(resolve, 500));
	const figures = [second.startMs, second.rssMb()];
	await second.discard();
	return figures;
});
add('second start to first line, ms', '≤ 2,000 ms', 0, start);
add('RSS empty, MB', '≤ 180 MB', 1, start);

const cell = (value: number | undefined) =>
	value === undefined ? '–' : value >= 100 ? value.toFixed(0) : value.toFixed(2);
const ratio = (line: Line) => (line.hocuspocus ? `${(line.rapi / line.hocuspocus).toFixed(2)} ×` : '–');
say('\n| measure | relay | Hocuspocus | Rapi | Rapi ÷ Hocuspocus | goal |\n|---|---|---|---|---|---|');
for (const line of lines) {
	say(
		`| ${line.measure} | ${cell(line.relay)} | ${cell(line.hocuspocus)} | ${cell(line.rapi)} | ${ratio(line)} | ${line.goal} |`
	);
}
const output = process.env['RAPI_BENCH_JSON'] ?? 'bench.json';
writeFileSync(output, `${JSON.stringify(lines, null, '\t')}\n`);
process.exit(0);
