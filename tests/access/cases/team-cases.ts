import { uuidv7 } from 'uuidv7';
import type { Case } from './case.ts';

const facts = (memberId: string) => ({ name: 'Baru', memberIds: [memberId], leadId: null, deputyId: null });

export const teamCases = {
	'teams.set': {
		needs: 'people',
		makes: { id: 'team' },
		input: ({ member }) => ({ id: uuidv7(), ...facts(member) })
	},
	'teams.archive': { needs: 'people', input: ({ team: id }) => ({ id }) },
	'teams.unarchive': { needs: 'people', input: ({ team: id }) => ({ id }) },
	'teams.remove': { needs: 'people', input: ({ team: id }) => ({ id }) },
	'leaves.set': {
		needs: 'people',
		makes: { id: 'leave' },
		input: ({ member: memberId }) => ({ id: uuidv7(), memberId, from: '2026-11-23', to: '2026-11-24' })
	},
	'leaves.remove': { needs: 'people', input: ({ leave: id }) => ({ id }) }
} satisfies Record<string, Case>;
