import type { Member } from '#domain/people/member.ts';
import { teamLimits, type Team } from '#domain/teams/team.ts';

/** What of a team its people change. */
export type TeamFacts = Pick<Team, 'name' | 'memberIds' | 'leadId' | 'deputyId'>;

export const newTeam: TeamFacts = { name: '', memberIds: [], leadId: null, deputyId: null };

/** Those of a team who can work: the lead first, then the deputy, then by name. */
export function peopleOfTeam(
	{ memberIds, leadId, deputyId }: Pick<TeamFacts, 'memberIds' | 'leadId' | 'deputyId'>,
	memberOf: (id: string) => Member | undefined
): Member[] {
	const ids = new Set([leadId, deputyId, ...memberIds].filter((id) => id !== null));
	const rank = ({ id }: Member) => (id === leadId ? 0 : id === deputyId ? 1 : 2);
	return [...ids]
		.flatMap((id) => memberOf(id) ?? [])
		.filter(({ deactivatedAt }) => deactivatedAt === null)
		.sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name));
}

/** With somebody in the team, or out of it: who is out leads it no more. */
export function withMember<F extends TeamFacts>(facts: F, id: string, inside: boolean): F {
	const others = facts.memberIds.filter((each) => each !== id);
	if (inside) return { ...facts, memberIds: [...others, id].slice(0, teamLimits.members) };
	const without = (who: string | null) => (who === id ? null : who);
	return { ...facts, memberIds: others, leadId: without(facts.leadId), deputyId: without(facts.deputyId) };
}

/** With another lead or deputy. Nobody is both: the one chosen last takes the place of the other. */
export function withPlace<F extends TeamFacts>(facts: F, place: 'leadId' | 'deputyId', id: string | null): F {
	const other = place === 'leadId' ? 'deputyId' : 'leadId';
	return { ...facts, [place]: id, [other]: id !== null && facts[other] === id ? null : facts[other] };
}
