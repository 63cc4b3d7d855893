// The hub's server with 200,000 tasks, through its real sockets and commands. Prints one line of JSON:
// `ServerDelays`. In a process of its own, so that the server may use the other core.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { generateKeyBetween } from 'fractional-indexing';
import { startServerProcess } from '../../support/server-process.ts';
import { HubDevice } from './hub-device.ts';
import { measureCommits } from './one-commit.ts';
import { seedHub, type Hub, type SeededBoard } from './seed-hub.ts';

/** Milliseconds of each time that something was measured. */
export interface ServerDelays {
	/** One raw commit of SQLite. */
	commit: number[];
	/** A card moved, from sending to the receipt. */
	command: number[];
	/** The feed of a device that was away while 2,000 changes came. */
	dayAway: number[];
	/** The first copy of a folder with 10,000 tasks and 2,000 comments. */
	firstCopy: number[];
	/** One person's own tasks, as their calendar program reads them. */
	myTasks: number[];
	/** Ten people who move cards at once: from sending until each of the others has it. */
	together: number[];
}

type Cursors = Readonly<Record<string, number>>;

const changes = 2_000;
const rounds = 5;
const movesOfEach = 20;
const betweenMovesMs = 200;

const dataDir = mkdtempSync(join(tmpdir(), 'rapi-bench-hub-'));
const hub = await seedHub(dataDir, {
	...{ boards: 20, tasksPerBoard: 10_000, done: 0.85 },
	...{ comments: 2_000, pages: 0 }
});
const server = await startServerProcess({ RAPI_DATA: dataDir });
const delays = await measure(hub, server.url);
await server.end('SIGTERM');
rmSync(dataDir, { recursive: true });
process.stdout.write(`${JSON.stringify(delays)}\n`, () => process.exit(0));

async function measure(seeded: Hub, url: string): Promise<ServerDelays> {
	const { boards, version } = seeded;
	const before = Object.fromEntries(boards.map(({ folderId }) => [folderId, version]));
	const command = await moveInTurn(seeded, url, before);
	const now = Object.fromEntries(boards.map(({ folderId }) => [folderId, version + changes]));
	const { [boards[0]?.folderId ?? '']: _first, ...allButOne } = now;
	return {
		commit: measureCommits(),
		command,
		dayAway: await inRounds(() => catchUp(seeded, url, before, changes)),
		firstCopy: await inRounds(() => catchUp(seeded, url, allButOne, 12_000)),
		myTasks: await inRounds(() => readCalendar(`${url}${seeded.calendar}`)),
		together: await moveTogether(seeded, url, now)
	};
}

async function inRounds(work: () => Promise<void>): Promise<number[]> {
	const times: number[] = [];
	for (let round = 0; round < rounds; round++) {
		const started = performance.now();
		await work();
		times.push(performance.now() - started);
	}
	return times;
}

/** One person moves a card after the other, over all boards. */
async function moveInTurn({ slug, keys, boards }: Hub, url: string, cursors: Cursors): Promise<number[]> {
	const device = new HubDevice(url, slug, keys[0] ?? '', cursors);
	await device.heard('caughtUp');
	const times: number[] = [];
	for (let count = 0; count < changes; count++) {
		const board = boards[count % boards.length];
		if (!board) throw new Error('no board');
		const started = performance.now();
		await moveToTop(device, board, Math.floor(count / boards.length));
		times.push(performance.now() - started);
	}
	await device.close();
	return times;
}

/** The card at a place of the first column goes to the top of the third. */
function moveToTop(device: HubDevice, { id: boardId, columns }: SeededBoard, index: number): Promise<void> {
	const [from, , to] = columns;
	const id = from?.taskIds[index];
	if (id === undefined || !to) throw new Error('no card');
	return device.push('tasks.move', {
		id,
		boardId,
		columnId: to.id,
		orderKey: generateKeyBetween(null, 'a0')
	});
}

async function catchUp({ slug, keys }: Hub, url: string, cursors: Cursors, rows: number): Promise<void> {
	const device = new HubDevice(url, slug, keys[0] ?? '', cursors);
	await device.heard('caughtUp');
	await device.close();
	if (device.rows < rows) throw new Error(`${device.rows} rows came instead of ${rows}`);
}

async function readCalendar(address: string): Promise<void> {
	const text = await (await fetch(address)).text();
	if (!text.includes('BEGIN:VEVENT')) throw new Error('an empty calendar');
}

/** Everybody moves cards of one board, each in their own time; every device notes when it sees those of the others. */
async function moveTogether({ slug, keys, boards }: Hub, url: string, cursors: Cursors): Promise<number[]> {
	const [, board] = boards;
	if (!board) throw new Error('no board');
	const sentAt = new Map<string, { by: HubDevice; at: number }>();
	const times: number[] = [];
	const devices = keys.map((key) => new HubDevice(url, slug, key, cursors));
	await Promise.all(devices.map((device) => device.heard('caughtUp')));
	for (const device of devices)
		device.onChanges = ({ rows }) => {
			for (const { row } of rows) {
				const sent = sentAt.get(row.id);
				if (sent && sent.by !== device) times.push(performance.now() - sent.at);
			}
		};
	await Promise.all(
		devices.map(async (device, at) => {
			await pause((betweenMovesMs / devices.length) * at);
			for (let count = 0; count < movesOfEach; count++) {
				// Below those that were moved in turn, so that no card moves twice.
				const index = changes / boards.length + count * devices.length + at;
				sentAt.set(board.columns[0]?.taskIds[index] ?? '', { by: device, at: performance.now() });
				await moveToTop(device, board, index);
				await pause(betweenMovesMs);
			}
		})
	);
	await pause(betweenMovesMs);
	await Promise.all(devices.map((device) => device.close()));
	const expected = devices.length * movesOfEach * (devices.length - 1);
	if (times.length < expected) throw new Error(`${times.length} of ${expected} moves were seen`);
	return times;
}
