/** A change as the event log keeps it: "noun:id" → the columns that changed, as they were and are. */
export interface LoggedChange {
	name: string;
	before: Readonly<Record<string, Columns>>;
	after: Readonly<Record<string, Columns>>;
}
type Columns = Readonly<Record<string, unknown>>;

/** What of a change somebody may have to be told. */
export type News =
	| { what: 'assigned'; taskId: string; memberIds: string[]; teamIds: string[] }
	| { what: 'blocked'; taskId: string; blockerIds: string[] }
	| { what: 'freed'; blockerId: string }
	| { what: 'moved' | 'done'; taskId: string }
	| { what: 'said'; commentId: string; fresh: boolean; mentionIds: string[] };

/**
 * The news in one change. Tasks that were made by finishing or repeating another are no news, and
 * neither is what a change of a whole board does to each of its tasks.
 */
export function newsOf(change: LoggedChange): News[] {
	return Object.entries(change.after).flatMap(([key, now]) => {
		const [noun, id = ''] = key.split(':');
		const old = change.before[key];
		if (noun === 'tasks') return old ? ofTask(change.name, id, old, now) : ofNewTask(change.name, id, now);
		if (noun === 'comments') return ofComment(id, old, now);
		const solved = change.name === 'blockers.solve' && noun === 'blockers';
		return solved ? [{ what: 'freed', blockerId: id }] : [];
	});
}

function ofNewTask(name: string, taskId: string, now: Columns): News[] {
	return name === 'tasks.create' ? assigned(taskId, {}, now) : [];
}

function ofTask(name: string, taskId: string, old: Columns, now: Columns): News[] {
	const blockerIds = added('blockerIds', old, now);
	const news = assigned(taskId, old, now);
	if (blockerIds.length > 0) news.push({ what: 'blocked', taskId, blockerIds });
	if (name !== 'tasks.move') return news;
	if (typeof now['doneAt'] === 'number') news.push({ what: 'done', taskId });
	else if ('columnId' in now) news.push({ what: 'moved', taskId });
	return news;
}

function assigned(taskId: string, old: Columns, now: Columns): News[] {
	const memberIds = added('assigneeIds', old, now);
	const teamIds = added('teamIds', old, now);
	return memberIds.length + teamIds.length > 0 ? [{ what: 'assigned', taskId, memberIds, teamIds }] : [];
}

function ofComment(commentId: string, old: Columns | undefined, now: Columns): News[] {
	// What was brought in from another tool was said long ago.
	if (typeof now['importedAuthor'] === 'string') return [];
	const mentionIds = added('mentionIds', old ?? {}, now);
	const fresh = old === undefined;
	return fresh || mentionIds.length > 0 ? [{ what: 'said', commentId, fresh, mentionIds }] : [];
}

/** The ids that a list holds now and did not before. */
function added(column: string, old: Columns, now: Columns): string[] {
	const before = new Set(idsIn(old[column]));
	return idsIn(now[column]).filter((id) => !before.has(id));
}

function idsIn(value: unknown): string[] {
	return Array.isArray(value) ? value.filter((id) => typeof id === 'string') : [];
}
