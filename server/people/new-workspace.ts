import { uuidv7 } from 'uuidv7';
import type { Committed } from '../events/bus.ts';
import { writeRecords } from '../records/write-records.ts';
import type { Trx } from '../storage/tables.ts';

export interface NewWorkspace {
	name: string;
	/** What the shop sells, its channels: kept as they are, for templates and words. */
	settings: Record<string, unknown>;
	owner: { accountId: string; name: string };
}

export interface Opened {
	workspaceId: string;
	slug: string;
	memberId: string;
	news: Committed;
}

/** Makes a workspace with its first owner and the event that says so. */
export async function openWorkspace(trx: Trx, made: NewWorkspace, now: number): Promise<Opened> {
	const workspaceId = uuidv7();
	const slug = await freeSlug(trx, made.name);
	await trx
		.insertInto('workspaces')
		.values({
			id: workspaceId,
			name: made.name,
			slug,
			version: 0,
			accessEpoch: 0,
			settings: JSON.stringify(made.settings),
			createdAt: now
		})
		.execute();
	const memberId = uuidv7();
	const news = await writeRecords(
		trx,
		{ workspaceId, memberId, name: 'workspaces.open', now },
		async (tx) => {
			const facts = {
				title: '',
				company: '',
				joinedAt: now,
				deactivatedAt: null,
				version: 0,
				deletedAt: null
			};
			const member = { id: memberId, workspaceId, ...made.owner, role: 'owner' as const, ...facts };
			await tx.put('members', member);
			return { noun: 'members', id: memberId };
		}
	);
	return { workspaceId, slug, memberId, news };
}

/** First parts of addresses that are Rapi's own; a workspace there could never be opened. */
const ownAddresses = [
	'api',
	'healthz',
	'images',
	'join',
	'language',
	'metrics',
	'readyz',
	'signin',
	'start',
	'sync',
	'welcome'
];

/** The name in the letters of an address, with a number when another workspace or Rapi itself has it. */
async function freeSlug(trx: Trx, name: string): Promise<string> {
	const wanted = slugOf(name);
	const taken = await trx
		.selectFrom('workspaces')
		.select('slug')
		.where('slug', 'like', `${wanted}%`)
		.execute();
	const slugs = new Set([...ownAddresses, ...taken.map(({ slug }) => slug)]);
	let slug = wanted;
	for (let number = 2; slugs.has(slug); number++) slug = `${wanted}-${number}`;
	return slug;
}

/** Short, so that a slug can never look like an id. */
export function slugOf(name: string): string {
	const plain = name.normalize('NFKD').toLowerCase();
	const slug = plain
		.replace(/\p{M}/gu, '')
		.replace(/[^a-z0-9]+/g, '-')
		.slice(0, 24);
	return slug.replace(/^-+|-+$/g, '') || 'rapi';
}
