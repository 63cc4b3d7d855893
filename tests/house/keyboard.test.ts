import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..', '..');

/** Whatever reaches a thing other than by its keys, or puts the focus somewhere by itself. */
const shortcuts =
	/\.(click|dblclick|tap|hover|fill|check|uncheck|selectOption|focus|dragTo|press)\(|\.mouse\b/g;

describe('the scripts by keyboard alone', () => {
	it('use the keyboard of the page and nothing else', () => {
		const files = globSync(['tests/e2e/keyboard-*.spec.ts', 'tests/support/keyboard.ts'], { cwd: root });
		expect(files).toHaveLength(4);
		for (const file of files) {
			const text = readFileSync(join(root, file), 'utf8').replaceAll('page.keyboard.press(', '');
			expect(text.replaceAll('other.keyboard.press(', '').match(shortcuts) ?? [], file).toEqual([]);
		}
	});
});
