import { beforeEach, describe, expect, it } from 'vitest';
import { refuse, type Refusal } from '#domain/kernel/refusal.ts';
import { en } from '../i18n/en.ts';
import { NotPrepared } from '../sync/not-prepared.ts';
import type { SentCommand } from '../sync/workspace.ts';
import { Announcer } from '../ui/announcer.svelte.ts';
import { Toasts } from '../ui/toasts.svelte.ts';
import { Changes, type Change } from './changes.svelte.ts';

let changes: Changes;
let told: string[];
let log: string[];

beforeEach(() => {
	const toasts = new Toasts(new Announcer());
	told = [];
	toasts.show = (text) => told.push(text);
	changes = new Changes(toasts, () => ({ locale: 'en', words: en }));
	log = [];
});

/** A change that notes what was done, and is written down only when the test says so. */
function slowChange(name: string, outcome: SentCommand | Refusal = { id: name }) {
	const written = Promise.withResolvers<SentCommand | Refusal>();
	const change: Change = {
		run: () => {
			log.push(`${name} shown`);
			return written.promise;
		},
		back: async () => {
			log.push(`${name} taken back`);
			return { id: name };
		},
		said: name
	};
	return { change, write: () => written.resolve(outcome) };
}

describe('taking back', () => {
	it('takes back what shows already, though the device is still writing it down', async () => {
		const rename = slowChange('rename');
		const renamed = changes.make(rename.change);
		rename.write();
		await renamed;
		const trash = slowChange('trash');
		const trashed = changes.make(trash.change);
		const undone = changes.undo();
		trash.write();
		await Promise.all([trashed, undone]);
		expect(log).toEqual(['rename shown', 'trash shown', 'trash taken back']);
	});

	it('does nothing for a change that is refused meanwhile, and tells the refusal', async () => {
		const trash = slowChange('trash', refuse('not_found', 'id'));
		const trashed = changes.make(trash.change);
		const undone = changes.undo();
		trash.write();
		expect(await trashed).toBe(false);
		await undone;
		expect(log).toEqual(['trash shown']);
		expect(told).toEqual([en.refusal.not_found]);
	});

	it('goes back in the order of the keys, though the last change is still being written down', async () => {
		const [rename, move] = [slowChange('rename'), slowChange('move')];
		rename.write();
		await changes.make(rename.change);
		const moved = changes.make(move.change);
		const undone = [changes.undo(), changes.undo()];
		const trash = slowChange('trash');
		trash.write();
		const trashed = changes.make(trash.change);
		move.write();
		await Promise.all([moved, trashed, ...undone]);
		expect(log).toEqual([
			'rename shown',
			'move shown',
			'move taken back',
			'rename taken back',
			'trash shown'
		]);
	});

	it('leaves no offer to take back what was taken back already, by key or while it was written down', async () => {
		const toasts = new Toasts(new Announcer());
		const offered = () => toasts.shown.flatMap(({ text, action }) => (action ? [text] : []));
		const told = new Changes(toasts, () => ({ locale: 'en', words: en }));
		const [rename, move] = [slowChange('rename'), slowChange('move')];
		rename.write();
		await told.make(rename.change);
		expect(offered()).toEqual(['rename']);
		await told.undo();
		expect(toasts.shown.map(({ text }) => text)).toEqual([en.folders.done.undone]);
		const moved = told.make(move.change);
		const undone = told.undo();
		move.write();
		await Promise.all([moved, undone]);
		expect(offered()).toEqual([]);
		for (const { id } of toasts.shown) toasts.dismiss(id);
	});

	it('does again what is still being taken back, in the order of the keys', async () => {
		const move = slowChange('move');
		move.write();
		await changes.make(move.change);
		await Promise.all([changes.undo(), changes.redo(), changes.undo()]);
		expect(log).toEqual(['move shown', 'move taken back', 'move shown', 'move taken back']);
	});

	it('does not do again what could not be taken back', async () => {
		const gone = refuse('not_found', 'id');
		const move = slowChange('move');
		move.write();
		await changes.make({ ...move.change, back: async () => gone });
		await Promise.all([changes.undo(), changes.redo()]);
		await changes.redo();
		await changes.undo();
		expect(log).toEqual(['move shown']);
		expect(told).toEqual(['move', en.refusal.not_found]);
	});

	it('tells when a part of the app that it needs does not load, and remembers nothing of it', async () => {
		const run = () => Promise.reject(new NotPrepared('no such chunk'));
		const back = async () => ({ id: 'never' });
		expect(await changes.make({ run, back, said: 'made' })).toBe(false);
		await changes.undo();
		expect(told).toEqual([en.shell.notPrepared]);
	});

	it('goes back in order, and forth again', async () => {
		for (const name of ['rename', 'move']) {
			const slow = slowChange(name);
			slow.write();
			await changes.make(slow.change);
		}
		await changes.undo();
		await changes.undo();
		await changes.redo();
		expect(log).toEqual([
			'rename shown',
			'move shown',
			'move taken back',
			'rename taken back',
			'rename shown'
		]);
	});
});
