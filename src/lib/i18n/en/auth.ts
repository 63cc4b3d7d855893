/** Sign-in, first run and invitation links. */
export const auth = {
	signIn: 'Sign in',
	signInTo: 'Sign in to Rapi',
	email: 'E-mail',
	password: 'Password',
	showPassword: 'Show password',
	hidePassword: 'Hide password',
	throttled: (wait: string) => `Too many tries. Try again in ${wait}.`,
	seconds: (n: number) => (n === 1 ? '1 second' : `${n} seconds`),
	minutes: (n: number) => (n === 1 ? '1 minute' : `${n} minutes`),
	emailNeeded: 'Type your e-mail address.',
	emailInvalid: 'This is not an e-mail address. Example: wulan@selasar.example',
	nameNeeded: 'Type your name.',
	businessNeeded: 'Type the name of your business.',
	passwordRule: 'At least 12 characters. A sentence is easy to remember.',
	sessionEnded: 'Your session has ended. Sign in again; work on this device is still here.',
	failed: 'Nothing was changed. Try again.',
	language: 'Language',
	languages: { id: 'Indonesia', en: 'English' },
	noOwner: {
		title: 'Rapi is ready to be set up',
		lead: 'The first account is made with a link that only whoever started Rapi can see.',
		steps: [
			'Look at the terminal in which Rapi was started.',
			'Find the line with “/start?token=”.',
			'Open that link in this browser. It works once.'
		],
		lost: 'Link gone? Start Rapi again: while there is no owner, it prints a new one.'
	},
	noWorkspace: {
		title: 'No workspace is open to you',
		lead: (email: string) =>
			`You are signed in as ${email}, but no workspace has you as a member at the moment. Ask whoever invited you.`
	},
	start: {
		step: (n: number, of: number) => `Step ${n} of ${of}`,
		badLink: 'This set-up link does not work',
		badLinkLead: 'It was used already, or a newer one was printed. Start Rapi again to get a fresh link.',
		accountTitle: 'Your business and you',
		accountLead: 'You become the owner: only you decide who comes in.',
		business: 'Business name',
		name: 'Your name',
		sells: 'What do you sell?',
		sellsHelp: 'Optional. Example: women’s fashion and skincare',
		channels: 'Where do you sell?',
		optional: 'Optional',
		channelNames: {
			shopee: 'Shopee',
			tokopedia: 'Tokopedia',
			tiktok: 'TikTok Shop',
			lazada: 'Lazada',
			whatsapp: 'WhatsApp',
			instagram: 'Instagram',
			store: 'Own shop'
		},
		create: 'Create workspace',
		processTitle: 'Which process gets stuck most?',
		processLead: 'Choose one. A first SOP for it is put into your first folder.',
		processes: {
			shipping: { name: 'Shipping orders', title: 'Ship orders before 15.00' },
			chat: { name: 'Answering chats', title: 'Answer chats within 10 minutes' },
			returns: { name: 'Returns and exchanges', title: 'Handle returns and size exchanges' },
			receiving: { name: 'Receiving goods', title: 'Receive goods from the workshop' },
			cash: { name: 'Daily cash count', title: 'Count cash every day' }
		},
		firstFolder: 'Operations',
		processNeeded: 'Choose one process, or skip this step.',
		createSop: 'Create first SOP',
		skip: 'Skip this step',
		inviteTitle: 'Invite one person',
		inviteLead: 'Best is whoever you ask most often. They get a link that works for 72 hours.',
		inviteDone: 'The invitation is ready',
		inviteMailed: (email: string) => `Sent to ${email}. You can also send the link yourself.`,
		inviteCopy: 'Send this link, for example by WhatsApp. It is shown only here.',
		finish: 'Open workspace'
	},
	join: {
		title: (workspace: string) => `Join ${workspace}`,
		invited: (name: string, workspace: string) => `${name} invites you to ${workspace}.`,
		as: (role: string) => `You join as ${role}.`,
		willSee: 'You will see',
		willSeeAll: 'All folders, and the settings of the workspace',
		willSeeOpen: 'All open folders of the company',
		willSeeNothing: 'No folder yet. Folders are added after you have joined.',
		until: (date: string) => `until ${date}`,
		outsider: 'You see these folders only, and the people in them.',
		haveAccount: 'I have an account',
		signedInAs: (email: string) => `You are signed in as ${email}.`,
		join: 'Join workspace',
		accountFor: (email: string) => `Your account is made for ${email}.`,
		problem: {
			title: 'This invitation does not work',
			lead: 'Ask whoever invited you for a new link. The usual reasons:',
			reasons: [
				'It is older than 72 hours.',
				'It was used already. If that was you, sign in.',
				'It was withdrawn, or replaced by a newer one.',
				'The link was not copied as a whole.'
			]
		}
	},
	signOut: {
		title: 'Sign out of this device?',
		action: 'Sign out',
		plain: 'The copy of the workspace is removed from this device.',
		unsent: (n: number) =>
			n === 1
				? '1 change has not been sent yet. Signing out now deletes it.'
				: `${n} changes have not been sent yet. Signing out now deletes them.`,
		anyway: 'Sign out and delete',
		stay: 'Stay signed in'
	}
};
