export const taskViews = {
	title: 'Views'
};
