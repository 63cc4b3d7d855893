// Rapi's own server without its pages: the same services, sockets and database as `npm start`.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { uuidv7 } from 'uuidv7';
import { parseConfig } from '../../../server/config.ts';
import { createHttpServer } from '../../../server/http/http-server.ts';
import { createServices, type Services } from '../../../server/services.ts';
import { attachUpgrade } from '../../../server/sync/upgrade.ts';

interface Facts {
	keys: string[];
	pages: string[];
}

/** One member may have 64 pages open; so many share the clients of a measure. */
const memberCount = 5;
const dataDir = process.argv[2] ?? '';
const pageCount = Number(process.argv[3] ?? 0);
const services = await createServices(parseConfig({ RAPI_DATA: dataDir, PORT: '0', RAPI_LOG: 'error' }));
const facts = await readOrMakeFacts();
const server = createHttpServer(services, (_request, response) => response.end());
attachUpgrade(server, services);
server.listen(0, '127.0.0.1', () => {
	const address = server.address();
	if (typeof address === 'object' && address) {
		process.stdout.write(`${JSON.stringify({ port: address.port, ...facts })}\n`);
	}
});
process.once('SIGTERM', () => void services.close().then(() => process.exit(0)));

async function readOrMakeFacts(): Promise<Facts> {
	const file = join(dataDir, 'bench.json');
	if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Facts;
	const made = await seed(services);
	writeFileSync(file, JSON.stringify(made));
	return made;
}

/** Owners with a key each, one folder, and as many pages as the measure wants. */
async function seed({ storage: { db }, commands, keys }: Services): Promise<Facts> {
	const workspaceId = uuidv7();
	const at = Date.now();
	const counters = { version: 0, accessEpoch: 0 };
	await db
		.insertInto('workspaces')
		.values({ id: workspaceId, name: 'Bench', slug: 'bench', settings: '{}', createdAt: at, ...counters })
		.execute();
	const members: string[] = [];
	for (let count = 0; count < memberCount; count++) members.push(await seedMember(db, workspaceId, at));
	const callers = members.map((memberId) => ({ memberId, workspaceId, cap: 'manage' as const }));
	const [owner] = callers;
	if (!owner) throw new Error('no member');
	const send = async (name: string, input: unknown) => {
		const outcome = await commands.execute(owner, { id: uuidv7(), name, input });
		if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
	};
	const folderId = uuidv7();
	await send('folders.create', {
		id: folderId,
		grantId: uuidv7(),
		parentId: null,
		name: 'Bench',
		orderKey: 'a0'
	});
	const pages: string[] = [];
	for (let count = 0; count < pageCount; count++) {
		const id = uuidv7();
		await send('pages.create', { id, folderId, title: `Page ${count}`, kind: 'doc', orderKey: 'a0' });
		pages.push(id);
	}
	const secrets: string[] = [];
	for (const caller of callers) {
		const made = await keys.create(caller, { name: 'bench', cap: 'manage', endsAt: null });
		if (!('secret' in made)) throw new Error('no key');
		secrets.push(made.secret);
	}
	return { keys: secrets, pages };
}

async function seedMember(db: Services['storage']['db'], workspaceId: string, at: number): Promise<string> {
	const accountId = uuidv7();
	const memberId = uuidv7();
	const email = `${memberId}@selasar-rona.example`;
	await db
		.insertInto('accounts')
		.values({ id: accountId, email, name: 'Wulan', passwordHash: '', locale: 'id', createdAt: at })
		.execute();
	const standing = { role: 'owner', title: '', company: '', joinedAt: at, deactivatedAt: null } as const;
	await db
		.insertInto('members')
		.values({ id: memberId, workspaceId, accountId, name: 'Wulan', ...standing, version: 0, deletedAt: null })
		.execute();
	return memberId;
}
