// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { Doc } from 'yjs';
import { openTestEditor } from '../../../../tests/support/page-editor.ts';

it('undoes nothing when Ctrl Shift Z comes as a small z and nothing is left to redo', () => {
	const mine = openTestEditor(new Doc());
	mine.editor.commands.insertContent('Cetak label');
	const event = new KeyboardEvent('keydown', {
		key: 'z',
		keyCode: 'Z'.charCodeAt(0),
		ctrlKey: true,
		shiftKey: true,
		cancelable: true
	});
	mine.editor.view.dom.dispatchEvent(event);
	expect(event.defaultPrevented).toBe(true);
	expect(mine.editor.getText()).toBe('Cetak label');
	mine.destroy();
});
