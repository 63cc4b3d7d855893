import { describe, expect, it } from 'vitest';
import { codeOf, editor, filesOf, firstLoads, readManifest, weightOf } from '../support/first-load.ts';

/**
 * Gzip kB (1,000 bytes) of JavaScript that a device fetches before the screen stands. The ceiling lies
 * a little over what was reached, so that nothing grows by accident; the goal is what is still wanted.
 */
const screens = [
	{ name: 'home', files: firstLoads.home, ceiling: 170.5, goal: 90 },
	{ name: 'a folder', files: firstLoads.folder, ceiling: 175.5, goal: 90 },
	{
		name: 'a page that is written on',
		files: firstLoads.writing,
		ceiling: 381,
		goal: 230
	},
	{
		name: 'sign-in',
		files: firstLoads.signIn,
		ceiling: 80,
		goal: 90
	}
];

/** Words that the editor, its documents and its cleaner leave in any build. */
const traces = /ProseMirror|Yjs was already imported|dompurify/;

describe('the first load', () => {
	it.each(screens)('of $name stays under $ceiling kB (goal: $goal kB)', ({ files, ceiling }) => {
		expect(weightOf(files)).toBeLessThan(ceiling);
	});

	it('brings one language', () => {
		const english = readManifest()['src/lib/i18n/en.ts']?.file;
		expect(english).toBeDefined();
		for (const { files } of screens) expect(filesOf(files)).not.toContain(english);
	});

	it('of home brings nothing of the editor', () => {
		expect(traces.test(codeOf(editor))).toBe(true);
		expect(traces.test(codeOf(firstLoads.home))).toBe(false);
	});
});
