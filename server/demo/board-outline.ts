import type { ColumnKind } from '#domain/boards/board.ts';
import type { Priority } from '#domain/tasks/task.ts';
import type { CastName } from './cast.ts';

/** A card of the demo: what it says, and what has happened to it. Days count from today. */
export interface CardOutline {
	title: string;
	by: CastName;
	in: ColumnKind;
	due?: number;
	dueTime?: string;
	people?: readonly CastName[];
	/** Names of teams. */
	teams?: readonly string[];
	channel?: string;
	priority?: Priority;
	labels?: readonly string[];
	/** Lines of the checklist; the first `ticked` are done. */
	checklist?: readonly string[];
	ticked?: number;
	comments?: readonly (readonly [CastName, string])[];
	blocker?: { reason: string; owner: CastName; expected: number };
}

/** A board of the demo, with the five usual columns. */
export interface BoardOutline {
	name: string;
	by: CastName;
	cards: readonly CardOutline[];
}
