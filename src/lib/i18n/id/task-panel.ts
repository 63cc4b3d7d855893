import type { taskPanel as english } from '../en/task-panel.ts';

export const taskPanel: typeof english = {
	title: 'Tugas'
};
