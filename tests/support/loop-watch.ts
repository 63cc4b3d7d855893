import { monitorEventLoopDelay } from 'node:perf_hooks';

/** Watches how long the event loop of this process stands still: commits, compaction and all. */
export interface LoopWatch {
	/** Call once in every turn of the test's own loop: closes one window, answers its stall, opens the next. */
	look(): number;
	/** Forgets the window that is open: what happened in it was the test's own work. */
	skip(): void;
	stop(): void;
}

/** Delays below this cannot hide anything: the histogram is emptied only after longer ones. */
const noteworthyMs = 10;

/**
 * A window's stall is what the loop stood still, or what its thread worked in that time if that is
 * less: a busy machine stops the loop too, and is nobody's fault here.
 */
export function watchLoop(): LoopWatch {
	const delays = monitorEventLoopDelay({ resolution: 1 });
	delays.enable();
	let cpu = process.threadCpuUsage();
	// Emptied, the histogram passes over the next delay; so not in every window.
	const forget = () => {
		cpu = process.threadCpuUsage();
		if (delays.max / 1e6 > noteworthyMs) delays.reset();
	};
	return {
		skip: forget,
		look() {
			const { user, system } = process.threadCpuUsage(cpu);
			const stall = delays.count > 0 ? Math.min(delays.max / 1e6, (user + system) / 1_000) : 0;
			forget();
			return stall;
		},
		stop: () => void delays.disable()
	};
}
