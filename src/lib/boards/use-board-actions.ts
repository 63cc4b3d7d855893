import { useLanguage } from '../i18n/words.ts';
import { useWorkspace } from '../sync/workspace-context.ts';
import { useChanges } from '../views/changes.svelte.ts';
import { BoardActions } from './board-actions.ts';

/** Call while a component is being made. */
export function useBoardActions(): BoardActions {
	const language = useLanguage();
	return new BoardActions(useWorkspace(), useChanges(), () => language.words);
}
