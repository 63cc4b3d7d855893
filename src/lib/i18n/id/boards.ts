import type { boards as english } from '../en/boards.ts';

export const boards: typeof english = {
	title: 'Papan tugas'
};
