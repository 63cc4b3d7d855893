import { useLanguage } from '../i18n/words.ts';
import { useWorkspace } from '../sync/workspace-context.ts';
import { Clock } from '../views/clock.ts';
import { unreadRows } from './inbox-rows.ts';
import { myNotices } from './my-notices.ts';

/** How many rows of the inbox wait to be read, and how that is said. Call while a component is being made. */
export function useWaiting(): { readonly now: { count: number; label: string } } {
	const workspace = useWorkspace();
	const language = useLanguage();
	const clock = new Clock();
	const count = $derived(unreadRows(myNotices(workspace), clock.now));
	return {
		get now() {
			return { count, label: language.words.inbox.unreadCount({ count }) };
		}
	};
}
