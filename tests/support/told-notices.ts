import type { Notice } from '#domain/notices/notice.ts';
import { readRow } from '#server/records/row-codec.ts';
import { cast, type Person, type TestWorkspace } from './test-workspace.ts';

/** Every notice of a workspace, oldest first, with the person's name as tests say it. */
export async function toldNotices(home: TestWorkspace): Promise<(Notice & { person: Person })[]> {
	const rows = await home.services.storage.db
		.selectFrom('notices')
		.selectAll()
		.where('workspaceId', '=', home.workspaceId)
		.where('deletedAt', 'is', null)
		.orderBy('at')
		.execute();
	const people = Object.keys(cast) as Person[];
	return rows.map((row) => {
		const person = people.find((name) => home.memberId(name) === row.memberId);
		if (!person) throw new Error(`a notice for nobody: ${row.memberId}`);
		return { ...readRow('notices', row), person };
	});
}

/** Who was told what, sorted: `rara assigned`. */
export async function whoWasTold(home: TestWorkspace): Promise<string[]> {
	return (await toldNotices(home)).map(({ person, kind }) => `${person} ${kind}`).sort();
}
