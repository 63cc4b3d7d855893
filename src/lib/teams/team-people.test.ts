import { expect, it } from 'vitest';
import type { Member } from '#domain/people/member.ts';
import { newTeam, peopleOfTeam, withMember, withPlace } from './team-people.ts';

const people = ['yoga', 'intan', 'rara', 'rizky'].map((id): Member => ({
	...{ id, workspaceId: 'w', name: id, role: 'staff', title: '', company: '' },
	...{ joinedAt: 0, deactivatedAt: id === 'rizky' ? 1 : null, version: 1, deletedAt: null }
}));
const memberOf = (id: string) => people.find((member) => member.id === id);
const team = { name: 'Gudang', memberIds: ['yoga', 'rara', 'rizky'], leadId: 'yoga', deputyId: 'intan' };

it('a team is told lead first and deputy next, without those who left', () => {
	expect(peopleOfTeam(team, memberOf).map(({ id }) => id)).toEqual(['yoga', 'intan', 'rara']);
});

it('who goes out of a team leads it no more', () => {
	expect(withMember(team, 'yoga', false)).toEqual({
		...team,
		memberIds: ['rara', 'rizky'],
		leadId: null
	});
	expect(withMember(newTeam, 'rara', true).memberIds).toEqual(['rara']);
});

it('nobody is lead and deputy of one team', () => {
	expect(withPlace(team, 'deputyId', 'yoga')).toMatchObject({ leadId: null, deputyId: 'yoga' });
	expect(withPlace(team, 'deputyId', null)).toMatchObject({ leadId: 'yoga', deputyId: null });
});
