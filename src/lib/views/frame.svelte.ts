import { getContext, setContext, untrack } from 'svelte';
import type { Folder } from '#domain/folders/folder.ts';
import type { Page, DocumentKind } from '#domain/pages/page.ts';
import type { AppCommand } from './shortcuts.ts';

const key = Symbol('frame');

/** A question before something that touches others, or cannot be taken back. */
export interface Question {
	title: string;
	lines: readonly string[];
	button: string;
	danger: boolean;
	run: () => void;
}

/** Keys that a part of the screen hears itself, as the help names them. */
export interface KeyGroup {
	title: string;
	rows: readonly { label: string; keys?: string }[];
}

/** What lies over the screen; one at a time. */
export type Overlay =
	| { kind: 'palette'; query: string }
	| { kind: 'help' }
	| { kind: 'move'; thing: Folder | Page }
	| { kind: 'rename'; thing: Folder | Page }
	| { kind: 'createPage'; pageKind: DocumentKind; title: string }
	| { kind: 'createFolder'; parentId: string | null; name: string }
	| { kind: 'createBoard'; folderId: string | undefined; templateId?: string; name?: string }
	| { kind: 'createTask'; title: string; templateId?: string }
	| { kind: 'access'; folderId: string }
	| { kind: 'import'; folderId: string | null }
	| { kind: 'importBoard'; folderId: string | undefined }
	| { kind: 'question'; question: Question };

/** The frame around every screen of a workspace: its sidebar, and what lies over it. */
export class Frame {
	overlay = $state<Overlay>();
	/** On a wide window: whether the sidebar stands there. On a tablet: whether it lies over the screen. */
	sidebarShown = $state(true);
	drawerShown = $state(false);
	/** The folder that the screen is about, where new things go. */
	folderId = $state<string>();
	/** What the screen adds to the keys that work everywhere, while it is shown. */
	screenCommands = $state.raw<readonly AppCommand[]>([]);
	/** What the parts that are shown hear besides. */
	keyGroups = $state.raw<readonly KeyGroup[]>([]);

	open(overlay: Overlay): void {
		this.overlay = overlay;
	}

	close(): void {
		this.overlay = undefined;
	}

	/** Names keys in the help until the answer is called. For an effect. */
	nameKeys(group: KeyGroup): () => void {
		this.keyGroups = [...untrack(() => this.keyGroups), group];
		return () => (this.keyGroups = untrack(() => this.keyGroups).filter((other) => other !== group));
	}

	toggleSidebar(): void {
		if (matchMedia('(min-width: 1024px)').matches) this.sidebarShown = !this.sidebarShown;
		else this.drawerShown = !this.drawerShown;
	}
}

export function provideFrame(frame: Frame): void {
	setContext(key, frame);
}

/** Call while a component is being made. */
export function useFrame(): Frame {
	return getContext<Frame>(key);
}
