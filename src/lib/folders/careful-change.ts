import type { SightChange } from '#domain/access/preview.ts';
import type { Folder } from '#domain/folders/folder.ts';
import type { Page } from '#domain/pages/page.ts';
import type { Language } from '../i18n/language.ts';
import type { Workspace } from '../sync/workspace.ts';
import type { Frame } from '../views/frame.svelte.ts';
import { nameOf, type FolderActions } from './folder-actions.ts';
import { sightAfter } from './move-preview.ts';

/** What a careful change needs from the screen around it. */
export interface Surroundings {
	workspace: Workspace;
	frame: Frame;
	actions: FolderActions;
	language: Language;
	now: number;
}

/** Moves a thing; asks first when somebody would gain or lose sight of it, and names them. */
export function moveCarefully(
	around: Surroundings,
	thing: Folder | Page,
	to: { parentId: string | null; orderKey: string }
): void {
	const { workspace, actions, language, now } = around;
	const run = () => {
		if ('parentId' in thing) void actions.move(thing, to);
		else if (to.parentId !== null) {
			void actions.movePage(thing, { folderId: to.parentId, orderKey: to.orderKey });
		}
	};
	const { top, move } = language.words.folders;
	const place = to.parentId === null ? top : (workspace.records.get('folders', to.parentId)?.name ?? '');
	const name = nameOf(thing);
	const from = 'parentId' in thing ? thing.parentId : thing.folderId;
	const sight =
		from === to.parentId ? undefined : sightAfter(workspace, thing, { parentId: to.parentId }, now);
	ask(around, sight, { title: move.warnTitle({ name, place }), button: move.confirm({ name }), run });
}

/** Restricts a folder or opens it; asks first when somebody would gain or lose sight of it. */
export function restrictCarefully(around: Surroundings, folder: Folder, restricted: boolean): void {
	const { workspace, actions, language, now } = around;
	const run = () => void actions.setRestricted(folder, restricted);
	const { restrictWarn: say } = language.words.folders;
	const { name } = folder;
	const sight = sightAfter(workspace, folder, { restrictedAt: restricted ? now : null }, now);
	const title = restricted ? say.title({ name }) : say.openTitle({ name });
	ask(around, sight, { title, button: restricted ? say.confirm : say.openConfirm, run });
}

interface Asking {
	title: string;
	button: string;
	run: () => void;
}

function ask(
	{ frame, language }: Surroundings,
	sight: SightChange | undefined,
	{ title, button, run }: Asking
) {
	if (!sight) {
		run();
		return;
	}
	const lines = sightLines(sight, language);
	frame.open({ kind: 'question', question: { title, lines, button, danger: false, run } });
}

/** Who would see it anew and who no longer, each in one sentence. */
export function sightLines({ gains, loses, hidden }: SightChange, { locale, words }: Language): string[] {
	const { move, access } = words.folders;
	const people = (changes: SightChange['gains'], above: boolean) => {
		const names = changes.map(({ member }) => member.name);
		if (above) names.push(names.length === 0 ? capital(access.seersAbove) : access.seersAbove);
		return new Intl.ListFormat(locale).format(names);
	};
	const [newcomers, leavers] = [people(gains, hidden.gain), people(loses, hidden.lose)];
	return [newcomers && move.gains({ people: newcomers }), leavers && move.loses({ people: leavers })].filter(
		(line) => line !== ''
	);
}

function capital(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}
