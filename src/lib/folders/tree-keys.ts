import { rovingIndex } from '../ui/roving.ts';
import { homeOf, type Drop, type TreeRow } from './tree-rows.ts';

/** What the keys of the tree can do with the line that has the focus. */
export interface TreeKeyActions {
	focus(id: string | undefined): void;
	expand(id: string, expanded: boolean): void;
	open(): void;
	rename(): void;
	move(): void;
	trash(): void;
	reorder(drop: Drop): void;
	menu(): void;
}

/** Arrows walk and open, F2 renames, M moves, Shift with arrows changes the order, Del to the trash. */
export function treeKey(
	event: KeyboardEvent,
	row: TreeRow,
	rows: readonly TreeRow[],
	act: TreeKeyActions
): void {
	if (event.ctrlKey || event.metaKey || event.altKey) return;
	if (!handle(event, row, rows, act)) return;
	event.preventDefault();
	event.stopPropagation();
}

function handle(event: KeyboardEvent, row: TreeRow, rows: readonly TreeRow[], act: TreeKeyActions): boolean {
	if (event.shiftKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
		const drop = neighbourDrop(row, rows, event.key === 'ArrowUp' ? -1 : 1);
		if (drop) act.reorder(drop);
		return true;
	}
	if (event.shiftKey && event.key === 'F10') return done(act.menu());
	if (event.shiftKey) return false;
	if (event.key === 'ArrowRight' || event.key === 'ArrowLeft')
		return done(sideways(event.key, row, rows, act));
	if (event.key === 'Enter') return done(act.open());
	if (event.key === 'F2') return done(act.rename());
	if (event.key === 'm') return done(act.move());
	if (event.key === 'Delete') return done(act.trash());
	if (event.key === 'ContextMenu') return done(act.menu());
	const to = rovingIndex(event.key, rows.indexOf(row), rows.length);
	return to === undefined ? false : done(act.focus(rows[to]?.id));
}

function done(_did: void): boolean {
	return true;
}

function sideways(key: string, row: TreeRow, rows: readonly TreeRow[], act: TreeKeyActions): void {
	const expanded = row.kind === 'folder' && row.expanded;
	const expandable = row.kind === 'folder' && row.expandable;
	if (key === 'ArrowRight') {
		if (expandable && !expanded) act.expand(row.id, true);
		else if (expanded) act.focus(rows[rows.indexOf(row) + 1]?.id);
	} else if (expanded) act.expand(row.id, false);
	else if (row.parentId !== null) act.focus(row.parentId);
}

/** One place up or down among siblings of the same kind. */
function neighbourDrop(row: TreeRow, rows: readonly TreeRow[], step: 1 | -1): Drop | undefined {
	const parentId = homeOf(row);
	const siblings = rows.filter((other) => homeOf(other) === parentId && other.kind === row.kind);
	const neighbour = siblings[siblings.indexOf(row) + step];
	if (!neighbour) return undefined;
	return { parentId, beside: { id: neighbour.id, side: step < 0 ? 'before' : 'after' } };
}
