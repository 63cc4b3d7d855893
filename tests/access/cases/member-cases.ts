import type { Case } from './case.ts';

const member: Case['input'] = ({ member: id }) => ({ id });

export const memberCases = {
	'members.describe': {
		needs: 'people',
		input: (cell) => ({ ...member(cell), name: 'Lain', title: '', company: '' })
	},
	'members.setRole': { needs: 'people', input: (cell) => ({ ...member(cell), role: 'staff' }) },
	'members.deactivate': { needs: 'people', input: member },
	'members.reactivate': { needs: 'people', input: member }
} satisfies Record<string, Case>;
