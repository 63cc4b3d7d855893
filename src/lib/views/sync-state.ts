import type { PageState, SyncStatus } from '../sync/workspace.ts';

/** What the chip says; severity follows unsent work, never the connection alone. */
export type SyncState =
	| 'saved'
	| 'saving'
	| 'connecting'
	| 'offline'
	| 'offlineUnsent'
	| 'notSaved'
	| 'refused'
	| 'accessChanged'
	| 'signedOut';

type Status = Pick<SyncStatus, 'connection' | 'caughtUp' | 'unsent' | 'writing' | 'storage' | 'signedOut'>;
type PageFacts = Pick<PageState, 'saved' | 'stored' | 'refused' | 'failing'>;

/**
 * One word for all work on this device: the records' and the open page's, the worst first. `lateEdits`
 * counts the texts whose folder was taken away.
 */
export function syncState(
	status: Status,
	page: PageFacts | undefined,
	refusals: number,
	lateEdits = 0
): SyncState {
	if (status.storage === 'failed' && (status.unsent > 0 || page?.saved === false)) return 'notSaved';
	if (page?.stored === 'failed' && !page.saved) return 'notSaved';
	if (lateEdits > 0 || page?.refused === 'read_only') return 'accessChanged';
	if (refusals > 0 || page?.refused || (page?.failing && !page.saved)) return 'refused';
	if (status.signedOut) return 'signedOut';
	const unsent = status.unsent > 0 || page?.saved === false;
	if (status.connection === 'off') {
		const writing = status.writing || page?.stored === 'writing';
		return unsent && !writing ? 'offlineUnsent' : 'offline';
	}
	if (unsent) return 'saving';
	return status.caughtUp ? 'saved' : 'connecting';
}

/** Whether closing the tab now may lose work: some of it is neither on the server nor on this device's disk. */
export function wouldLose(
	status: Pick<Status, 'unsent' | 'writing' | 'storage'>,
	page?: Pick<PageState, 'saved' | 'stored'>
): boolean {
	if (status.writing || (status.storage === 'failed' && status.unsent > 0)) return true;
	return page !== undefined && !page.saved && page.stored !== 'yes';
}

/** How bad it is: grey, amber or red. */
export function toneOf(state: SyncState): 'calm' | 'wait' | 'block' {
	if (state === 'notSaved' || state === 'refused' || state === 'accessChanged') return 'block';
	return state === 'offlineUnsent' || state === 'signedOut' ? 'wait' : 'calm';
}
