import { describe, expect, it } from 'vitest';
import { markRules, nodeRules } from '#domain/pages/document-schema.ts';
import type { ContentMatch } from '@tiptap/pm/model';
import { pageSchemaOf } from './page-schema.ts';

const schema = pageSchemaOf();
/** The page itself and text are not elements of the shared document. */
const shared = Object.values(schema.nodes).filter(({ name }) => name !== 'doc' && name !== 'text');

function attributeNames(attrs: object): string[] {
	return Object.keys(attrs).sort();
}

describe('the schema of the editor', () => {
	it('has the nodes and node attributes that the server admits, no more and no fewer', () => {
		const editor = Object.fromEntries(
			shared.map(({ name, spec }) => [name, attributeNames(spec.attrs ?? {})])
		);
		const server = Object.fromEntries(
			Object.entries(nodeRules).map(([name, rules]) => [name, attributeNames(rules)])
		);
		expect(editor).toEqual(server);
	});

	it('has the marks and mark attributes that the server admits, no more and no fewer', () => {
		const editor = Object.fromEntries(
			Object.values(schema.marks).map(({ name, spec }) => [name, attributeNames(spec.attrs ?? {})])
		);
		const server = Object.fromEntries(
			Object.entries(markRules).map(([name, rules]) => [name, attributeNames(rules)])
		);
		expect(editor).toEqual(server);
	});

	it('needs no attribute, so that an element without any can be built', () => {
		for (const { name, spec } of shared) {
			for (const [attribute, { default: value }] of Object.entries(spec.attrs ?? {})) {
				expect(value, `${name}.${attribute}`).not.toBe(undefined);
			}
		}
	});

	it('takes any number and order of the children that a block may have', () => {
		for (const { name, contentMatch } of shared) {
			expect(contentMatch.validEnd, `${name} may be empty`).toBe(true);
			for (const next of successors(contentMatch)) expect(next, name).toBe(contentMatch);
		}
	});
});

function successors(match: ContentMatch): ContentMatch[] {
	return Array.from({ length: match.edgeCount }, (_, index) => match.edge(index).next);
}
