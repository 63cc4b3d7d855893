import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { stepMarks, stepPlaces } from '../step-places.ts';

/** Draws on every step its number and its place in a run; nothing of it is written into the page. */
export const StepNumbers = Extension.create({
	name: 'stepNumbers',
	addProseMirrorPlugins: () => {
		const key = new PluginKey<DecorationSet>('stepNumbers');
		return [
			new Plugin<DecorationSet>({
				key,
				state: {
					init: (_config, { doc }) => numbered(doc),
					// Carets that move, one's own and those of others, leave the numbers as they are.
					apply: ({ docChanged, doc }, before) => (docChanged ? numbered(doc) : before)
				},
				props: { decorations: (state) => key.getState(state) }
			})
		];
	}
});

function numbered(doc: Node): DecorationSet {
	const places = stepPlaces(doc.children.map(({ type }) => type.name));
	const found: Decoration[] = [];
	doc.forEach((block, position, index) => {
		const place = places[index];
		if (place) found.push(Decoration.node(position, position + block.nodeSize, { ...stepMarks(place) }));
	});
	return DecorationSet.create(doc, found);
}
