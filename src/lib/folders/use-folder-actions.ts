import { getContext, setContext } from 'svelte';
import type { FolderActions } from './folder-actions.ts';

const key = Symbol('folder-actions');

export function provideFolderActions(actions: FolderActions): void {
	setContext(key, actions);
}

/** Call while a component is being made. */
export function useFolderActions(): FolderActions {
	return getContext<FolderActions>(key);
}
