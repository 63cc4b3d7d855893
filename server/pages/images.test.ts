import { open, readdir, stat, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
	assertDone,
	openTestWorkspace,
	type Person,
	type TestWorkspace
} from '../../tests/support/test-workspace.ts';
import type { Visitor } from './standing.ts';

let home: TestWorkspace;
let folderId: string;
let pageId: string;
const id = '0123456789abcdef0123456789abcdef';

beforeEach(async () => {
	home = await openTestWorkspace();
	folderId = await home.folder('Toko');
	pageId = await home.page('Foto meja', folderId);
});
afterEach(() => home.close());

function as(person: Person): Visitor {
	return { callerIn: async () => home.caller(person) };
}

async function* pieces(...parts: Uint8Array[]): AsyncIterable<Uint8Array> {
	yield* parts;
}

function png(width: number, height: number, extra = 0): Buffer {
	const bytes = Buffer.alloc(33 + extra);
	bytes.write('89504e470d0a1a0a0000000d49484452', 'hex');
	bytes.writeUInt32BE(width, 16);
	bytes.writeUInt32BE(height, 20);
	return bytes;
}

function put(person: Person, body: Buffer, wanted = { id, pageId }) {
	return home.services.images.put(as(person), wanted, pieces(body.subarray(0, 10), body.subarray(10)));
}

async function contentOf(person: Person): Promise<Buffer | undefined> {
	const found = await home.services.images.find(as(person), id);
	return found && Buffer.from(await new Response(found.read()).arrayBuffer());
}

function filesOf(page: string): Promise<string[]> {
	return readdir(join(home.dataDir, 'images', page)).catch(() => []);
}

describe('the pictures of a page', () => {
	it('come back byte by byte, with their type and size read from the content', async () => {
		expect(await put('rara', png(800, 600))).toMatchObject({ type: 'image/png', width: 800, height: 600 });
		expect(await contentOf('yoga')).toEqual(png(800, 600));
	});

	it('are the same picture when sent again, and never another one under the same id', async () => {
		await put('rara', png(800, 600));
		expect(await put('rara', png(800, 600))).toMatchObject({ id });
		expect(await put('rara', png(801, 600))).toBe('taken');
		expect(await contentOf('rara')).toEqual(png(800, 600));
	});

	it('stay one picture when two different ones arrive at once', async () => {
		const answers = await Promise.all([put('rara', png(1, 1)), put('rara', png(2, 2))]);
		expect(answers.filter((answer) => answer === 'taken')).toHaveLength(1);
		const row = await home.services.images.find(as('rara'), id);
		const [width] = answers.flatMap((answer) => (typeof answer === 'object' ? [answer.width] : []));
		expect(await contentOf('rara')).toEqual(png(width ?? 0, width ?? 0));
		expect(row?.size).toBe(33);
	});

	it('are only for those who may see the page, and only from those who may write it', async () => {
		await put('rara', png(8, 8));
		expect(await contentOf('hendra')).toBeUndefined();
		expect(await put('hendra', png(8, 8), { id: id.replace('0', 'f'), pageId })).toBe('not_found');
	});

	it('are not taken from somebody who lost the right while they were under way', async () => {
		const { images } = home.services;
		const body = png(800, 600);
		async function* slowly() {
			yield body.subarray(0, 10);
			assertDone(await home.send('wulan', 'folders.restrict', { id: folderId }));
			yield body.subarray(10);
		}
		expect(await images.put(as('rara'), { id, pageId }, slowly())).toBe('not_found');
		expect(await filesOf(pageId)).toEqual([]);
	});

	it('are no drawings that run programs, no giants, nothing that only calls itself a picture', async () => {
		const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>');
		const cases: [Buffer, string][] = [
			[svg, 'unsupported'],
			[Buffer.from('GIF89a'), 'unsupported'],
			[Buffer.alloc(0), 'unsupported'],
			[png(30_000, 30_000), 'unsupported'],
			[png(0, 5), 'unsupported'],
			[png(1, 1, 20 * 1024 * 1024), 'too_large']
		];
		for (const [body, refusal] of cases) expect(await put('rara', body)).toBe(refusal);
		expect(await filesOf('incoming')).toEqual([]);
		expect(await filesOf(pageId)).toEqual([]);
	});

	it('are whole also where the disk takes only a part at a time', async () => {
		const probe = await open(join(home.dataDir, 'probe'), 'w');
		await probe.close();
		const handle = Object.getPrototypeOf(probe) as FileHandle;
		const write = Reflect.get(handle, 'write');
		const short = vi.spyOn(handle, 'write').mockImplementation(function (this: FileHandle, data: Uint8Array) {
			return Reflect.apply(write, this, [data.subarray(0, 1000)]) as unknown;
		} as never);
		const picture = png(8, 8, 5_000);
		await put('rara', picture);
		short.mockRestore();
		expect((await stat(join(home.dataDir, 'images', pageId, id))).size).toBe(picture.length);
	});

	it('leave the disk with their page', async () => {
		await put('rara', png(8, 8));
		expect(await filesOf(pageId)).toEqual([id]);
		assertDone(await home.send('wulan', 'pages.trash', { id: pageId }));
		assertDone(await home.send('wulan', 'pages.purge', { id: pageId }));
		await home.services.images.sweep();
		expect(await filesOf(pageId)).toEqual([]);
		expect(await contentOf('rara')).toBeUndefined();
	});
});
