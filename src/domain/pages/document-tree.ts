/** Attributes of a mark or a node, as the schema names them. */
export type Attributes = Record<string, unknown>;

/** A run of text with its marks (name → attributes). */
export interface TextRun {
	text: string;
	marks: Record<string, Attributes>;
}

/** A node of a page as plain data: the same names and attributes as in the editor's schema. */
export interface DocumentNode {
	name: string;
	attributes: Attributes;
	children: DocumentChild[];
}
export type DocumentChild = DocumentNode | TextRun;

export function isText(child: DocumentChild): child is TextRun {
	return 'text' in child;
}

/** All text below a node in reading order, without marks; a hard break counts as a space. */
export function textOf(node: DocumentNode): string {
	if (node.name === 'hardBreak') return ' ';
	return node.children.map((child) => (isText(child) ? child.text : textOf(child))).join('');
}

/** The same nodes with an id on every block that has none, so that steps and links can point at them. */
export function withBlockIds(nodes: readonly DocumentNode[], newId: () => string): DocumentNode[] {
	return nodes.map((node) => {
		const children = node.children.map((child) =>
			isText(child) ? child : (withBlockIds([child], newId)[0] ?? child)
		);
		const needsId = node.name !== 'hardBreak' && !node.attributes['id'];
		return { ...node, children, attributes: needsId ? { ...node.attributes, id: newId() } : node.attributes };
	});
}
