/** Sessions and keys of one account that were ended by somebody: their sockets have to close. */
export interface Ended {
	accountId: string;
	sessionIds: readonly string[];
	keyIds: readonly string[];
}

/** News inside this process of ended sessions and keys, told after they are gone from the disk. */
export interface Endings {
	publish(ended: Ended): void;
	/** Returns the way to stop listening. */
	subscribe(listener: (ended: Ended) => void): () => void;
}

export function createEndings(onError: (error: unknown) => void): Endings {
	const listeners = new Set<(ended: Ended) => void>();
	return {
		publish(ended) {
			for (const listener of listeners) {
				try {
					listener(ended);
				} catch (error) {
					onError(error);
				}
			}
		},
		subscribe(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		}
	};
}
