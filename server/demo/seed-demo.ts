import { uuidv7 } from 'uuidv7';
import type { GrantLevel, Role } from '#domain/access/level.ts';
import type { CommandInput, CommandName } from '#domain/commands/commands.ts';
import { addDays, localMoment } from '#domain/kernel/day.ts';
import type { DocumentKind } from '#domain/pages/page.ts';
import type { BlockSketch } from '#domain/pages/skeleton.ts';
import { isOutsider, outsiderGrantMs } from '#domain/access/level.ts';
import { createPasswords } from '../auth/passwords.ts';
import { encodeFirstUpdate } from '../pages/first-update.ts';
import type { Services } from '../services.ts';
import { cast, emailOf, leaver, type CastMember, type CastName } from './cast.ts';
import { demoFolders, type DemoFolder } from './demo-folders.ts';
import { demoLeaves, demoTeams, type TeamOutline } from './demo-teams.ts';
import { sketchDoc, sketchSop } from './sop-outline.ts';
import { sowBoard, type Sowing } from './sow-board.ts';

export interface Demo {
	workspaceId: string;
	slug: string;
	/** One password for the whole cast: the demo is thrown away and listens on this machine only. */
	password: string;
	people: { name: string; role: Role; title: string; email: string }[];
	folderIds: Record<string, string>;
	/** Page ids by title. */
	pageIds: Record<string, string>;
	/** Board ids by name. */
	boardIds: Record<string, string>;
}

const password = 'rapi-selasar-rona';
const slug = 'selasar-rona';
const castNames = Object.keys(cast) as CastName[];

/** Fills an empty database with the shop *Selasar Rona*: people first, then everything by commands. */
export async function seedDemo(services: Services): Promise<Demo> {
	const workspaceId = uuidv7();
	const members = await seedPeople(services, workspaceId);
	const demo = new Seeding(services, workspaceId, members);
	for (const team of demoTeams) await demo.addTeam(team);
	for (const folder of demoFolders) await demo.addFolder(folder, null);
	for (const leave of demoLeaves) await demo.addLeave(leave);
	await demo.send('wulan', 'members.deactivate', { id: demo.memberId(leaver) });
	return {
		workspaceId,
		slug,
		password,
		people: castNames.filter((name) => name !== leaver).map(describe),
		folderIds: demo.folderIds,
		pageIds: demo.pageIds,
		boardIds: demo.boardIds
	};
}

function describe(name: CastName): Demo['people'][number] {
	const { name: fullName, role, title } = cast[name];
	return { name: fullName, role, title, email: emailOf(name) };
}

async function seedPeople(services: Services, workspaceId: string): Promise<Map<CastName, string>> {
	const { db } = services.storage;
	const now = services.clock.now();
	const passwordHash = await createPasswords().hash(password);
	const ids = new Map<CastName, string>();
	await db.transaction().execute(async (trx) => {
		const counters = { version: 1, accessEpoch: 1 };
		await trx
			.insertInto('workspaces')
			.values({ id: workspaceId, name: 'Selasar Rona', slug, settings: '{}', createdAt: now, ...counters })
			.execute();
		for (const name of castNames) {
			const account = { id: uuidv7(), email: emailOf(name), name: cast[name].name, passwordHash };
			await trx
				.insertInto('accounts')
				.values({ ...account, locale: 'id', createdAt: now })
				.execute();
			const member: CastMember = cast[name];
			const id = uuidv7();
			const facts = { id, workspaceId, accountId: account.id, joinedAt: now };
			await trx
				.insertInto('members')
				.values({ ...member, ...facts, deactivatedAt: null, version: 1, deletedAt: null })
				.execute();
			ids.set(name, id);
		}
	});
	return ids;
}

/** Sends the demo's commands in order, each as the person who would. */
class Seeding implements Sowing {
	readonly folderIds: Record<string, string> = {};
	readonly pageIds: Record<string, string> = {};
	readonly boardIds: Record<string, string> = {};
	/** The day that it is in Bandung. */
	readonly today: string;
	readonly #teams = new Map<string, string>();
	readonly #services: Services;
	readonly #workspaceId: string;
	readonly #members: Map<CastName, string>;
	#position = 0;

	constructor(services: Services, workspaceId: string, members: Map<CastName, string>) {
		this.#services = services;
		this.#workspaceId = workspaceId;
		this.#members = members;
		this.today = localMoment(services.clock.now(), 'Asia/Jakarta').day;
	}

	memberId(name: CastName): string {
		return this.#members.get(name) ?? '';
	}

	teamId(name: string): string {
		return this.#teams.get(name) ?? '';
	}

	async addTeam({ name, members, lead, deputy }: TeamOutline): Promise<void> {
		const id = uuidv7();
		this.#teams.set(name, id);
		await this.send('wulan', 'teams.set', {
			...{ id, name, memberIds: members.map((one) => this.memberId(one)) },
			...{ leadId: this.memberId(lead), deputyId: deputy ? this.memberId(deputy) : null }
		});
	}

	async addLeave({ who, from, to }: (typeof demoLeaves)[number]): Promise<void> {
		const days = { from: addDays(this.today, from), to: addDays(this.today, to) };
		await this.send(who, 'leaves.set', { id: uuidv7(), memberId: this.memberId(who), ...days });
	}

	async send<N extends CommandName>(name: CastName, command: N, input: CommandInput<N>): Promise<void> {
		const caller = { memberId: this.memberId(name), workspaceId: this.#workspaceId, cap: 'manage' as const };
		const outcome = await this.#services.commands.execute(caller, { id: uuidv7(), name: command, input });
		if (!outcome.ok) throw new Error(`${command} by ${name}: ${JSON.stringify(outcome.refusal)}`);
	}

	async addFolder(folder: DemoFolder, parentId: string | null): Promise<void> {
		const id = uuidv7();
		this.folderIds[folder.name] = id;
		const { name, restricted = false } = folder;
		const place = { id, grantId: uuidv7(), parentId, orderKey: this.nextKey() };
		await this.send('wulan', 'folders.create', { ...place, name, restricted });
		for (const [holder, level] of Object.entries(folder.grants ?? {}))
			await this.#addGrant(id, holder, level);
		for (const { by, outline } of folder.sops ?? []) {
			await this.#addPage(by, id, outline.title, 'sop', sketchSop(outline, uuidv7));
		}
		for (const { by, outline } of folder.docs ?? []) {
			await this.#addPage(by, id, outline.title, 'doc', sketchDoc(outline.lines, uuidv7));
		}
		for (const outline of folder.boards ?? [])
			this.boardIds[outline.name] = await sowBoard(this, id, outline);
		for (const below of folder.folders ?? []) await this.addFolder(below, id);
	}

	/** A grant to one of the cast, or to everybody of a role. */
	async #addGrant(folderId: string, holder: string, level: GrantLevel): Promise<void> {
		const person = castNames.find((name) => name === holder);
		const role = person ? cast[person].role : holder;
		const endsAt = isOutsider(role as Role) ? this.#services.clock.now() + outsiderGrantMs : null;
		const common = { id: uuidv7(), folderId, level, endsAt };
		const grant = person
			? { ...common, memberId: this.memberId(person), role: null }
			: { ...common, memberId: null, role: holder as 'staff' };
		await this.send('wulan', 'grants.set', grant);
	}

	async #addPage(by: CastName, folderId: string, title: string, kind: DocumentKind, blocks: BlockSketch[]) {
		const id = uuidv7();
		this.pageIds[title] = id;
		const content = Buffer.from(encodeFirstUpdate(blocks)).toString('base64');
		await this.send(by, 'pages.create', { id, folderId, title, kind, orderKey: this.nextKey(), content });
	}

	nextKey(): string {
		this.#position += 1;
		return `a${String(this.#position).padStart(3, '0')}V`;
	}
}
