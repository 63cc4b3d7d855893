import type { NodeName } from './document-schema.ts';
import type { PageKind } from './page.ts';

/** A block of a page before it is a Yjs element: the server and a device that is offline both make it. */
export interface BlockSketch {
	name: NodeName;
	attributes: Readonly<Record<string, string | number | boolean>>;
	children: readonly (BlockSketch | string)[];
}

/** What a new page begins with. Texts are empty: examples are shown by the editor, never stored. */
export function pageSkeleton(kind: PageKind, newBlockId: () => string): BlockSketch[] {
	const block = (name: NodeName, children: BlockSketch[] = []): BlockSketch => ({
		name,
		attributes: { id: newBlockId() },
		children
	});
	const line = () => block('paragraph');
	if (kind !== 'sop') return [line()];
	return [
		block('sopGoal', [line()]),
		block('sopStep', [line()]),
		block('sopStandard', [block('taskList', [block('taskItem', [line()])])])
	];
}
