import type { trello as english } from '../en/trello.ts';

export const trello: typeof english = {
	title: 'Dari Trello'
};
