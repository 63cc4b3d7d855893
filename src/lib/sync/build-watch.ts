import type { SyncPorts } from './sync-ports.ts';

/** Tells a tab of a newer build of the app, and asks for one when there may be one by now. */
export class BuildWatch {
	readonly #ports: SyncPorts;
	readonly #onNewer: () => void;
	#stopListening: () => void = () => undefined;

	constructor(ports: SyncPorts, onNewer: () => void) {
		this.#ports = ports;
		this.#onNewer = onNewer;
	}

	start(): void {
		this.#ports.updates?.onReady(this.#onNewer);
		this.#stopListening = this.#ports.onWake(() => this.look());
	}

	/** A tab may stay open for weeks, and a server comes back as another one. */
	look(): void {
		this.#ports.updates?.look();
	}

	stop(): void {
		this.#stopListening();
	}
}
