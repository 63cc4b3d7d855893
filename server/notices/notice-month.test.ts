import { uuidv7 } from 'uuidv7';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addDays, localMoment } from '#domain/kernel/day.ts';
import { noticeCap } from '#domain/notices/notice-cap.ts';
import { furnishWork, type Work } from '../../tests/support/furnish-work.ts';
import { createRandom } from '../../tests/support/random.ts';
import { assertDone, openTestWorkspace, type TestWorkspace } from '../../tests/support/test-workspace.ts';
import { toldNotices } from '../../tests/support/told-notices.ts';

const zone = 'Asia/Jakarta';
const firstDay = '2026-11-23';
const hourMs = 3_600_000;

let home: TestWorkspace;
let work: Work;
beforeEach(async () => {
	home = await openTestWorkspace();
	work = await furnishWork(home, await home.folder('Pemasaran'));
});
afterEach(() => home.close());

describe('a month of 100 tasks', () => {
	it('never exceeds the cap of a day, and leaves no overdue task that was not passed on', async () => {
		const random = createRandom(7);
		const people = ['rara', 'yoga', 'intan', 'rizky'] as const;
		const taskIds: string[] = [];
		for (let at = 0; at < 100; at++) {
			const id = uuidv7();
			const place = { boardId: work.boardId, columnId: work.columns.todo, orderKey: `b${at + 100}` };
			// A third of the work is due in two days, so that the caps are felt.
			const dueOn = addDays(firstDay, at % 3 === 0 ? 5 + (at % 2) : random.upTo(24));
			const dueTime = at % 4 === 0 ? '15:00' : null;
			const facts = { assigneeIds: [home.memberId(random.pick(people))], dueOn, dueTime };
			assertDone(
				await home.send('wulan', 'tasks.create', { id, ...place, title: `Tugas ${at}`, with: facts })
			);
			taskIds.push(id);
		}
		const overdueSeen: string[] = [];
		for (let hour = 0; hour < 30 * 24; hour++) {
			home.clock.advance(hourMs);
			await home.services.notices.tick();
			const { day, time } = localMoment(home.clock.now(), zone);
			if (time !== '08:00') continue;
			overdueSeen.push(...(await expectPassedOn(day)));
			// Some finish late, some never.
			const id = random.pick(taskIds);
			const done = { id, boardId: work.boardId, columnId: work.columns.done, orderKey: 'a9' };
			assertDone(await home.send('wulan', 'tasks.move', done));
		}
		expect(new Set(overdueSeen).size).toBeGreaterThan(50);
		await expectCapsHeld();
	}, 60_000);
});

/** Every task late for two days or more stands with each manager. Answers which tasks these were. */
async function expectPassedOn(day: string): Promise<string[]> {
	const late = await home.services.storage.db
		.selectFrom('tasks')
		.select(['id', 'dueOn'])
		.where('dueOn', '<=', addDays(day, -3))
		.where('doneAt', 'is', null)
		.execute();
	const passedOn = (await toldNotices(home)).filter(({ kind }) => kind === 'escalated');
	for (const { id, dueOn } of late) {
		const to = passedOn.filter(({ taskId }) => taskId === id).map(({ person }) => person);
		expect(to, `${id}, due on ${dueOn}, at ${day}`).toEqual(expect.arrayContaining(['wulan', 'dimas']));
	}
	return late.map(({ id }) => id);
}

async function expectCapsHeld(): Promise<void> {
	const reminders = (await toldNotices(home)).filter(({ byId }) => byId === null);
	const alone = reminders.filter(({ foldedOn }) => foldedOn === null);
	const perDay = Map.groupBy(alone, ({ person, at }) => `${person} ${localMoment(at, zone).day}`);
	for (const [key, each] of perDay) expect(each.length, key).toBeLessThanOrEqual(noticeCap);
	expect(Math.max(...[...perDay.values()].map((each) => each.length)), 'the cap was felt').toBe(noticeCap);
	const folded = reminders.filter(({ foldedOn }) => foldedOn !== null);
	expect(folded.every(({ at, foldedOn }) => localMoment(at, zone).day === foldedOn)).toBe(true);
	expect(folded.length, 'what was above it stands in the recap').toBeGreaterThan(0);
	const quiet = reminders.filter(({ at }) => {
		const { time } = localMoment(at, zone);
		return time >= '20:00' || time < '07:00';
	});
	expect(quiet).toEqual([]);
}
