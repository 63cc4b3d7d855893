export const boards = {
	title: 'Task boards'
};
