export const taskPanel = {
	title: 'Task'
};
