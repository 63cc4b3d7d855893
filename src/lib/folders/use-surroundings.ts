import { useLanguage } from '../i18n/words.ts';
import { useWorkspace } from '../sync/workspace-context.ts';
import { useFrame } from '../views/frame.svelte.ts';
import type { Surroundings } from './careful-change.ts';
import { useFolderActions } from './use-folder-actions.ts';

/** Everything that a change of folders needs. Call while a component is being made. */
export function useSurroundings(): Surroundings {
	const workspace = useWorkspace();
	const frame = useFrame();
	const actions = useFolderActions();
	const language = useLanguage();
	return {
		workspace,
		frame,
		actions,
		language,
		get now() {
			return Date.now();
		}
	};
}
