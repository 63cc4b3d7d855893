import { expect, it } from 'vitest';
import { GroupCommit, type Committable } from './group-commit.ts';
import type { PageLog } from './page-log.ts';

/** Nothing is written here: the turns have no entries. */
const log: PageLog = {
	load: () => Promise.reject(new Error('not asked')),
	append: () => Promise.reject(new Error('not asked')),
	compact: () => Promise.reject(new Error('not asked'))
};

it('a room that fails is told of, and the others go on saving, then and afterwards', async () => {
	const errors: unknown[] = [];
	const commit = new GroupCommit(log, (error) => errors.push(error));
	const broken: Committable = {
		takeTurn() {
			throw new Error('broken');
		}
	};
	let committed = 0;
	const sound: Committable = {
		takeTurn: () => ({ entry: undefined, committed: () => (committed += 1), failed: () => undefined })
	};
	for (const turn of [1, 2]) {
		commit.schedule(broken);
		commit.schedule(sound);
		await commit.settled();
		expect(committed).toBe(turn);
	}
	expect(errors).toEqual([new Error('broken'), new Error('broken')]);
});
