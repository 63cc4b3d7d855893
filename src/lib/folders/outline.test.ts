import { describe, expect, it } from 'vitest';
import type { Folder } from '#domain/folders/folder.ts';
import { keyAtEnd, keyBeside } from './order-key.ts';
import { byOrder, outline } from './outline.ts';

function folder(id: string, parentId: string | null, facts: Partial<Folder> = {}): Folder {
	return {
		id,
		workspaceId: 'w',
		parentId,
		name: id,
		orderKey: 'a0',
		restrictedAt: null,
		archivedAt: null,
		trashedAt: null,
		createdBy: 'm',
		createdAt: 0,
		version: 1,
		deletedAt: null,
		...facts
	};
}

describe('outline of folders', () => {
	it('hides what is archived or in the trash with everything below', () => {
		const nodes = outline([folder('a', null, { trashedAt: 1 }), folder('b', 'a'), folder('c', null)], []);
		expect(nodes.map(({ folder: { id } }) => id)).toEqual(['c']);
	});

	it('puts a shared folder whose parent is not known at the root', () => {
		const nodes = outline([folder('benang', 'unseen')], []);
		expect(nodes.map(({ folder: { id } }) => id)).toEqual(['benang']);
	});

	it('does not hang on two folders that were moved into each other', () => {
		expect(outline([folder('a', 'b'), folder('b', 'a')], [])).toEqual([]);
	});
});

describe('order keys', () => {
	const siblings = ['a0', 'a1', 'a2'].map((orderKey, index) => ({ id: `f${index}`, orderKey }));
	const after = (key: string) =>
		[...siblings, { id: 'new', orderKey: key }].sort(byOrder).map(({ id }) => id);

	it('puts a thing at the end, before and after a sibling', () => {
		expect(after(keyAtEnd(siblings))).toEqual(['f0', 'f1', 'f2', 'new']);
		expect(after(keyBeside(siblings, 'f1', 'before', 'new'))).toEqual(['f0', 'new', 'f1', 'f2']);
		expect(after(keyBeside(siblings, 'f1', 'after', 'new'))).toEqual(['f0', 'f1', 'new', 'f2']);
	});

	it('passes siblings with the same key together', () => {
		const twins = [
			{ id: 'x', orderKey: 'a0' },
			{ id: 'y', orderKey: 'a0' }
		];
		expect(keyBeside(twins, 'x', 'after', 'new') > 'a0').toBe(true);
	});
});
