import * as Y from 'yjs';
import { deepestNesting, documentRoot, findMarkFault, findNodeFault } from '#domain/pages/document-schema.ts';
import { pageUpdateBytes, type PageRefusal } from '#domain/wire/protocol.ts';
import { decodeUpdate, structAt, type DecodedUpdate, type Section } from './decoded-update.ts';
import { describeType, StructPlaces, type Host } from './struct-places.ts';

/** Why an update is not taken, and what was seen, for the log of faults: never a person's text. */
export interface Inadmissible {
	refused: PageRefusal;
	detail: string;
}

/** `bytes` is what to apply: the update without what the document knows already. */
export type Admission = { bytes: Uint8Array; clients: number[] } | Inadmissible;

/**
 * Judges an update against the document that it is meant for, and touches nothing: size, structure,
 * client ids, predecessors, then every new node, mark and attribute. `owns` says whether a client
 * id is the sender's or nobody's. Answers the client ids that bring something new.
 */
export function judgeUpdate(doc: Y.Doc, bytes: Uint8Array, owns: (clientId: number) => boolean): Admission {
	if (bytes.length > pageUpdateBytes) return refuse('too_large', `${bytes.length} bytes`);
	const update = decodeNews(doc, bytes);
	if (!update) return refuse('malformed', 'undecodable');
	const clients = [...update.sections.keys()];
	if (!clients.every(owns)) return refuse('foreign_client', 'client id of somebody else');
	return findGap(doc, update) ?? findFault(doc, update) ?? { bytes: update.bytes, clients };
}

type News = DecodedUpdate & { bytes: Uint8Array };

/**
 * Takes the update apart. Where it overlaps what is known, the known part is cut off first: Yjs
 * would join the rest to the known part whatever the update says, so only the rest can be judged.
 */
function decodeNews(doc: Y.Doc, bytes: Uint8Array): News | undefined {
	const update = decodeUpdate(bytes);
	if (!update) return undefined;
	const overlaps = [...update.sections].some(([client, { start }]) => start < Y.getState(doc.store, client));
	if (!overlaps) return { ...update, bytes };
	const rest = cutKnown(doc, bytes);
	const news = rest && decodeUpdate(rest);
	return news && { ...news, bytes: rest };
}

function cutKnown(doc: Y.Doc, bytes: Uint8Array): Uint8Array | undefined {
	try {
		return Y.diffUpdate(bytes, Y.encodeStateVector(doc));
	} catch {
		// Bytes that can be read but not written again: no update of an editor.
		return undefined;
	}
}

function refuse(refused: PageRefusal, detail: string): Inadmissible {
	return { refused, detail };
}

/** Something that the update builds on and that is not there: Yjs would keep it waiting for ever. */
function findGap(doc: Y.Doc, update: DecodedUpdate): Inadmissible | undefined {
	const gap = refuse('missing_predecessor', 'builds on what is not here');
	for (const [client, section] of update.sections) {
		if (section.start !== Y.getState(doc.store, client)) return gap;
		for (const struct of section.structs) {
			if (struct instanceof Y.Skip) return gap;
			if (struct instanceof Y.Item && !standsOnKnown(doc, update, struct)) return gap;
		}
	}
	for (const { client, end } of update.deletes) {
		if (end > Y.getState(doc.store, client) && end > endOf(update.sections.get(client))) return gap;
	}
	return undefined;
}

function endOf(section: Section | undefined): number {
	return section?.end ?? 0;
}

function standsOnKnown(doc: Y.Doc, update: DecodedUpdate, item: Y.Item): boolean {
	for (const id of [item.origin, item.rightOrigin, item.parent]) {
		if (id instanceof Y.ID && !isKnown(doc, update, item, id)) return false;
	}
	return true;
}

function isKnown(doc: Y.Doc, update: DecodedUpdate, item: Y.Item, id: Y.ID): boolean {
	if (id.client === item.id.client) return id.clock < item.id.clock;
	if (id.clock < Y.getState(doc.store, id.client)) return true;
	const section = update.sections.get(id.client);
	const struct = section && structAt(section, id.clock);
	return struct !== undefined && !(struct instanceof Y.Skip);
}

function findFault(doc: Y.Doc, update: DecodedUpdate): Inadmissible | undefined {
	const places = new StructPlaces(doc, update);
	for (const { structs } of update.sections.values()) {
		for (const struct of structs) {
			const fault = struct instanceof Y.Item && findItemFault(places, struct);
			if (fault) return fault;
		}
	}
	return undefined;
}

function findItemFault(places: StructPlaces, item: Y.Item): Inadmissible | undefined {
	if (item.content instanceof Y.ContentDeleted) return undefined;
	const place = places.locate(item);
	if (place === 'nowhere') return refuse('malformed', 'stands nowhere');
	// What lands in a place that is gone is cleared away by Yjs; only text and plain nodes may do so.
	if (place === 'gone') return isPlain(item) ? undefined : refuse('schema', 'content of another kind');
	const fault =
		place.attribute === null
			? findChildFault(place.host, item)
			: findAttributeFault(place.host, place.attribute, item);
	return fault === undefined ? undefined : refuse('schema', fault);
}

function isPlain({ content }: Y.Item): boolean {
	const plain = [Y.ContentString, Y.ContentFormat, Y.ContentAny];
	if (plain.some((kind) => content instanceof kind)) return true;
	return content instanceof Y.ContentType && describeType(content.type, 1).kind !== 'other';
}

function findChildFault(host: Host, { content }: Y.Item): string | undefined {
	if (host.kind === 'other') return `content outside ${documentRoot}`;
	if (host.kind === 'text') return findTextFault(content);
	if (!(content instanceof Y.ContentType)) return 'content of another kind in a node';
	const child = describeType(content.type, host.depth + 1);
	if (child.kind === 'text') return host.kind === 'root' ? 'text outside a node' : undefined;
	if (child.kind !== 'element') return 'a type that pages do not have';
	if (child.depth > deepestNesting) return 'nested too deep';
	return findNodeFault(child.name, {});
}

function findTextFault(content: Y.Item['content']): string | undefined {
	if (content instanceof Y.ContentString) return undefined;
	if (content instanceof Y.ContentFormat) return findMarkFault(content.key, content.value);
	return 'content of another kind in text';
}

function findAttributeFault(host: Host, attribute: string, { content }: Y.Item): string | undefined {
	if (host.kind !== 'element') return 'an attribute outside a node';
	if (!(content instanceof Y.ContentAny) || content.arr.length !== 1) return 'an attribute of another kind';
	return findNodeFault(host.name, { [attribute]: content.arr[0] as unknown });
}
