import { getContext, setContext } from 'svelte';
import type { CreateFlow } from './create-flow.ts';

const key = Symbol('create-flow');

export function provideCreateFlow(flow: CreateFlow): void {
	setContext(key, flow);
}

/** Call while a component is being made. */
export function useCreateFlow(): CreateFlow {
	return getContext<CreateFlow>(key);
}
