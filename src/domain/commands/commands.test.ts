import { uuidv7 } from 'uuidv7';
import { beforeEach, describe, expect, it } from 'vitest';
import { MemoryTx } from '../../../tests/support/memory-tx.ts';
import type { Actor } from '../access/can.ts';
import { outsiderGrantMs, type Role } from '../access/level.ts';
import { isRefusal } from '../kernel/refusal.ts';
import { limits } from '../kernel/schema.ts';
import type { Command } from './command.ts';
import { commandNames, commands, type CommandInput, type CommandName } from './commands.ts';
import { runCommand } from './run-command.ts';

const now = 1_000_000;
const workspaceId = uuidv7();
let tx: MemoryTx;
let wulan: Actor;
let rara: Actor;
let hendra: Actor;

beforeEach(async () => {
	tx = new MemoryTx();
	wulan = await member('Wulan', 'owner');
	rara = await member('Rara', 'staff');
	hendra = await member('Hendra', 'vendor');
});

async function member(name: string, role: Role): Promise<Actor> {
	const id = uuidv7();
	const facts = { title: '', company: '', joinedAt: now, deactivatedAt: null, version: 0, deletedAt: null };
	await tx.put('members', { id, workspaceId, name, role, ...facts });
	return { memberId: id, workspaceId, role, active: true, cap: 'manage' };
}

/** Carries out a command; answers the refusal's code, or 'done'. */
async function run<N extends CommandName>(actor: Actor, name: N, input: CommandInput<N>): Promise<string> {
	const result = await runCommand(commands[name] as Command<unknown>, tx, input, { actor, now });
	return isRefusal(result) ? result.refused : 'done';
}

async function folder(actor: Actor, parentId: string | null = null, restricted = false): Promise<string> {
	const id = uuidv7();
	const input = { id, grantId: uuidv7(), parentId, name: 'Folder', orderKey: 'a0', restricted };
	expect(await run(actor, 'folders.create', input)).toBe('done');
	return id;
}

describe('folders', () => {
	it('cannot be moved into themselves, at any depth', async () => {
		const top = await folder(wulan);
		const below = await folder(wulan, await folder(wulan, top));
		expect(await run(wulan, 'folders.move', { id: top, parentId: top, orderKey: 'a1' })).toBe('cycle');
		expect(await run(wulan, 'folders.move', { id: top, parentId: below, orderKey: 'a1' })).toBe('cycle');
	});

	it('cannot be nested deeper than the limit, by making or by moving', async () => {
		let deepest: string | null = null;
		for (let depth = 0; depth < limits.folderDepth; depth++) deepest = await folder(wulan, deepest);
		const input = {
			id: uuidv7(),
			grantId: uuidv7(),
			parentId: deepest,
			name: 'Terlalu dalam',
			orderKey: 'a0'
		};
		expect(await run(wulan, 'folders.create', input)).toBe('too_deep');
		const other = await folder(wulan);
		expect(await run(wulan, 'folders.move', { id: other, parentId: deepest, orderKey: 'a1' })).toBe(
			'too_deep'
		);
	});

	it('are managed by the staff member who makes them, and by no other staff', async () => {
		const own = await folder(rara);
		const yoga = await member('Yoga', 'staff');
		expect(await run(yoga, 'folders.archive', { id: own })).toBe('not_found');
		expect(await run(rara, 'folders.archive', { id: own })).toBe('done');
	});

	it('need manage on both sides to be moved', async () => {
		const own = await folder(rara);
		const shared = await folder(wulan);
		expect(await run(rara, 'folders.move', { id: own, parentId: shared, orderKey: 'a1' })).toBe('not_found');
		expect(await run(rara, 'folders.move', { id: shared, parentId: own, orderKey: 'a1' })).toBe('not_found');
	});

	it('are restored only from the trash', async () => {
		const id = await folder(wulan);
		expect(await run(wulan, 'folders.restore', { id })).toBe('not_in_trash');
		expect(await run(wulan, 'folders.trash', { id })).toBe('done');
		expect(await run(wulan, 'folders.restore', { id })).toBe('done');
	});
});

describe('the trash', () => {
	it('takes nothing new, at any depth', async () => {
		const top = await folder(wulan);
		const below = await folder(wulan, top);
		const id = uuidv7();
		const page = { id, folderId: await folder(wulan), title: 'SOP', kind: 'sop' as const, orderKey: 'a0' };
		expect(await run(wulan, 'pages.create', page)).toBe('done');
		expect(await run(wulan, 'folders.trash', { id: top })).toBe('done');
		const inside = { id: uuidv7(), grantId: uuidv7(), parentId: below, name: 'Baru', orderKey: 'a0' };
		expect(await run(wulan, 'folders.create', inside)).toBe('in_trash');
		expect(await run(wulan, 'pages.create', { ...page, id: uuidv7(), folderId: below })).toBe('in_trash');
		expect(await run(wulan, 'pages.move', { id, folderId: below, orderKey: 'a0' })).toBe('in_trash');
		expect(await run(wulan, 'folders.move', { id: page.folderId, parentId: top, orderKey: 'a0' })).toBe(
			'in_trash'
		);
	});

	it('is the only place from which a page goes for ever', async () => {
		const page = {
			id: uuidv7(),
			folderId: await folder(wulan),
			title: 'SOP',
			kind: 'sop' as const,
			orderKey: 'a0'
		};
		await run(wulan, 'pages.create', page);
		expect(await run(wulan, 'pages.purge', { id: page.id })).toBe('not_in_trash');
		await run(wulan, 'pages.trash', { id: page.id });
		expect(await run(rara, 'pages.purge', { id: page.id })).toBe('not_found');
		expect(await run(wulan, 'pages.purge', { id: page.id })).toBe('done');
	});
});

describe('grants', () => {
	const forMember = (folderId: string, actor: Actor) => ({
		id: uuidv7(),
		folderId,
		memberId: actor.memberId,
		role: null
	});

	it('to outsiders need an end, and never give a vendor manage', async () => {
		const folderId = await folder(wulan);
		const grant = forMember(folderId, hendra);
		const endsAt = now + outsiderGrantMs;
		expect(await run(wulan, 'grants.set', { ...grant, level: 'view', endsAt: null })).toBe(
			'end_date_required'
		);
		expect(await run(wulan, 'grants.set', { ...grant, level: 'manage', endsAt })).toBe('outsider_level');
		expect(await run(wulan, 'grants.set', { ...grant, level: 'edit', endsAt: now })).toBe('invalid');
		expect(await run(wulan, 'grants.set', { ...grant, level: 'comment', endsAt })).toBe('done');
	});

	it('replace the earlier grant of the same holder', async () => {
		const folderId = await folder(wulan, null, true);
		await run(wulan, 'grants.set', { ...forMember(folderId, rara), level: 'view', endsAt: null });
		await run(wulan, 'grants.set', { ...forMember(folderId, rara), level: 'edit', endsAt: null });
		const grants = await tx.list('grants', { folderId });
		expect(grants.map(({ level }) => level)).toEqual(['edit']);
	});

	it('are given and taken by those who manage the folder only', async () => {
		const folderId = await folder(wulan);
		const grant = { ...forMember(folderId, rara), level: 'manage' as const, endsAt: null };
		expect(await run(rara, 'grants.set', grant)).toBe('not_found');
		expect(await run(wulan, 'grants.set', grant)).toBe('done');
		expect(await run(rara, 'grants.remove', { id: grant.id })).toBe('done');
		expect(await run(rara, 'grants.set', grant)).toBe('not_found');
	});

	it('cannot be moved to another folder by reusing their id', async () => {
		const own = await folder(rara);
		const closed = await folder(wulan, null, true);
		const grant = { ...forMember(closed, hendra), level: 'view' as const, endsAt: now + 1 };
		expect(await run(wulan, 'grants.set', grant)).toBe('done');
		expect(await run(rara, 'grants.set', { ...grant, folderId: own })).toBe('already_exists');
	});
});

describe('members', () => {
	it('keep one owner, whoever asks', async () => {
		expect(await run(wulan, 'members.setRole', { id: wulan.memberId, role: 'staff' })).toBe('last_owner');
		expect(await run(wulan, 'members.deactivate', { id: wulan.memberId })).toBe('last_owner');
	});

	it('are made owners, and unmade, by owners only', async () => {
		const dimas = await member('Dimas', 'admin');
		expect(await run(dimas, 'members.setRole', { id: rara.memberId, role: 'owner' })).toBe('not_found');
		expect(await run(dimas, 'members.setRole', { id: wulan.memberId, role: 'staff' })).toBe('not_found');
		expect(await run(dimas, 'members.deactivate', { id: wulan.memberId })).toBe('not_found');
		expect(await run(dimas, 'members.setRole', { id: rara.memberId, role: 'freelancer' })).toBe('done');
	});

	it.each(['freelancer', 'vendor'] as const)(
		'get an end to every grant when they become a %s',
		async (role) => {
			const folderId = await folder(rara);
			const chosen = { id: uuidv7(), folderId: await folder(wulan), level: 'view' as const, endsAt: now + 1 };
			expect(await run(wulan, 'grants.set', { ...chosen, memberId: rara.memberId, role: null })).toBe('done');
			expect(await run(wulan, 'members.setRole', { id: rara.memberId, role })).toBe('done');
			const [made] = await tx.list('grants', { folderId, memberId: rara.memberId });
			expect(made).toMatchObject({
				level: role === 'vendor' ? 'edit' : 'manage',
				endsAt: now + outsiderGrantMs
			});
			expect(await tx.get('grants', chosen.id)).toMatchObject({ level: 'view', endsAt: now + 1 });
		}
	);

	it('keep their grants as they are within the company', async () => {
		const folderId = await folder(rara);
		expect(await run(wulan, 'members.setRole', { id: rara.memberId, role: 'admin' })).toBe('done');
		expect(await tx.list('grants', { folderId })).toMatchObject([{ level: 'manage', endsAt: null }]);
	});

	it('describe themselves, and nobody else unless they manage people', async () => {
		const facts = { name: 'Rara K.', title: 'CS', company: '' };
		expect(await run(rara, 'members.describe', { id: rara.memberId, ...facts })).toBe('done');
		expect(await run(rara, 'members.describe', { id: hendra.memberId, ...facts })).toBe('not_found');
		expect(await run(wulan, 'members.describe', { id: hendra.memberId, ...facts })).toBe('done');
	});
});

describe('every command', () => {
	it.each(commandNames)('%s refuses an input that is not its own and names the field', async (name) => {
		for (const input of [undefined, null, 7, 'x', [], { id: 'x' }, { id: uuidv7(), folderId: 9 }]) {
			expect(await run(wulan, name, input as never)).toMatch(/invalid|not_found|done/);
		}
		const result = await runCommand(commands[name] as Command<unknown>, tx, {}, { actor: wulan, now });
		expect(result).toMatchObject({ refused: 'invalid' });
	});

	it.each(commandNames)('%s gives a deactivated owner nothing', async (name) => {
		const id = await folder(wulan);
		const gone = { ...wulan, active: false };
		const input = {
			id,
			grantId: id,
			folderId: id,
			parentId: id,
			memberId: null,
			role: 'staff',
			level: 'view'
		};
		const more = { endsAt: null, name: 'X', title: 'X', company: '', orderKey: 'a0', kind: 'doc' };
		const result = await runCommand(
			commands[name] as Command<unknown>,
			tx,
			{ ...input, ...more },
			{ actor: gone, now }
		);
		expect(isRefusal(result)).toBe(true);
	});
});
