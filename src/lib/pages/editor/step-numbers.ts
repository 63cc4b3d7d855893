import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { stepMarks, stepPlaces } from '../step-places.ts';

/** Draws on every step its number and its place in a run; nothing of it is written into the page. */
export const StepNumbers = Extension.create({
	name: 'stepNumbers',
	addProseMirrorPlugins: () => [
		new Plugin({
			key: new PluginKey('stepNumbers'),
			props: { decorations: ({ doc }) => DecorationSet.create(doc, numbered(doc)) }
		})
	]
});

function numbered(doc: Node): Decoration[] {
	const places = stepPlaces(doc.children.map(({ type }) => type.name));
	const found: Decoration[] = [];
	doc.forEach((block, position, index) => {
		const place = places[index];
		if (place) found.push(Decoration.node(position, position + block.nodeSize, { ...stepMarks(place) }));
	});
	return found;
}
