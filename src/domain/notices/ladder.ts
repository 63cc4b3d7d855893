import { addDays, localMoment } from '../kernel/day.ts';
import { isCurrent, type Task } from '../tasks/task.ts';
import { isAway, type Leave } from '../teams/leave.ts';
import { isActiveTeam, type Team } from '../teams/team.ts';
import type { NoticeKind } from './notice.ts';

/** What the ladder looks at beside the task. */
export interface LadderFacts {
	/** Day and time of day in the workspace's time zone (IANA name). */
	day: string;
	time: string;
	zone: string;
	teams: readonly Team[];
	leaves: readonly Leave[];
	managersOf: (folderId: string) => readonly string[];
	mayView: (memberId: string, folderId: string) => boolean;
}

/** One rung of the ladder and who is told on it. */
export interface Rung {
	step: 'soon' | 'late' | 'team' | 'managers';
	kind: NoticeKind;
	memberIds: string[];
}

/** Days after the due day on which a ladder ends: what was brought in long late starts none. */
export const ladderDays = 30;

/**
 * The rungs of a due date that have been reached: the day before or on the morning its
 * people are reminded; when it is late they are told; a day later the lead of their team; another
 * day later those who manage the folder. Somebody away is stood in for.
 */
export function ladderOf(task: Task, facts: LadderFacts): Rung[] {
	if (task.dueOn === null || task.doneAt !== null || !isCurrent(task)) return [];
	const { day, time } = facts;
	const here = `${day}T${time}`;
	if (day > addDays(task.dueOn, ladderDays)) return [];
	const lateAfter = (days: number) => here >= dueAfter(task, days);
	const rungs: Rung[] = [];
	const memberIds = peopleOf(task, facts, day);
	if (lateAfter(0)) rungs.push({ step: 'late', kind: 'overdue', memberIds });
	else if (isSoon(task, facts, here)) rungs.push({ step: 'soon', kind: 'dueSoon', memberIds });
	if (lateAfter(1)) rungs.push({ step: 'team', kind: 'escalated', memberIds: leadsOf(task, facts, day) });
	if (lateAfter(2))
		rungs.push({ step: 'managers', kind: 'escalated', memberIds: [...managersOf(task, facts, day)] });
	return rungs.map((rung) => ({ ...rung, memberIds: seeing(task, facts, rung.memberIds) }));
}

/** Local moments are compared as text. Without a time a task is due at the end of its day. */
function dueAfter(task: Task, days: number): string {
	return `${addDays(task.dueOn ?? '', days)}T${task.dueTime ?? '24:00'}`;
}

/** From nine o'clock of the day before, or the morning of the day for a task that came later than that. */
function isSoon({ dueOn, createdAt }: Task, { zone }: LadderFacts, here: string): boolean {
	const moments = [`${addDays(dueOn ?? '', -1)}T09:00`, `${dueOn}T07:00`].filter((moment) => moment <= here);
	if (moments.length === 0) return false;
	const made = localMoment(createdAt, zone);
	return moments.some((moment) => `${made.day}T${made.time}` < moment);
}

/** The task's people, each stood in for while away; who made it where nobody has it. */
function peopleOf(task: Task, facts: LadderFacts, day: string): string[] {
	const { assigneeIds } = task;
	if (assigneeIds.length > 0) return assigneeIds.map((id) => standInFor(id, task, facts, day) ?? id);
	const leads = leadsOf(task, facts, day);
	return leads.length > 0 ? leads : [task.createdBy];
}

function standInFor(memberId: string, task: Task, facts: LadderFacts, day: string): string | undefined {
	if (!isAway(facts.leaves, memberId, day)) return undefined;
	const teams = teamsOf(task, facts.teams).filter((team) => belongsTo(team, memberId));
	return teams.flatMap((team) => [team.deputyId, team.leadId]).find(here(facts, day, [memberId]));
}

/** Of each team concerned the lead, or the deputy where the lead is away or has the task. */
function leadsOf(task: Task, facts: LadderFacts, day: string): string[] {
	return teamsOf(task, facts.teams).flatMap((team) => {
		const found = [team.leadId, team.deputyId].find(here(facts, day, task.assigneeIds));
		return found === undefined || found === null ? [] : [found];
	});
}

/** Those who are there; all of them when none is. */
function managersOf(task: Task, facts: LadderFacts, day: string): readonly string[] {
	const all = facts.managersOf(task.folderId);
	const present = all.filter((id) => !isAway(facts.leaves, id, day));
	return present.length > 0 ? present : all;
}

/** The teams that have the task; otherwise those that its people belong to. */
function teamsOf(task: Task, all: readonly Team[]): Team[] {
	const teams = all.filter(isActiveTeam);
	const named = teams.filter(({ id }) => task.teamIds.includes(id));
	if (named.length > 0) return named;
	return teams.filter((team) => task.assigneeIds.some((id) => belongsTo(team, id)));
}

function belongsTo(team: Team, memberId: string): boolean {
	return team.memberIds.includes(memberId) || team.leadId === memberId || team.deputyId === memberId;
}

function here({ leaves }: LadderFacts, day: string, others: readonly string[]) {
	return (id: string | null): id is string => id !== null && !others.includes(id) && !isAway(leaves, id, day);
}

function seeing(task: Task, facts: LadderFacts, memberIds: readonly string[]): string[] {
	return [...new Set(memberIds)].filter((id) => facts.mayView(id, task.folderId));
}
