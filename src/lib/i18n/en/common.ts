export const common = {
	appName: 'Rapi',
	save: 'Save',
	cancel: 'Cancel',
	close: 'Close',
	undo: 'Undo',
	redo: 'Redo',
	retry: 'Try again',
	more: 'More',
	skipToContent: 'Skip to content',
	loading: 'Loading…',
	messages: 'Messages'
};
