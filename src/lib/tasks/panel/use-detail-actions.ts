import { useLanguage } from '../../i18n/words.ts';
import { useWorkspace } from '../../sync/workspace-context.ts';
import { useChanges } from '../../views/changes.svelte.ts';
import { TaskDetailActions } from './task-detail-actions.ts';

/** Call while a component is being made. */
export function useDetailActions(): TaskDetailActions {
	const language = useLanguage();
	return new TaskDetailActions(useWorkspace(), useChanges(), () => language.words);
}
