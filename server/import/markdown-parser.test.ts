import { afterEach, describe, expect, it } from 'vitest';
import { MarkdownTooLarge } from '../pages/markdown.ts';
import { createMarkdownParser, type MarkdownParser } from './markdown-parser.ts';

const entry = new URL('./parse-worker.ts', import.meta.url);
let parser: MarkdownParser | undefined;
afterEach(() => parser?.close());

describe('a text that is read beside the server', () => {
	it('comes back as a tree with the lines of the source', async () => {
		parser = createMarkdownParser({ entry });
		const root = await parser.parse('# Satu\n\ndua');
		expect(root.children?.map(({ type, position }) => [type, position])).toEqual([
			['heading', { start: { line: 1 } }],
			['paragraph', { start: { line: 3 } }]
		]);
	});

	it.each(['a\n> b\n'.repeat(16_000), '['.repeat(900_000)])(
		'takes too long to read: the next one is read all the same (%#)',
		async (text) => {
			parser = createMarkdownParser({ entry, deadlineMs: 400 });
			const reasons: unknown[] = [];
			const hostile = parser.parse(text).catch((error: unknown) => reasons.push(error));
			const next = parser.parse('dua');
			await hostile;
			expect(reasons).toEqual([new MarkdownTooLarge('time')]);
			expect((await next).children).toHaveLength(1);
		}
	);

	it('is refused when it is nested very deep', async () => {
		parser = createMarkdownParser({ entry });
		await expect(parser.parse('>'.repeat(65) + ' a')).rejects.toThrow(new MarkdownTooLarge('nesting'));
		await expect(parser.parse('*a **b '.repeat(600) + 'c** d*'.repeat(600))).rejects.toThrow(
			new MarkdownTooLarge('nesting')
		);
	});
});
