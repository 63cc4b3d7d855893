import * as Y from 'yjs';

export type Struct = Y.Item | Y.GC | Y.Skip;

/** What one client wrote, in order of clock and without holes (a `Skip` stands for a hole). */
export interface Section {
	structs: Struct[];
	start: number;
	end: number;
}

export interface DeleteRange {
	client: number;
	clock: number;
	end: number;
}

/** An update taken apart, before anything of it touches a document. */
export interface DecodedUpdate {
	sections: Map<number, Section>;
	deletes: DeleteRange[];
}

/** Most that one update may declare. Beyond it the update is refused before it is applied. */
const most = { structs: 50_000, deletes: 50_000, clients: 1_000, clock: 2 ** 31 } as const;

/** Takes an update apart; undefined when it is not one, or declares more than an update may. */
export function decodeUpdate(bytes: Uint8Array): DecodedUpdate | undefined {
	try {
		const { structs, ds } = Y.decodeUpdate(bytes);
		if (structs.length > most.structs) return undefined;
		const sections = toSections(structs);
		const deletes = toRanges(ds.clients);
		return sections && deletes && { sections, deletes };
	} catch {
		// Yjs throws on bytes that are no update; nothing has been applied, so nothing is lost.
		return undefined;
	}
}

function toSections(structs: readonly Struct[]): Map<number, Section> | undefined {
	const sections = new Map<number, Section>();
	let section: Section | undefined;
	let client = -1;
	for (const struct of structs) {
		const { id, length } = struct;
		if (!section || id.client !== client) {
			client = id.client;
			if (sections.has(client) || sections.size >= most.clients) return undefined;
			section = { structs: [], start: id.clock, end: id.clock };
			sections.set(client, section);
		}
		if (length < 1 || id.clock !== section.end) return undefined;
		section.end = id.clock + length;
		if (section.end > most.clock) return undefined;
		section.structs.push(struct);
	}
	return sections;
}

function toRanges(
	clients: ReadonlyMap<number, readonly { clock: number; len: number }[]>
): DeleteRange[] | undefined {
	const ranges: DeleteRange[] = [];
	for (const [client, items] of clients) {
		if (ranges.length + items.length > most.deletes) return undefined;
		for (const { clock, len } of items) {
			if (len < 1) return undefined;
			ranges.push({ client, clock, end: clock + len });
		}
	}
	return ranges;
}

/** The struct of `section` that covers `clock`, found by halving. */
export function structAt(section: Section, clock: number): Struct | undefined {
	let low = 0;
	let high = section.structs.length - 1;
	while (low <= high) {
		const middle = (low + high) >> 1;
		const struct = section.structs[middle];
		if (!struct) return undefined;
		if (clock < struct.id.clock) high = middle - 1;
		else if (clock >= struct.id.clock + struct.length) low = middle + 1;
		else return struct;
	}
	return undefined;
}
