import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { uuidv7 } from 'uuidv7';
import type { Level, Role } from '#domain/access/level.ts';
import type { CommandInput, CommandName } from '#domain/commands/commands.ts';
import { parseConfig } from '#server/config.ts';
import type { Caller, CommandOutcome } from '#server/records/command-runner.ts';
import { createServices, type ServiceOptions, type Services } from '#server/services.ts';

/** A clock that stands still until a test moves it. */
export class FakeClock {
	#now: number;
	constructor(start = Date.UTC(2026, 10, 23, 2, 0)) {
		this.#now = start;
	}
	now(): number {
		return this.#now;
	}
	advance(ms: number): void {
		this.#now += ms;
	}
}

/** The demo workspace's people, as far as tests name them. */
export const cast = {
	wulan: { name: 'Wulan Prameswari', role: 'owner' },
	dimas: { name: 'Dimas Nugroho', role: 'admin' },
	rara: { name: 'Rara Kusumaningtyas', role: 'staff' },
	yoga: { name: 'Yoga Saputra', role: 'staff' },
	intan: { name: 'Intan Maharani', role: 'staff' },
	nadia: { name: 'Nadia Safitri', role: 'freelancer' },
	hendra: { name: 'Hendra Gunawan', role: 'vendor' },
	rizky: { name: 'Rizky Ananda', role: 'staff' }
} as const satisfies Record<string, { name: string; role: Role }>;
export type Person = keyof typeof cast;

export interface TestWorkspace {
	services: Services;
	clock: FakeClock;
	dataDir: string;
	workspaceId: string;
	caller(person: Person, cap?: Level): Caller;
	memberId(person: Person): string;
	/** Sends a command as a person; the outcome as the server answered it. */
	send<N extends CommandName>(
		person: Person,
		name: N,
		input: CommandInput<N>,
		id?: string
	): Promise<CommandOutcome>;
	/** Makes a folder as Wulan and gives its id. */
	folder(name: string, parentId?: string | null, restricted?: boolean): Promise<string>;
	/** Makes a page as Wulan and gives its id. */
	page(title: string, folderId: string): Promise<string>;
	/** Ends the server as a kill does, in the middle of whatever it does, and starts one over the same files. */
	crash(): Promise<void>;
	close(): Promise<void>;
}

/** A real server over a real database in a folder of its own, with the whole cast as members. */
export async function openTestWorkspace(
	dataDir = mkdtempSync(join(tmpdir(), 'rapi-')),
	options: ServiceOptions = {}
): Promise<TestWorkspace> {
	const clock = new FakeClock();
	const config = parseConfig({ RAPI_DATA: dataDir, PORT: '0', RAPI_LOG: 'silent' });
	const open = () => createServices(config, { clock, log: pino({ level: 'silent' }), ...options });
	const services = await open();
	const workspaceId = uuidv7();
	const members = new Map<Person, string>();
	await seed(services, workspaceId, members, clock.now());
	const memberId = (person: Person) => members.get(person) ?? '';
	const caller = (person: Person, cap: Level = 'manage'): Caller => ({
		memberId: memberId(person),
		workspaceId,
		cap
	});
	let position = 0;
	const nextKey = () => `a${String(++position).padStart(4, '0')}V`;
	const send: TestWorkspace['send'] = (person, name, input, id = uuidv7()) =>
		home.services.commands.execute(caller(person), { id, name, input });
	const home: TestWorkspace = {
		services,
		clock,
		dataDir,
		workspaceId,
		caller,
		memberId,
		send,
		async folder(name, parentId = null, restricted = false) {
			const id = uuidv7();
			const input = { id, grantId: uuidv7(), parentId, name, orderKey: nextKey(), restricted };
			assertDone(await send('wulan', 'folders.create', input));
			return id;
		},
		async page(title, folderId) {
			const id = uuidv7();
			assertDone(
				await send('wulan', 'pages.create', { id, folderId, title, kind: 'doc', orderKey: nextKey() })
			);
			return id;
		},
		async crash() {
			await cutOff(home.services);
			home.services = await open();
		},
		async close() {
			await home.services.close();
			rmSync(dataDir, { recursive: true, force: true });
		}
	};
	return home;
}

/** Takes the database away at once: a transaction that is open falls, and nothing is finished any more. */
async function cutOff(services: Services): Promise<void> {
	const { sqlite } = services.storage;
	while (sqlite.open) {
		try {
			sqlite.close();
		} catch {
			// A statement is being read, which ends within a turn of the loop.
			await new Promise((resolve) => setImmediate(resolve));
		}
	}
	// Only so that its timers end: whatever it still wants to write, it cannot.
	void services.close().catch(() => undefined);
}

export function assertDone(outcome: CommandOutcome): void {
	if (!outcome.ok) throw new Error(`refused: ${JSON.stringify(outcome.refusal)}`);
}

async function seed(services: Services, workspaceId: string, members: Map<Person, string>, now: number) {
	const { db } = services.storage;
	await db
		.insertInto('workspaces')
		.values({
			id: workspaceId,
			name: 'Selasar Rona',
			slug: `rona-${workspaceId.slice(-6)}`,
			version: 0,
			accessEpoch: 0,
			settings: '{}',
			createdAt: now
		})
		.execute();
	for (const [person, { name, role }] of Object.entries(cast)) {
		const accountId = uuidv7();
		const id = uuidv7();
		const email = `${person}.${id.slice(-6)}@selasar-rona.example`;
		await db
			.insertInto('accounts')
			.values({ id: accountId, email, name, passwordHash: '', locale: 'id', createdAt: now })
			.execute();
		await db
			.insertInto('members')
			.values({
				id,
				workspaceId,
				accountId,
				name,
				role,
				title: '',
				company: '',
				joinedAt: now,
				deactivatedAt: null,
				version: 0,
				deletedAt: null
			})
			.execute();
		members.set(person as Person, id);
	}
}
