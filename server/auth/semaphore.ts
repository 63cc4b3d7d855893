/** Runs at most `size` jobs at once; the others wait their turn in order. */
export function createSemaphore(size: number): <T>(job: () => Promise<T>) => Promise<T> {
	const waiting: (() => void)[] = [];
	let running = 0;
	async function enter(): Promise<void> {
		if (running < size) running += 1;
		else await new Promise<void>((resolve) => waiting.push(resolve));
	}
	/** Hands the place to the next in line, so that a newcomer cannot slip in between. */
	function leave(): void {
		const next = waiting.shift();
		if (next) next();
		else running -= 1;
	}
	return async (job) => {
		await enter();
		try {
			return await job();
		} finally {
			leave();
		}
	};
}
