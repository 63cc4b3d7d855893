export const settings = {
	title: 'Settings',
	sections: 'Sections of the settings',
	appearance: 'Appearance',
	data: 'Data on this device',
	theme: 'Theme',
	language: 'Language',
	textSize: 'Text size',
	density: 'Density',
	roomy: 'Roomy',
	compact: 'Compact',
	letters: 'Single-letter shortcuts',
	lettersHelp:
		'Keys such as G H act at once when no text field has the focus. Switch this off if you dictate.',
	savedHere: 'Saved on this device at once.',
	keptPages: 'Pages kept for flight mode',
	keptPagesValue: ({ pages, of }: { pages: number; of: number }) => `${pages} of ${of}`,
	storage: 'Safety of the local copy',
	storagePersisted: 'The browser keeps it until you remove it.',
	storageBestEffort:
		'The browser may clear it when space runs low. Unsent work stays safest while you are online.',
	storageFailed: 'This device cannot write anything down right now.',
	lastSync: 'Last in step with the server',
	never: 'not yet',
	used: 'Space used',
	import: 'Import',
	unsent: 'Changes not sent yet'
};
