import { Extension } from '@tiptap/core';
import type { Plugin } from '@tiptap/pm/state';
import { yCursorPlugin } from '@tiptap/y-tiptap';
import type { Awareness } from 'y-protocols/awareness';
import { createAbsolutePositionFromRelativePosition, createRelativePositionFromJSON, type Doc } from 'yjs';
import { readCaret, type Caret } from '#domain/pages/caret.ts';
import { caretColour } from './caret-colour.ts';

/** How long a name stays beside a caret after it moved; then a small flag remains. */
const nameMs = 2_000;

export interface CaretOptions {
	awareness: Awareness;
	/** The name of a member as this person may know it; undefined draws no caret. */
	nameOf: (memberId: string) => string | undefined;
}

/**
 * Shows where others write. Who somebody is comes from the server, which puts the member's id into
 * every presence it passes on; the name and the colour are looked up here and never taken from it.
 */
export const Carets = Extension.create<CaretOptions>({
	name: 'carets',
	priority: 999,
	addProseMirrorPlugins() {
		const { awareness, nameOf } = this.options;
		return [
			yCursorPlugin(onlyWhatCanBeDrawn(awareness), {
				cursorBuilder: (user: unknown, clientId: number) => drawCaret(memberOf(user), nameOf, clientId),
				selectionBuilder: (user: unknown) => ({
					class: 'remote-selection',
					style: `--caret: ${caretColour(memberOf(user))}`
				})
			}) as Plugin
		];
	}
});

/**
 * The binding reads colours as hex and complains about others; here the id alone decides. It also
 * throws at a caret that leads nowhere, in the middle of a change.
 */
function onlyWhatCanBeDrawn(awareness: Awareness): Awareness {
	const seen = {
		clientID: awareness.clientID,
		on: awareness.on.bind(awareness),
		off: awareness.off.bind(awareness),
		getLocalState: () => awareness.getLocalState(),
		setLocalStateField: (field: string, value: unknown) => awareness.setLocalStateField(field, value),
		getStates: () =>
			new Map(
				[...awareness.getStates()].map(([client, state]) => [
					client,
					{
						cursor: caretIn(awareness.doc, state['cursor']),
						user: { memberId: memberOf(state['user']), name: '', color: '#000000' }
					}
				])
			)
	};
	// The binding uses no more of an awareness than this.
	return seen as unknown as Awareness;
}

function caretIn(doc: Doc, cursor: unknown): Caret | null {
	const caret = readCaret(cursor);
	return caret && [caret.anchor, caret.head].every((place) => leadsSomewhere(doc, place)) ? caret : null;
}

function leadsSomewhere(doc: Doc, place: Caret['head']): boolean {
	try {
		const position = createRelativePositionFromJSON(place);
		return createAbsolutePositionFromRelativePosition(position, doc) !== null;
	} catch {
		// Yjs throws at places that it never made itself: nothing to draw.
		return false;
	}
}

function memberOf(user: unknown): string {
	if (typeof user !== 'object' || user === null) return '';
	const { memberId } = user as { memberId?: unknown };
	return typeof memberId === 'string' ? memberId : '';
}

function drawCaret(memberId: string, nameOf: CaretOptions['nameOf'], clientId: number): HTMLElement {
	const caret = document.createElement('span');
	caret.className = 'remote-caret';
	caret.setAttribute('aria-hidden', 'true');
	caret.dataset['client'] = String(clientId);
	caret.style.setProperty('--caret', caretColour(memberId));
	const flag = document.createElement('span');
	flag.className = 'remote-name fresh';
	flag.textContent = nameOf(memberId) ?? '';
	setTimeout(() => flag.classList.remove('fresh'), nameMs);
	caret.append('\u2060', flag, '\u2060');
	return caret;
}
