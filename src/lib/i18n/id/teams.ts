import type { teams as english } from '../en/teams.ts';

export const teams: typeof english = {
	title: 'Tim'
};
