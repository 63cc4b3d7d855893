export const trello = {
	title: 'From Trello'
};
