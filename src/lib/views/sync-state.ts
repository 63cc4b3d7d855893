import type { PageState, SyncStatus } from '../sync/workspace.ts';

/** What the chip says; severity follows unsent work, never the connection alone. */
export type SyncState =
	'saved' | 'saving' | 'offline' | 'offlineUnsent' | 'notSaved' | 'refused' | 'signedOut';

type Status = Pick<SyncStatus, 'connection' | 'unsent' | 'writing' | 'storage' | 'signedOut'>;
type PageFacts = Pick<PageState, 'saved' | 'stored' | 'refused'>;

/** One word for all work on this device: the records' and the open page's, the worst first. */
export function syncState(status: Status, page: PageFacts | undefined, refusals: number): SyncState {
	if (status.storage === 'failed' && (status.unsent > 0 || page?.saved === false)) return 'notSaved';
	if (page?.stored === 'failed' && !page.saved) return 'notSaved';
	if (refusals > 0 || page?.refused) return 'refused';
	if (status.signedOut) return 'signedOut';
	const unsent = status.unsent > 0 || page?.saved === false;
	if (status.connection === 'off') {
		const writing = status.writing || page?.stored === 'writing';
		return unsent && !writing ? 'offlineUnsent' : 'offline';
	}
	return unsent ? 'saving' : 'saved';
}

/** How bad it is: grey, amber or red. */
export function toneOf(state: SyncState): 'calm' | 'wait' | 'block' {
	if (state === 'notSaved' || state === 'refused') return 'block';
	return state === 'offlineUnsent' || state === 'signedOut' ? 'wait' : 'calm';
}
