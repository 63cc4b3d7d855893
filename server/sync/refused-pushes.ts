import type { Refusal } from '#domain/kernel/refusal.ts';
import type { Clock } from '../clock.ts';

/** A line that a device gave up is found dead well within this time; until then its frames may come. */
const keptMs = 120_000;
const mostPerMember = 512;

/**
 * What was refused on any line a while ago. A device that gave a line up sends its commands again on
 * the next; when one was refused there and its person was told, the copy that arrives late on the old
 * line must not be carried out after all. Lines do not outlive the process, so memory is enough.
 */
export class RefusedPushes {
	readonly #clock: Clock;
	readonly #byMember = new Map<string, Map<string, { refusal: Refusal; at: number }>>();

	constructor(clock: Clock) {
		this.#clock = clock;
	}

	find(memberId: string, commandId: string): Refusal | undefined {
		const found = this.#byMember.get(memberId)?.get(commandId);
		return found && this.#clock.now() - found.at < keptMs ? found.refusal : undefined;
	}

	note(memberId: string, commandId: string, refusal: Refusal): void {
		const refused = this.#byMember.get(memberId) ?? new Map<string, { refusal: Refusal; at: number }>();
		this.#byMember.set(memberId, refused);
		refused.set(commandId, { refusal, at: this.#clock.now() });
		for (const [id, { at }] of refused) {
			// They lie in the order of their coming.
			if (refused.size <= mostPerMember && this.#clock.now() - at < keptMs) return;
			refused.delete(id);
		}
	}
}
