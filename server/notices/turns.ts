/** Work that is done one piece after another; a piece that fails does not keep the next one from its turn. */
export class Turns {
	#last: Promise<void> = Promise.resolve();
	#waiting = 0;

	/** Whether nothing is being done and nothing waits. */
	get idle(): boolean {
		return this.#waiting === 0;
	}

	run(work: () => Promise<void>): Promise<void> {
		this.#waiting++;
		const turn = this.#last.then(work).finally(() => this.#waiting--);
		this.#last = turn.catch(() => undefined);
		return turn;
	}

	/** Resolves when everything that was asked for up to now is over. */
	async ended(): Promise<void> {
		await this.#last;
	}
}
