import type { ServerDelays } from '../hub/run-hub-server.ts';
import { median, quantile } from '../statistics.ts';
import { runOnBothCores } from './run-on-both-cores.ts';

interface ServerLine {
	measure: string;
	bare?: number;
	rapi: number;
	goal: string;
}

/** The task hub's server with 200,000 tasks; beside a command stands one raw commit of SQLite. */
export function measureHubServer(): ServerLine[] {
	const delays = runOnBothCores<ServerDelays>('run-hub-server.ts');
	const { commit, command, dayAway, firstCopy, myTasks, together } = delays;
	return [
		{ measure: '200,000 tasks: a card moved, p50 ms', rapi: median(command), bare: median(commit), goal: '' },
		{ measure: '… p95 ms', rapi: quantile(command, 0.95), bare: quantile(commit, 0.95), goal: '≤ 10 ms' },
		{ measure: '… feed after 2,000 changes, ms', rapi: median(dayAway), goal: '≤ 1,000 ms' },
		{ measure: '… first copy of 12,000 records, ms', rapi: median(firstCopy), goal: '' },
		{ measure: '… one person’s tasks as a calendar, ms', rapi: median(myTasks), goal: '≤ 50 ms' },
		{ measure: 'ten people move cards: seen by the others, p50 ms', rapi: median(together), goal: '' },
		{ measure: '… p95 ms', rapi: quantile(together, 0.95), goal: '≤ 300 ms' }
	];
}
