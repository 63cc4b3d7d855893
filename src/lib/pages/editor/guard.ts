import type { Mark, Node, Schema } from '@tiptap/pm/model';
import { XmlElement, XmlText, type XmlFragment, type YEvent } from 'yjs';
import { deepestNesting, findMarkFault, findNodeFault } from '#domain/pages/document-schema.ts';

/**
 * Why this editor could not show a page in full; undefined when it can. The binding deletes from the
 * shared document whatever the schema cannot build, for everybody, so nothing is bound before this
 * says it is safe. Reads only.
 */
export function findUnreadable(body: XmlFragment, schema: Schema): string | undefined {
	return firstFault(() => body.toArray().forEach((child) => build(child, schema, 1)));
}

/** The same for what a change from elsewhere has touched; call it before the binding sees the change. */
export function findUnreadableChange(
	events: readonly YEvent<XmlFragment | XmlElement | XmlText>[],
	body: XmlFragment,
	schema: Schema
): string | undefined {
	return firstFault(() => {
		for (const { target, changes } of events) {
			if (target !== body) build(owner(target), schema, 1);
			else for (const child of added(changes.delta)) build(child, schema, 1);
		}
	});
}

class Unreadable extends Error {}

function firstFault(check: () => void): string | undefined {
	try {
		check();
		return undefined;
	} catch (error) {
		if (error instanceof Unreadable || error instanceof RangeError) return error.message;
		throw error;
	}
}

function owner(target: XmlFragment | XmlElement | XmlText): unknown {
	return target instanceof XmlText ? target.parent : target;
}

function added(delta: readonly { insert?: unknown }[]): unknown[] {
	return delta.flatMap(({ insert }) => (Array.isArray(insert) ? (insert as unknown[]) : []));
}

/** Builds an element just as the binding would, but without its habit of deleting what fails. */
function build(element: unknown, schema: Schema, depth: number): Node {
	if (!(element instanceof XmlElement)) throw new Unreadable('not an element');
	if (depth > deepestNesting) throw new Unreadable('nested too deeply');
	const attributes = element.getAttributes() as Record<string, unknown>;
	const fault = findNodeFault(element.nodeName, attributes);
	if (fault) throw new Unreadable(fault);
	const children = element
		.toArray()
		.flatMap((child) => (child instanceof XmlText ? texts(child, schema) : build(child, schema, depth + 1)));
	return schema.node(element.nodeName, attributes, children);
}

function texts(text: XmlText, schema: Schema): Node[] {
	const delta = text.toDelta() as { insert: unknown; attributes?: Record<string, unknown> }[];
	return delta.map(({ insert, attributes = {} }) => {
		if (typeof insert !== 'string') throw new Unreadable('not text');
		return schema.text(insert, marksOf(attributes, schema));
	});
}

function marksOf(attributes: Record<string, unknown>, schema: Schema): Mark[] {
	return Object.entries(attributes).map(([name, value]) => {
		const fault = findMarkFault(name, value);
		if (fault) throw new Unreadable(fault);
		return schema.mark(name.replace(/--[0-9A-Za-z+/=]{8}$/, ''), value as Record<string, unknown> | null);
	});
}
