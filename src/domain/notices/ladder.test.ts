import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { remindedTask, remindedTeam } from '../../../tests/support/reminded-task.ts';
import { localMoment } from '../kernel/day.ts';
import type { Leave } from '../teams/leave.ts';
import { byUrgency, fitsPushCap, isFolded, noticeCap, pushCap } from './notice-cap.ts';
import { ladderOf, type LadderFacts } from './ladder.ts';
import type { NoticeKind } from './notice.ts';
import { isMailed, isPushed, noticeSettingsSchema, usualNoticeSettings } from './notice-settings.ts';
import { isQuiet, quietMinutesLeft, usualQuietHours } from './quiet-hours.ts';
import { parse } from '../kernel/schema.ts';

/** A moment in Jakarta, seven hours before UTC. */
const at = (moment: string) => Date.parse(`${moment}:00+07:00`);
const facts = (moment: string, more: Partial<LadderFacts> = {}): LadderFacts => ({
	...localMoment(at(moment), more.zone ?? 'Asia/Jakarta'),
	...{ zone: 'Asia/Jakarta', teams: [remindedTeam()], leaves: [] },
	...{ managersOf: () => ['wulan', 'dimas'], mayView: () => true },
	...more
});
const task = remindedTask({ dueOn: '2026-11-25', assigneeIds: ['yoga'] });
const rungs = (moment: string, more: Partial<LadderFacts> = {}, of = task) =>
	ladderOf(of, facts(moment, more)).map(({ step, memberIds }) => `${step} ${memberIds.join(' ')}`);
const away = (memberId: string, from: string, to = from): Leave => ({
	...{ id: memberId, workspaceId: 'w', memberId, from, to, createdBy: memberId, version: 1, deletedAt: null }
});

describe('the ladder of a due day', () => {
	it('climbs from the assignee over the lead of the team to those who manage the folder', () => {
		expect(rungs('2026-11-24T08:59')).toEqual([]);
		expect(rungs('2026-11-24T09:00')).toEqual(['soon yoga']);
		expect(rungs('2026-11-25T23:59')).toEqual(['soon yoga']);
		expect(rungs('2026-11-26T00:00')).toEqual(['late yoga']);
		expect(rungs('2026-11-27T00:00')).toEqual(['late yoga', 'team intan']);
		expect(rungs('2026-11-28T00:00')).toEqual(['late yoga', 'team intan', 'managers wulan dimas']);
	});

	it('counts from the time of day where there is one, in the time zone of the workspace', () => {
		const timed = { ...task, dueTime: '15:00' };
		expect(rungs('2026-11-25T14:59', {}, timed)).toEqual(['soon yoga']);
		expect(rungs('2026-11-25T15:00', {}, timed)).toEqual(['late yoga']);
		expect(rungs('2026-11-25T14:00', { zone: 'Asia/Jayapura' }, timed)).toEqual(['late yoga']);
	});

	it('reminds on the morning of the day where the task came after the day before, and not later', () => {
		const late = { ...task, createdAt: at('2026-11-24T16:00') };
		expect(rungs('2026-11-25T06:59', {}, late)).toEqual([]);
		expect(rungs('2026-11-25T07:00', {}, late)).toEqual(['soon yoga']);
		expect(rungs('2026-11-25T12:00', {}, { ...late, createdAt: at('2026-11-25T10:00') })).toEqual([]);
	});

	it('goes to the deputy while somebody is away, and to themselves where nobody stands in', () => {
		const leaves = [away('yoga', '2026-11-24')];
		expect(rungs('2026-11-24T09:00', { leaves })).toEqual(['soon rara']);
		expect(rungs('2026-11-24T09:00', { leaves, teams: [] })).toEqual(['soon yoga']);
		expect(rungs('2026-11-27T00:00', { leaves: [away('intan', '2026-11-27')] })).toContain('team rara');
	});

	it('asks nobody of a team that is out of sight', () => {
		const teams = [remindedTeam({ archivedAt: 1 })];
		expect(rungs('2026-11-27T00:00', { teams })).toEqual(['late yoga', 'team ']);
	});

	it('passes by managers who are away, unless all of them are', () => {
		const leaves = [away('wulan', '2026-11-28')];
		expect(rungs('2026-11-28T00:00', { leaves }).at(-1)).toBe('managers dimas');
		leaves.push(away('dimas', '2026-11-28'));
		expect(rungs('2026-11-28T00:00', { leaves }).at(-1)).toBe('managers wulan dimas');
	});

	it('begins with the lead where a team has the task, and with its maker where nobody has it', () => {
		expect(rungs('2026-11-26T00:00', {}, { ...task, assigneeIds: [], teamIds: ['gudang'] })).toEqual([
			'late intan'
		]);
		expect(rungs('2026-11-26T00:00', {}, { ...task, assigneeIds: [] })).toEqual(['late wulan']);
	});

	it('ends with the work, with the board’s sight of it, and after thirty days', () => {
		for (const gone of [
			{ doneAt: 1 },
			{ archivedAt: 1 },
			{ trashedAt: 1 },
			{ templateAt: 1 },
			{ dueOn: null }
		])
			expect(rungs('2026-11-28T00:00', {}, { ...task, ...gone })).toEqual([]);
		expect(rungs('2026-12-25T12:00')).toHaveLength(3);
		expect(rungs('2026-12-26T12:00')).toEqual([]);
	});

	it('tells nobody who may not see the folder', () => {
		const mayView = (memberId: string) => memberId !== 'yoga';
		expect(rungs('2026-11-27T00:00', { mayView })).toEqual(['late ', 'team intan']);
	});

	it('never loses a rung as time goes on, and always reaches a manager two days after', () => {
		const hours = fc.integer({ min: 0, max: 30 * 24 });
		fc.assert(
			fc.property(hours, hours, fc.boolean(), (first, second, timed) => {
				const of = { ...task, dueTime: timed ? '15:00' : null };
				const climbed = (hour: number) => {
					const here = localMoment(at('2026-11-24T00:00') + hour * 3_600_000, 'Asia/Jakarta');
					return ladderOf(of, { ...facts('2026-11-24T00:00'), ...here }).filter(
						({ step }) => step !== 'soon'
					);
				};
				const [earlier, later] = [Math.min(first, second), Math.max(first, second)];
				expect(climbed(later).length).toBeGreaterThanOrEqual(climbed(earlier).length);
				if (later >= 96) expect(climbed(later).at(-1)?.memberIds).toEqual(['wulan', 'dimas']);
			})
		);
	});
});

describe('the cap of a day', () => {
	it('is never exceeded, and keeps places for what was passed on', () => {
		const kinds = fc.array(fc.constantFrom<NoticeKind>('dueSoon', 'overdue', 'escalated'), { maxLength: 60 });
		fc.assert(
			fc.property(kinds, (all) => {
				let alone: NoticeKind[] = [];
				for (const kind of all) if (!isFolded(kind, alone.length)) alone = [...alone, kind];
				expect(alone.length).toBeLessThanOrEqual(noticeCap);
				const reminders = alone.filter((kind) => kind !== 'escalated').length;
				expect(reminders).toBeLessThanOrEqual(noticeCap - 4);
				if (all.filter((kind) => kind === 'escalated').length >= 4 && alone.length < noticeCap)
					expect(alone.filter((kind) => kind === 'escalated').length).toBeGreaterThanOrEqual(4);
			})
		);
	});

	it('of the devices keeps places for what was passed on too', () => {
		const room = (kind: NoticeKind) =>
			Array.from({ length: pushCap + 1 }, (_, soFar) => fitsPushCap(kind, soFar)).filter(Boolean).length;
		expect([room('mentioned'), room('escalated')]).toEqual([pushCap - 4, pushCap]);
	});

	it('gives its places to what was passed on first', () => {
		const kinds: { kind: NoticeKind }[] = [{ kind: 'dueSoon' }, { kind: 'overdue' }, { kind: 'escalated' }];
		expect(kinds.sort(byUrgency).map(({ kind }) => kind)).toEqual(['escalated', 'overdue', 'dueSoon']);
	});
});

describe('quiet hours', () => {
	it('go over midnight', () => {
		const quiet = (time: string) => isQuiet(usualQuietHours, time);
		expect(['19:59', '20:00', '23:30', '06:59', '07:00'].map(quiet)).toEqual([
			false,
			true,
			true,
			true,
			false
		]);
		expect(isQuiet({ from: '12:00', to: '13:00' }, '12:30')).toBe(true);
		expect(isQuiet({ from: '12:00', to: '12:00' }, '12:00')).toBe(false);
	});

	it.each([
		['20:00', 11 * 60],
		['23:59', 7 * 60 + 1],
		['06:59', 1]
	])('at %s are over in %i minutes', (time, minutes) => {
		expect(quietMinutesLeft(usualQuietHours, time)).toBe(minutes);
	});
});

describe('how somebody wants to be told', () => {
	it('is by inbox, mail and device of what is theirs, by inbox of what they follow', () => {
		const usual = (kind: NoticeKind) => [
			isMailed(usualNoticeSettings, kind),
			isPushed(usualNoticeSettings, kind)
		];
		expect([usual('mentioned'), usual('moved')]).toEqual([
			[true, true],
			[false, false]
		]);
	});

	it.each([
		['all', true, true],
		['device', false, true],
		['mail', true, false],
		['inbox', false, false],
		['silent', false, false]
	] as const)('as %s means mail: %s, devices: %s', (way, mail, device) => {
		const chosen = { ...usualNoticeSettings, ways: { mentioned: way } };
		expect([isMailed(chosen, 'mentioned'), isPushed(chosen, 'mentioned')]).toEqual([mail, device]);
	});

	it('cannot silence work that was passed on', () => {
		const silent = (kind: string) =>
			parse(noticeSettingsSchema, { ...usualNoticeSettings, ways: { [kind]: 'silent' } });
		expect(silent('moved').ok).toBe(true);
		expect(silent('escalated').ok).toBe(false);
	});
});
