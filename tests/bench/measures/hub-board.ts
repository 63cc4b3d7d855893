import type { BoardFigures } from '../hub/run-hub-board.ts';
import { median, quantile } from '../statistics.ts';
import { runOnBothCores } from './run-on-both-cores.ts';

interface BoardLine {
	measure: string;
	bare?: number;
	rapi: number;
	goal: string;
}

/**
 * The task hub's board of 10,000 tasks in Chromium, `chromium` being its path. Beside it stands a bare page
 * that draws as many bare cards, for dragging one in which nothing moves.
 */
export function measureHubBoard(chromium: string): BoardLine[] {
	const figures = runOnBothCores<BoardFigures>('run-hub-board.ts', chromium);
	const { bare, bootstrap, opened, reloaded, scroll, drag, nodes, heapMb } = figures;
	const first = (rounds: { first: number }[]) => median(rounds.map((round) => round.first));
	const last = (rounds: { last: number }[]) => median(rounds.map((round) => round.last));
	const late = (name: string, times: readonly number[], goal: string): BoardLine[] => [
		{ measure: `… ${name}, press to paint, p50 ms`, rapi: median(times), goal: '' },
		{ measure: `… ${name}, p95 ms`, rapi: quantile(times, 0.95), goal }
	];
	return [
		{ measure: 'first copy of 20,000 records, to cards, ms', rapi: bootstrap, goal: '≤ 3,000 ms' },
		{ measure: 'reload without a network, to cards, ms', rapi: first(reloaded), goal: '≤ 600 ms' },
		{
			measure: 'board of 10,000 tasks: first cards, ms',
			rapi: first(opened),
			bare: bare.mount,
			goal: '≤ 400 ms'
		},
		{ measure: '… complete, ms', rapi: last(opened), bare: bare.mount, goal: '≤ 1,000 ms' },
		{ measure: '… scrolling, fps', rapi: scroll.fps, bare: bare.scroll.fps, goal: '≥ 55' },
		{ measure: '… longest frame, ms', rapi: scroll.longest, bare: bare.scroll.longest, goal: '≤ 50 ms' },
		{
			measure: '… frames over 20 ms, %',
			rapi: 100 * scroll.late,
			bare: 100 * bare.scroll.late,
			goal: '≤ 1 %'
		},
		{ measure: '… dragging, fps', rapi: drag.fps, bare: bare.rest.fps, goal: '≥ 55' },
		{ measure: '… longest frame, ms', rapi: drag.longest, bare: bare.rest.longest, goal: '≤ 50 ms' },
		{ measure: '… frames over 20 ms, %', rapi: 100 * drag.late, bare: 100 * bare.rest.late, goal: '≤ 1 %' },
		...late('moved', figures.moved, '≤ 50 ms'),
		...late('assigned', figures.assigned, '≤ 50 ms'),
		...late('ticked', figures.ticked, '≤ 50 ms'),
		...late('a key in the filter', figures.filtered, '≤ 60 ms'),
		{ measure: '… elements of the document', rapi: nodes, goal: '≤ 1,500' },
		{ measure: '… JavaScript heap, MB', rapi: heapMb, goal: '≤ 300 MB' }
	];
}
