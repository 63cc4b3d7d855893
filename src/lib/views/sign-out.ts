import { clearNotices } from '../inbox/clear-notices.ts';
import type { Language } from '../i18n/language.ts';
import type { Workspace } from '../sync/workspace.ts';
import type { Frame } from './frame.svelte.ts';

interface SignOutNeeds {
	workspace: Pick<Workspace, 'unsentOnDevice' | 'forgetDevice'>;
	frame: Pick<Frame, 'open'>;
	language: Pick<Language, 'words'>;
	toasts: { show: (text: string) => void };
	/** The browser's own, unless a test brings another. */
	fetch?: typeof globalThis.fetch;
	clear?: () => Promise<void>;
	leave?: () => void;
}

/** Ends this device's session and removes the account's copies and notices; asks once, first, when work would go with them. */
export async function signOut(needs: SignOutNeeds): Promise<void> {
	const { workspace, frame, language } = needs;
	const unsent = await workspace.unsentOnDevice();
	if (unsent === 0) return end(needs, false);
	const words = language.words.auth.signOut;
	frame.open({
		kind: 'question',
		question: {
			title: words.title,
			lines: [words.unsent(unsent)],
			button: words.anyway,
			danger: true,
			run: () => void end(needs, true)
		}
	});
}

/** Without a network the session stays, so the copy stays with it. */
async function end(needs: SignOutNeeds, evenUnsent: boolean): Promise<void> {
	const { workspace, language, toasts, fetch = globalThis.fetch } = needs;
	const { clear = clearNotices, leave = () => location.assign('/signin') } = needs;
	const response = await fetch('/api/v1/sessions/current', { method: 'DELETE' }).catch(() => undefined);
	const ended = response !== undefined && (response.ok || response.status === 401);
	if (!ended) return toasts.show(language.words.shell.signOutOffline);
	await workspace.forgetDevice({ evenUnsent });
	await clear();
	leave();
}
