import { getContext, setContext } from 'svelte';
import type { TaskActions } from './task-actions.ts';

const key = Symbol('task-actions');

export function provideTaskActions(actions: TaskActions): void {
	setContext(key, actions);
}

/** Call while a component is being made. */
export function useTaskActions(): TaskActions {
	return getContext<TaskActions>(key);
}
