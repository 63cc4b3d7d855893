import Copy from '@lucide/svelte/icons/copy';
import Download from '@lucide/svelte/icons/download';
import FileText from '@lucide/svelte/icons/file-text';
import ListChecks from '@lucide/svelte/icons/list-checks';
import Printer from '@lucide/svelte/icons/printer';
import type { Page } from '#domain/pages/page.ts';
import type { Surroundings } from '$lib/folders/careful-change.ts';
import { accessEntry } from '$lib/folders/access-entry.ts';
import { pageMenu } from '$lib/folders/thing-menu.ts';
import type { MenuEntry } from '$lib/ui/menu.ts';
import { pagePath } from '$lib/views/addresses.ts';

export interface PageEntryActions {
	rename: () => void;
	/** Tells what happened. */
	say: (text: string) => void;
}

/** What can be done with an open page, the facts of the page first. */
export function pageEntries(
	around: Surroundings,
	page: Page,
	{ rename, say }: PageEntryActions
): MenuEntry[] {
	const { workspace, language } = around;
	const words = language.words.pages;
	const facts = pageMenu(around, page, rename);
	const access = accessEntry(around, page.folderId);
	const kind = page.kind === 'doc' ? 'sop' : 'doc';
	return [
		...(facts.length > 0
			? [
					...facts.slice(0, 2),
					{
						label: kind === 'sop' ? words.makeSop : words.makeDoc,
						icon: kind === 'sop' ? ListChecks : FileText,
						onselect: () => void workspace.records.send('pages.setKind', { id: page.id, kind })
					},
					null
				]
			: []),
		...(access ? [access] : []),
		{
			label: words.copyLink,
			icon: Copy,
			onselect: () => void copyLink(pagePath(workspace.slug, page), () => say(words.linkCopied))
		},
		{
			label: words.download,
			icon: Download,
			onselect: () => {
				if (workspace.status.connection === 'off') say(words.downloadOffline);
				else location.assign(`/api/v1/w/${workspace.slug}/pages/${page.id}/content.md?download`);
			}
		},
		{ label: words.print, icon: Printer, onselect: () => print() },
		...facts.slice(2)
	];
}

async function copyLink(path: string, done: () => void): Promise<void> {
	await navigator.clipboard.writeText(new URL(path, location.origin).href);
	done();
}
