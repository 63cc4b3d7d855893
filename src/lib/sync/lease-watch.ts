import { isLeaseOver } from './lease.ts';
import type { Contact } from './record-store.ts';
import type { SyncPorts } from './sync-ports.ts';

/** How often it is looked whether the lease has run out meanwhile. */
const checkMs = 60 * 60 * 1000;

/** Says whether this device's copies have been without contact for too long. */
export class LeaseWatch {
	readonly #ports: SyncPorts;
	readonly #contact: () => Contact;
	readonly #isConnected: () => boolean;
	readonly #onLook: (ended: boolean) => void;
	#callOff: () => void = () => undefined;

	constructor(
		ports: SyncPorts,
		contact: () => Contact,
		isConnected: () => boolean,
		onLook: (ended: boolean) => void
	) {
		this.#ports = ports;
		this.#contact = contact;
		this.#isConnected = isConnected;
		this.#onLook = onLook;
	}

	/** A connection is contact: only a copy that is out of it grows old. */
	look(): void {
		this.#onLook(!this.#isConnected() && isLeaseOver(this.#contact(), this.#ports.now()));
	}

	start(): void {
		this.look();
		this.#callOff = this.#ports.after(checkMs, () => this.start());
	}

	stop(): void {
		this.#callOff();
	}
}
