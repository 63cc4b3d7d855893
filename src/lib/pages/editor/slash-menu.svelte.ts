import { Extension, type Editor } from '@tiptap/core';
import { Plugin, PluginKey, type EditorState } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';
import { untrack } from 'svelte';
import { applyKind, type BlockKind } from './block-kinds.ts';
import { slashChoices, type SlashGroup } from './slash-choices.ts';

/** The slash and what was typed behind it. */
interface SlashQuery {
	from: number;
	to: number;
	text: string;
}

/** Words typed behind a slash that name nothing: the second one closes the menu and leaves the text. */
const mostMisses = 2;

/** The open slash menu: what it offers, which row is chosen, and where it stands. */
export class SlashMenu {
	groups = $state.raw<readonly SlashGroup[]>([]);
	chosen = $state(0);
	/** The caret's box; null while closed. */
	anchor = $state.raw<{ left: number; right: number; top: number; bottom: number } | null>(null);
	readonly kinds = $derived(this.groups.flatMap((group) => [...group.kinds]));
	#query: SlashQuery | undefined;
	/** The slash that was closed by Esc stays closed until the caret leaves it. */
	#dismissed: number | undefined;
	#misses = 0;

	follow(view: EditorView, inSop: boolean): void {
		const query = view.editable && view.hasFocus() ? queryAt(view.state) : undefined;
		if (!query) this.#dismissed = undefined;
		if (!query || query.from === this.#dismissed) return this.close();
		if (query.text === this.#query?.text && this.anchor) return;
		this.#query = query;
		this.groups = slashChoices(query.text, inSop);
		this.#misses = this.kinds.length > 0 ? 0 : this.#misses + 1;
		this.chosen = 0;
		if (this.#misses >= mostMisses) this.dismiss();
		else this.anchor = view.coordsAtPos(query.from);
	}

	/** Also while a screen is being taken away: the text loses the focus in the middle of that. */
	close(): void {
		untrack(() => (this.anchor = null));
		this.#query = undefined;
		this.#misses = 0;
	}

	dismiss(): void {
		this.#dismissed = this.#query?.from;
		this.close();
	}

	/** Takes the typed words away; what was chosen comes in their place. */
	take(editor: Editor): void {
		if (!this.#query) return;
		const { from, to } = this.#query;
		this.close();
		editor.chain().focus().deleteRange({ from, to }).run();
	}

	key(event: KeyboardEvent, choose: (kind: BlockKind) => void): boolean {
		if (!this.anchor) return false;
		if (event.key === 'Escape') {
			this.dismiss();
			return true;
		}
		const kind = this.kinds[this.chosen];
		if (!kind) return false;
		if (event.key === 'Enter' || event.key === 'Tab') {
			choose(kind);
			return true;
		}
		if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return false;
		const count = this.kinds.length;
		this.chosen = (this.chosen + (event.key === 'ArrowDown' ? 1 : count - 1)) % count;
		return true;
	}
}

function queryAt({ selection, schema }: EditorState): SlashQuery | undefined {
	const at = selection.$from;
	if (!selection.empty || !at.parent.isTextblock || at.parent.type === schema.nodes['codeBlock'])
		return undefined;
	const before = at.parent.textBetween(Math.max(0, at.parentOffset - 40), at.parentOffset, '\n', '\n');
	const match = /(?:^|\s)\/([^/\n]{0,30})$/.exec(before);
	if (!match) return undefined;
	const text = match[1] ?? '';
	return { from: at.pos - text.length - 1, to: at.pos, text };
}

/** Typing a slash at the start of a word opens the menu. */
export function slash(menu: SlashMenu, inSop: () => boolean, chooseImage: () => void) {
	return Extension.create({
		name: 'slash',
		priority: 2_000,
		addProseMirrorPlugins() {
			const { editor } = this;
			const choose = (kind: BlockKind) => {
				menu.take(editor);
				applyKind(editor, kind, chooseImage);
			};
			return [
				new Plugin({
					key: new PluginKey('slash'),
					view: () => ({ update: (view) => menu.follow(view, inSop()), destroy: () => menu.close() }),
					props: {
						handleKeyDown: (_view, event) => menu.key(event, choose),
						handleDOMEvents: { blur: () => menu.close() },
						decorations: (state) => {
							const query = menu.anchor && queryAt(state);
							if (!query) return null;
							return DecorationSet.create(state.doc, [
								Decoration.inline(query.from, query.to, { class: 'slash-query' })
							]);
						}
					}
				})
			];
		}
	});
}
