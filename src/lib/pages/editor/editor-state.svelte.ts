import type { Editor } from '@tiptap/core';
import { untrack } from 'svelte';
import { createSubscriber } from 'svelte/reactivity';

/** Makes an editor's state readable in components: what reads `current` is read again after each change. */
export class EditorState {
	readonly #editor: Editor;
	readonly #subscribe: () => void;

	constructor(editor: Editor) {
		this.#editor = editor;
		this.#subscribe = createSubscriber((changed) => {
			// A screen that is taken away blurs its editor, in the midst of what may change no state.
			const update = () => untrack(changed);
			editor.on('transaction', update);
			editor.on('focus', update);
			editor.on('blur', update);
			return () => {
				editor.off('transaction', update);
				editor.off('focus', update);
				editor.off('blur', update);
			};
		});
	}

	get current(): Editor {
		this.#subscribe();
		return this.#editor;
	}

	/** For acting, where nothing should be read again. */
	get still(): Editor {
		return this.#editor;
	}
}
