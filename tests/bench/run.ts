// Measures Rapi beside its peers in one run: servers on core 0, load on core 1, peers in turn.
// Prints one table of ratios and writes it as JSON. With names (`npm run bench -- hub`) only the
// measures whose names begin with one of them.
import { writeFileSync } from 'node:fs';
import { fillDocument, measureColdOpen } from './measures/cold-open.ts';
import { measureDisk } from './measures/disk.ts';
import { measureFanOut } from './measures/fan-out.ts';
import { measureHubBoard } from './measures/hub-board.ts';
import { measureHubServer } from './measures/hub-server.ts';
import { measureSaved } from './measures/saved.ts';
import { measureStart } from './measures/start.ts';
import { measureThroughput } from './measures/throughput.ts';
import { measureTyping } from './measures/typing.ts';
import { weighFirstLoads } from './measures/weight.ts';
import { startPeer, type PeerName } from './peer.ts';
import { median, quantile } from './statistics.ts';

interface Line {
	measure: string;
	relay?: number;
	hocuspocus?: number;
	/** The same without Rapi: a bare page in the browser, one commit of SQLite. */
	bare?: number;
	rapi: number;
	goal: string;
}

const peers: PeerName[] = ['relay', 'hocuspocus', 'rapi'];
const chromium = process.env['RAPI_CHROMIUM'] ?? 'chromium';
const rounds = Number(process.env['RAPI_BENCH_ROUNDS'] ?? 3);
const lines: Line[] = [];
// Each client of y-websocket listens for the end of the process; hundreds of them are no leak here.
process.setMaxListeners(0);

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

const measures: Record<string, () => void | Promise<void>> = {
	disk() {
		const { waitMs, slowMs } = measureDisk();
		lines.push({ measure: 'this machine: one fdatasync of 4 kB, p50 ms', rapi: waitMs, goal: 'baseline' });
		lines.push({ measure: '… p95 ms', rapi: slowMs, goal: 'baseline' });
	},
	typing() {
		for (const { blocks, rapi, bare } of measureTyping(chromium, [500, 2_000], 2)) {
			const goal = blocks === 500 ? '≤ 12 ms' : '≤ 20 ms';
			const measure = `key to paint, ${blocks} blocks and 7 who type, p50 ms`;
			lines.push({ measure, rapi: median(rapi), bare: median(bare), goal: '' });
			lines.push({ measure: '… p95 ms', rapi: quantile(rapi, 0.95), bare: quantile(bare, 0.95), goal });
		}
	},
	weight() {
		lines.push(...weighFirstLoads());
	},
	'hub-board'() {
		lines.push(...measureHubBoard(chromium));
	},
	'hub-server'() {
		lines.push(...measureHubServer());
	},
	async 'fan-out'() {
		for (const readers of [1, 20, 100]) {
			const results = await inTurn(peers, async (name) => {
				const peer = await startPeer(name, 101);
				const delays = await measureFanOut(peer, readers, 80);
				await peer.discard();
				return [median(delays), quantile(delays, 0.95)];
			});
			add(`fan-out ${readers}, p50 ms`, '≤ 1.1 × Hocuspocus', 0, results);
			add(`fan-out ${readers}, p95 ms`, '≤ 1.1 × Hocuspocus', 1, results);
		}
	},
	async saved() {
		const saved = await inTurn(['rapi'], async (name) => {
			const peer = await startPeer(name, 230);
			const delays = await measureSaved(peer, 200, 5);
			await peer.discard();
			return [median(delays), quantile(delays, 0.95)];
		});
		add('saved after an edit, 200 clients at 5/s, p50 ms', '', 0, saved);
		add('saved after an edit, 200 clients at 5/s, p95 ms', '≤ 30 ms + one fsync', 1, saved);
	},
	async throughput() {
		const flat = await inTurn(peers, async (name) => {
			const peer = await startPeer(name, 351);
			const { deliveredPerSecond, cpuMsPer1000 } = await measureThroughput(peer, 50, 100);
			await peer.discard();
			return [deliveredPerSecond, cpuMsPer1000];
		});
		add('delivered a second, 50 × 5 clients', '≥ 3 × Hocuspocus', 0, flat);
		add('CPU ms per 1,000 delivered', '≤ 0.8 × Hocuspocus', 1, flat);
	},
	async 'cold-open'() {
		const cold = await inTurn(['hocuspocus', 'rapi'], async (name) => {
			const peer = await startPeer(name, 1);
			await fillDocument(peer, 500);
			const opened = await measureColdOpen(peer, 500);
			await opened.peer.discard();
			return [opened.ms, opened.bytes];
		});
		add('cold open of 500 blocks, ms', '≤ 0.25 × Hocuspocus', 0, cold);
		add('… bytes received', '≤ 0.55 × Hocuspocus', 1, cold);
	},
	async start() {
		const start = await inTurn(peers, async (name) => {
			const first = await startPeer(name, 0);
			const second = await first.restart();
			await new Promise((resolve) => setTimeout(resolve, 500));
			const figures = [second.startMs, second.rssMb()];
			await second.discard();
			return figures;
		});
		add('sockets alone: second start to first line, ms', '', 0, start);
		add('… RSS empty, MB', '', 1, start);
		const whole = await measureStart(rounds);
		lines.push({
			measure: 'npm start, second time, to /readyz, ms',
			rapi: whole.readyMs,
			goal: '≤ 2,000 ms'
		});
		lines.push({ measure: '… RSS, MB', rapi: whole.rssMb, goal: '≤ 180 MB' });
	}
};

const asked = process.argv.slice(2);
const wanted = Object.entries(measures).filter(
	([name]) => asked.length === 0 || asked.some((part) => name.startsWith(part))
);
if (wanted.length === 0) {
	say(`There is no such measure; there are ${Object.keys(measures).join(', ')}.`);
	process.exit(1);
}
for (const [name, measure] of wanted) {
	say(`${name}…`);
	await measure();
}

const cell = (value: number | undefined) =>
	value === undefined ? '–' : value >= 100 ? value.toFixed(0) : value.toFixed(2);
const ratio = ({ rapi, hocuspocus, bare }: Line) => {
	const peer = hocuspocus ?? bare;
	return peer ? `${(rapi / peer).toFixed(2)} ×` : '–';
};
say('\n| measure | relay | Hocuspocus | bare | Rapi | Rapi ÷ Hocuspocus or bare | goal |');
say('|---|---|---|---|---|---|---|');
for (const line of lines) {
	say(
		`| ${line.measure} | ${cell(line.relay)} | ${cell(line.hocuspocus)} | ${cell(line.bare)} | ${cell(line.rapi)} | ${ratio(line)} | ${line.goal} |`
	);
}
const output = process.env['RAPI_BENCH_JSON'] ?? 'bench.json';
writeFileSync(output, `${JSON.stringify(lines, null, '\t')}\n`);
process.exit(0);
