import type { CommandRunner } from '../records/command-runner.ts';
import type { Metrics } from './metrics.ts';

/** The same runner, with every outcome counted. */
export function countCommands(runner: CommandRunner, metrics: Pick<Metrics, 'countCommand'>): CommandRunner {
	return {
		async execute(caller, request) {
			let ending = 'error';
			try {
				const outcome = await runner.execute(caller, request);
				ending = outcome.ok ? 'ok' : outcome.refusal.refused;
				return outcome;
			} finally {
				metrics.countCommand(request.name, ending);
			}
		}
	};
}
