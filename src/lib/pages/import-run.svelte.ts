import { faultOf, type ImportApi, type ImportFault } from './import-api.ts';

export type ImportStep<R> =
	| { step: 'choosing'; fault?: ImportFault }
	| { step: 'sending'; percent: number }
	| { step: 'running'; done: number; of: number }
	/** With a fault it ended early; the report tells what was made until then. */
	| { step: 'done'; report: R; fault?: ImportFault };

const askEveryMs = 500;

/** One import as its dialog follows it. The server goes on when nobody follows any more. */
export class ImportRun<Source, R> {
	now = $state.raw<ImportStep<R>>({ step: 'choosing' });
	#closed = false;
	readonly #api: ImportApi<R>;
	readonly #bodyOf: (source: Source) => Promise<Blob | ImportFault>;

	/** `bodyOf` makes of what was chosen what is sent. */
	constructor(api: ImportApi<R>, bodyOf: (source: Source) => Promise<Blob | ImportFault>) {
		this.#api = api;
		this.#bodyOf = bodyOf;
	}

	async start(source: Source): Promise<void> {
		this.now = { step: 'sending', percent: 0 };
		const body = await this.#bodyOf(source);
		if (typeof body === 'string') return this.#stop(body);
		const begun = await this.#api.begin(body, (percent) => (this.now = { step: 'sending', percent }));
		if (typeof begun === 'string') return this.#stop(begun);
		this.now = { step: 'running', done: 0, of: 0 };
		await this.#follow(begun.id);
	}

	again(): void {
		this.now = { step: 'choosing' };
	}

	close(): void {
		this.#closed = true;
	}

	async #follow(id: string): Promise<void> {
		while (!this.#closed) {
			const status = await this.#api.status(id);
			if (typeof status === 'string') return this.#stop(status);
			if (status.state === 'refused') return this.#stop(faultOf(status.refusal), status.report);
			if (status.state === 'done') {
				this.now = { step: 'done', report: status.report };
				return;
			}
			this.now = { step: 'running', done: status.done, of: status.of };
			await new Promise((resolve) => setTimeout(resolve, askEveryMs));
		}
	}

	#stop(fault: ImportFault, report?: R): void {
		this.now = report ? { step: 'done', report, fault } : { step: 'choosing', fault };
	}
}
