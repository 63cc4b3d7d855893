import { getContext, setContext } from 'svelte';
import type { Workspace } from './workspace.ts';

const key = Symbol('workspace');

/** Makes an open workspace known to every component below. */
export function provideWorkspace(current: () => Workspace): void {
	setContext(key, current);
}

/** The workspace of the component tree. Call while a component is being made. */
export function useWorkspace(): Workspace {
	const current = getContext<(() => Workspace) | undefined>(key);
	if (!current) throw new Error('No workspace above this component.');
	return current();
}
