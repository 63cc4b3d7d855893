import { Extension } from '@tiptap/core';
import type { Command } from '@tiptap/pm/state';
import {
	backspaceInStep,
	enterBlock,
	enterInStep,
	moveBlock,
	selectBlock,
	toggleTick,
	walkBlocks
} from './block-commands.ts';

/** Keys that a screen around the editor answers. */
export interface EditorKeyActions {
	editLink: () => boolean;
	focusToolbar: () => boolean;
	leaveUpwards: () => boolean;
}

const commands: Record<string, Command> = {
	'Mod-Shift-ArrowUp': moveBlock(-1),
	'Mod-Shift-ArrowDown': moveBlock(1),
	'Mod-Enter': toggleTick,
	Escape: selectBlock,
	ArrowUp: walkBlocks(-1),
	ArrowDown: walkBlocks(1)
};

/** The keys of UX.md 4.3 that act on blocks; marks and lists bring their own. */
export function editorKeys(actions: EditorKeyActions) {
	return Extension.create({
		name: 'editorKeys',
		priority: 1_001,
		addKeyboardShortcuts() {
			const run = (command: Command) => () => command(this.editor.state, this.editor.view.dispatch);
			return {
				// Answered with nothing to redo as well: else a small z with Shift, as Caps Lock makes it, is
				// looked up without its Shift, and undoes.
				'Shift-Mod-z': () => (this.editor.commands.redo(), true),
				...Object.fromEntries(Object.entries(commands).map(([key, command]) => [key, run(command)])),
				Enter: () => [enterBlock, enterInStep].some((command) => run(command)()),
				Backspace: run(backspaceInStep),
				'Mod-k': actions.editLink,
				'Alt-F10': actions.focusToolbar,
				'Shift-Tab': () =>
					!this.editor.isActive('list') && atStart(this.editor.state.selection.from) && actions.leaveUpwards()
			};
		}
	});
}

function atStart(position: number): boolean {
	return position <= 1;
}
