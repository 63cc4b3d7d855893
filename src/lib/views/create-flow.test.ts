// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { FolderActions } from '../folders/folder-actions.ts';
import { en } from '../i18n/en.ts';
import type { Workspace } from '../sync/workspace.ts';
import { CreateFlow } from './create-flow.ts';
import type { Frame } from './frame.svelte.ts';

const shown = vi.hoisted(() => ({ addresses: [] as string[], to: null as object | null }));
vi.mock('$app/navigation', () => ({ goto: async (address: string) => void shown.addresses.push(address) }));
vi.mock('$app/state', () => ({
	navigating: {
		get to() {
			return shown.to;
		}
	}
}));

let written: PromiseWithResolvers<string | undefined>;
let made: number;
let flow: CreateFlow;

beforeEach(() => {
	history.replaceState(null, '', '/selasar/f/template');
	shown.addresses = [];
	shown.to = null;
	written = Promise.withResolvers();
	made = 0;
	const createPage = () => {
		made += 1;
		return written.promise;
	};
	flow = new CreateFlow(
		{ slug: 'selasar' } as Workspace,
		{ createPage } as unknown as FolderActions,
		{} as Frame,
		() => en
	);
});

describe('making a page', () => {
	it('makes one and opens it, however often it is pressed while it is written down', async () => {
		const pressed = [flow.pageIn('folder', 'sop'), flow.pageIn('folder', 'sop')];
		written.resolve('page');
		await Promise.all(pressed);
		expect(made).toBe(1);
		expect(shown.addresses).toEqual([expect.stringMatching(/^\/selasar\/d\/.*page$/)]);
	});

	it('says once of a page that it is fresh', async () => {
		written.resolve('page');
		await flow.pageIn('folder', 'sop');
		expect([flow.takeFresh('another'), flow.takeFresh('page'), flow.takeFresh('page')]).toEqual([
			false,
			true,
			false
		]);
	});

	it('makes the next one afterwards, also when one was refused', async () => {
		written.resolve(undefined);
		await flow.pageIn('folder', 'doc');
		await flow.pageIn('folder', 'doc');
		expect(made).toBe(2);
		expect(shown.addresses).toEqual([]);
	});

	it('leaves people alone who went to another screen meanwhile, or are on the way there', async () => {
		const gone = flow.pageIn('folder', 'doc');
		history.replaceState(null, '', '/selasar');
		written.resolve('page');
		await gone;
		shown.to = {};
		await flow.pageIn('folder', 'doc');
		expect(made).toBe(2);
		expect(shown.addresses).toEqual([]);
	});
});
