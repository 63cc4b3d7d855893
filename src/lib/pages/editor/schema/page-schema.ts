import { Extension, getSchema, type Extensions } from '@tiptap/core';
import type { Schema } from '@tiptap/pm/model';
import { nodeRules } from '#domain/pages/document-schema.ts';
import { blocks } from './blocks.ts';
import { lists, taskItem } from './lists.ts';
import { marks } from './marks.ts';
import { SopExample, SopGoal, SopStandard, SopStep } from './sop.ts';
import { tables } from './tables.ts';

const identified = Object.entries(nodeRules)
	.filter(([, rules]) => 'id' in rules)
	.map(([name]) => name);

/** The stable id that every block carries, so that steps, links and comments can point at it. */
const BlockIdentity = Extension.create({
	name: 'blockIdentity',
	addGlobalAttributes: () => [
		{
			types: identified,
			attributes: {
				id: {
					default: null,
					keepOnSplit: false,
					parseHTML: (node: HTMLElement) => node.getAttribute('data-id'),
					renderHTML: ({ id }: Record<string, unknown>) => (id ? { 'data-id': id } : {})
				}
			}
		}
	]
});

export interface SchemaWords {
	/** Spoken name of a checklist's box. */
	boxOf(text: string): string;
}

/** The extensions that make up what a page may hold, and nothing that only behaves. */
export function pageExtensions(words: SchemaWords): Extensions {
	return [
		...blocks,
		...marks,
		...lists,
		taskItem((text) => words.boxOf(text)),
		...tables,
		SopGoal,
		SopStep,
		SopStandard,
		SopExample,
		BlockIdentity
	];
}

/** The editor's schema on its own, for checks that need no editor. */
export function pageSchemaOf(): Schema {
	return getSchema(pageExtensions({ boxOf: (text) => text }));
}
