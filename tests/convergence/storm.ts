import { uuidv7 } from 'uuidv7';
import { commandNames, type CommandName } from '#domain/commands/commands.ts';
import type { Recurrence } from '#domain/tasks/recurrence.ts';
import { readRow } from '#server/records/row-codec.ts';
import { createRandom, type Random } from '../support/random.ts';
import type { SyncHome } from '../support/sync-home.ts';
import type { Person } from '../support/test-workspace.ts';
import { dealCommands, furnish, give, openClient, restart, send, type Client } from './clients.ts';
import { bringTogether, receiptIds } from './gathering.ts';

const people: Person[] = ['wulan', 'dimas', 'rara', 'yoga', 'rizky', 'intan', 'nadia', 'hendra'];
const monthMs = 30 * 86_400_000;
const weekly: Recurrence = { every: 'week', interval: 1, weekdays: [1], after: 'done', until: null };

/** What a run went through, to be told with its result. */
export interface Weathered {
	tabsKilled: number;
	serverKills: number;
	partitions: number;
}

/** One run by chance: eight people, and a network, tabs and a server that fail in the middle of things. */
export class Storm {
	readonly sync: SyncHome;
	readonly clients: Client[] = [];
	/** Receipts of what the test itself did. */
	readonly others = new Set<string>();
	readonly weathered: Weathered = { tabsKilled: 0, serverKills: 0, partitions: 0 };
	readonly #random: Random;
	readonly #next: () => CommandName;

	constructor(sync: SyncHome, seed: number) {
		this.sync = sync;
		this.#random = createRandom(seed);
		// The work of the hub twice as often as who may do it.
		const hub = commandNames.filter((name) => /^(tasks|boards|blockers|comments)\./.test(name));
		this.#next = dealCommands(this.#random, [...commandNames, ...hub]);
	}

	/** Everybody begins with the same things; people from outside see some of them. */
	async begin(): Promise<void> {
		const { home } = this.sync;
		const [shop = '', store = ''] = await furnish(home);
		const endsAt = Math.max(home.clock.now(), Date.now()) + monthMs;
		for (const [person, folderId, level] of [
			['nadia', shop, 'edit'],
			['hendra', store, 'comment']
		] as const) {
			const grant = { id: crypto.randomUUID(), folderId, level, endsAt };
			await home.send('wulan', 'grants.set', { ...grant, memberId: home.memberId(person), role: null });
		}
		await this.#beginSeries();
		for (const id of await receiptIds(this.sync)) this.others.add(id);
		for (const person of people) this.clients.push(await openClient(this.sync, person));
	}

	/** Tasks that come again, for several people to finish apart. */
	async #beginSeries(): Promise<void> {
		const { home } = this.sync;
		const board = await home.services.storage.db.selectFrom('boards').selectAll().executeTakeFirstOrThrow();
		const [column] = readRow('boards', board).columns;
		for (const title of ['Hitung kas', 'Cek rak B2']) {
			const place = { boardId: board.id, columnId: column?.id ?? '', orderKey: 'a5' };
			const facts = { dueOn: '2026-11-23', recurrence: weekly };
			await home.send('wulan', 'tasks.create', { id: uuidv7(), ...place, title, with: facts });
		}
	}

	async rage(steps: number): Promise<void> {
		for (let step = 0; step < steps; step++) await this.#act(this.#random.pick(this.clients));
	}

	/** The weather clears, what was still under way arrives, and everybody comes back. */
	async settle(): Promise<void> {
		for (const { device } of this.clients) device.weather.arriveLate();
		for (const { device } of this.clients) device.weather.clear();
		await this.#gather();
		for (const { device } of this.clients) device.weather.forgetParted();
		await this.#untilQuiet();
		await this.#gather();
	}

	async #gather(): Promise<void> {
		for (const id of await bringTogether(this.sync, this.clients)) this.others.add(id);
	}

	/** What arrived on lines that were given up is carried out, or never will be. */
	async #untilQuiet(): Promise<void> {
		const { storage } = this.sync.home.services;
		const count = () => storage.db.selectFrom('receipt').select('commandId').execute();
		let [before, now] = [-1, (await count()).length];
		while (before !== now) {
			await turns(50);
			[before, now] = [now, (await count()).length];
		}
	}

	async #act(client: Client): Promise<void> {
		const { device } = client;
		const dice = this.#random.upTo(100);
		if (dice < 60) return send(client, this.#random, this.#next());
		if (dice < 72) return this.#blow(client);
		if (dice < 80) return device.weather.clear();
		if (dice < 86) return device.goOnline();
		if (dice < 89) return device.goOffline();
		if (dice < 91) return device.weather.arriveLate();
		if (dice < 92) return turns(this.#random.upTo(20));
		if (dice < 95) return this.#finish(client);
		if (dice < 98) return this.#killTab(client);
		return this.#killServer();
	}

	/** Finishes a task that comes again, or opens it again: others may do the same before they hear of it. */
	async #finish(client: Client): Promise<void> {
		const { copy } = client.session.engine;
		const again = copy.list('tasks').filter(({ recurrence }) => recurrence?.after === 'done');
		const task = again.length > 0 ? this.#random.pick(again) : undefined;
		const board = task && copy.get('boards', task.boardId);
		const to = board?.columns.find(({ kind }) => (kind === 'done') === (task?.doneAt === null));
		if (!task || !to) return;
		const place = { boardId: task.boardId, columnId: to.id, orderKey: 'a0', seen: task.columnId };
		const next = { id: uuidv7(), today: '2026-11-23' };
		await give(client, 'tasks.move', { id: task.id, ...place, next });
	}

	/** Something happens to a device's line. */
	async #blow(client: Client): Promise<void> {
		const { device } = client;
		const { weather } = device;
		this.weathered.partitions++;
		switch (this.#random.upTo(5)) {
			case 0:
				return weather.hold('out');
			case 1:
				return weather.hold('in');
			case 2:
				weather.repeats = () => true;
				return;
			case 3:
				return weather.breakBehind(1 + this.#random.upTo(12));
			default:
				// What is given from here on travels on a line that the device then gives up.
				weather.hold('out');
				await Promise.all(this.#sendSome([client]));
				weather.part();
				weather.clear();
				return device.goOnline();
		}
	}

	/** Between a command that is begun and its answer, wherever that is by chance. */
	async #killTab(client: Client): Promise<void> {
		this.weathered.tabsKilled++;
		const sending = this.#sendSome([client]);
		await turns(this.#random.upTo(12));
		await restart(client);
		abandon(sending);
	}

	async #killServer(): Promise<void> {
		this.weathered.serverKills++;
		const sending = this.#sendSome(this.clients);
		await turns(this.#random.upTo(40));
		await this.sync.crash();
		await Promise.allSettled(sending);
		for (const { device } of this.clients) if (this.#random.upTo(4) > 0) device.goOnline();
	}

	#sendSome(clients: Client[]): Promise<void>[] {
		return clients.flatMap((client) =>
			Array.from({ length: 1 + this.#random.upTo(3) }, () => send(client, this.#random, this.#next()))
		);
	}
}

/** What a dead tab was doing may fail, or never end. */
function abandon(sending: Promise<void>[]): void {
	for (const each of sending) each.catch(() => undefined);
}

/** Lets everything that can run do so, so many times. */
async function turns(count: number): Promise<void> {
	for (let turn = 0; turn < count; turn++) await new Promise((resolve) => setImmediate(resolve));
}
