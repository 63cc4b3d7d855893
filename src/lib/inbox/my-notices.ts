import type { Notice } from '#domain/notices/notice.ts';
import type { Workspace } from '../sync/workspace.ts';

/** The notices on this device whose task can still be opened. */
export function myNotices({ records }: Pick<Workspace, 'records'>): Notice[] {
	return records.list('notices').filter(({ taskId }) => records.get('tasks', taskId)?.trashedAt === null);
}
