import { folderOf, type NounName, type NounRow, type Viewer } from '#domain/records/nouns.ts';
import type { ChangesFrame } from '#domain/wire/feed.ts';
import type { Committed } from '../events/bus.ts';
import type { RowChange } from '../records/server-tx.ts';
import { isFor } from './feed-rows.ts';

/** The frames of one commit, each built once for all viewers who get the same of it. */
export interface FrameCache {
	/** The frame for a viewer of some folders; null when nothing of the commit is in them. */
	frameFor(sees: (folderId: string) => boolean, viewer: Viewer): string | null;
}

/** Only for commits that changed no rights. */
export function createFrameCache({ changes, version }: Committed): FrameCache {
	const moves = changes.map(moveOf);
	const folders = [...new Set(moves.flatMap(({ from, to }) => [from, to]))].filter((id) => id !== null);
	const built = new Map<string, string>();
	return {
		frameFor(sees, viewer) {
			const seen = new Set(folders.filter(sees));
			if (seen.size === 0) return null;
			const mine = moves.map((move) => isFor(viewer, move.row));
			const key = `${[...seen].join()} ${mine.map(Number).join('')}`;
			let frame = built.get(key);
			if (frame === undefined) {
				frame = JSON.stringify(
					build(
						moves.filter((_, index) => mine[index]),
						seen,
						version
					)
				);
				built.set(key, frame);
			}
			return frame;
		}
	};
}

interface Move {
	row: NounRow;
	from: string | null;
	to: string | null;
}

function moveOf({ noun, before, after }: RowChange): Move {
	return {
		row: { noun, row: after } as NounRow,
		from: before ? folderOf<NounName>(noun, before) : null,
		to: folderOf<NounName>(noun, after)
	};
}

function build(moves: Move[], seen: ReadonlySet<string>, version: number): ChangesFrame {
	const left = moves.filter(({ from, to }) => from !== to && from !== null && seen.has(from));
	return {
		type: 'changes',
		rows: moves.filter(({ to }) => to !== null && seen.has(to)).map(({ row }) => row),
		departed: left.map(({ row, from }) => ({ noun: row.noun, id: row.row.id, folderId: from ?? '' })),
		strangers: [],
		upTo: Object.fromEntries([...seen].map((id) => [id, version]))
	};
}
