import { useLanguage } from '../i18n/words.ts';
import { useWorkspace } from '../sync/workspace-context.ts';
import { useChanges } from '../views/changes.svelte.ts';
import { TaskTemplates } from './task-templates.ts';

/** Call while a component is being made. */
export function useTaskTemplates(): TaskTemplates {
	const language = useLanguage();
	return new TaskTemplates(useWorkspace(), useChanges(), () => language.words);
}
