import { LocalDatabase } from '../sync/local-database.ts';
import type { WaitingImages } from './image-uploads.svelte.ts';

/**
 * Pictures that wait on this device, in the workspace's own database, so that they leave with the
 * folder when access is lost. A rejection means that the device could not keep the picture.
 */
export function waitingImagesOf(memberId: string): WaitingImages {
	const database = new LocalDatabase(memberId, { indexedDB, IDBKeyRange });
	const opened = database.open();
	return {
		async put({ id, pageId, blob }) {
			await opened;
			await database.images.put({ id, pageId, blob, pending: 1 });
		},
		async of(pageId) {
			await opened;
			const found = await database.images.where('pageId').equals(pageId).toArray();
			return found.filter(({ pending }) => pending === 1);
		},
		async remove(id) {
			await opened;
			await database.images.delete(id);
		},
		close: () => database.close()
	};
}
