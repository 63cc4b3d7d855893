import type { RowChange } from '../records/server-tx.ts';

/** What everybody interested learns after a command's transaction is on disk. */
export interface Committed {
	workspaceId: string;
	version: number;
	command: string;
	commandId: string;
	memberId: string;
	changes: readonly RowChange[];
	/** Whether folders, grants or members changed, and with them perhaps what somebody may see. */
	accessChanged: boolean;
}

/** News inside this process. A listener's failure is its own: the others still hear. */
export interface Bus {
	publish(news: Committed): void;
	/** Returns the way to stop listening. */
	subscribe(listener: (news: Committed) => void): () => void;
}

export function createBus(onError: (error: unknown) => void): Bus {
	const listeners = new Set<(news: Committed) => void>();
	return {
		publish(news) {
			for (const listener of listeners) {
				try {
					listener(news);
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
