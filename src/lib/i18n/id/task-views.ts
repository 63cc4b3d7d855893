import type { taskViews as english } from '../en/task-views.ts';

export const taskViews: typeof english = {
	title: 'Tampilan'
};
