import { Extension } from '@tiptap/core';
import { cameFromOutside } from './block-ids.ts';

/**
 * A change from elsewhere that the editor fails to show leaves it behind the page, and the binding
 * would then write the old text back over what the others wrote. So the editor has to let go.
 */
export const RemoteChanges = Extension.create<{ onFailure: (error: unknown) => void }>({
	name: 'remoteChanges',
	// Around every other extension's part in a change.
	priority: 20_000,
	dispatchTransaction({ transaction, next }) {
		if (!cameFromOutside(transaction)) return next(transaction);
		try {
			next(transaction);
		} catch (error) {
			this.options.onFailure(error);
		}
	}
});
