import { count } from '../count.ts';

interface By {
	actor: string;
}

export const inbox = {
	title: 'Inbox',
	tab: 'Inbox',
	goInbox: 'Go to inbox',
	unreadCount: ({ count: n }: { count: number }) => `${n} unread`,
	tabs: { 'for-you': 'For you', following: 'Following' },
	empty: 'All caught up.',
	unread: 'Unread',
	readAll: 'Mark all as read',
	markRead: 'Mark as read',
	markUnread: 'Mark as unread',
	finish: 'Done',
	finished: 'Done. It is out of your inbox.',
	snooze: 'Snooze',
	snoozed: ({ when }: { when: string }) => `Snoozed: ${when}.`,
	snoozes: { hour: '1 hour', afternoon: 'This afternoon', tomorrow: 'Tomorrow 08.00', monday: 'Monday' },
	somebody: 'Somebody',
	bundle: ({ count: n }: { count: number }) => `${count(n, 'piece of news', 'pieces of news')} in one hour`,
	recap: ({ day }: { day: string }) => `Recap of ${day}`,
	reminders: ({ count: n }: { count: number }) => count(n, 'more reminder', 'more reminders'),
	kinds: {
		assigned: ({ actor }: By) => `${actor} assigned this to you`,
		mentioned: ({ actor }: By) => `${actor} mentioned you`,
		answered: ({ actor }: By) => `${actor} answered`,
		dueSoon: (_by: By) => 'Due soon',
		overdue: (_by: By) => 'Overdue',
		escalated: (_by: By) => 'Passed on to you: overdue',
		blocked: ({ actor }: By) => `${actor} marked it as blocked`,
		freed: ({ actor }: By) => `${actor} cleared the blocker`,
		commented: ({ actor }: By) => `${actor} commented`,
		moved: ({ actor }: By) => `${actor} moved it`,
		done: ({ actor }: By) => `${actor} finished it`
	},
	keys: {
		next: 'Next row',
		back: 'Row before',
		read: 'Read or unread',
		finish: 'Done with a row',
		snooze: 'Snooze a row'
	},
	settings: {
		section: 'Notices',
		lead: 'What Rapi tells you, and when. It applies on all your devices.',
		saved: 'Saved.',
		dailyTitle: 'Mail and quiet hours',
		mail: 'One mail a day',
		mailHelp: 'What is new, due, overdue and blocked. No mail on days with nothing to say.',
		hour: 'The mail comes at',
		quietFrom: 'No reminders from',
		quietTo: 'No reminders until',
		quietHelp: 'Reminders of due dates and news to your devices wait until these hours are over.',
		kindsTitle: 'What you are told',
		ways: {
			all: 'Inbox, mail and devices',
			device: 'Inbox and devices',
			mail: 'Inbox and mail',
			inbox: 'Inbox only',
			silent: 'Nowhere'
		},
		devices: {
			section: 'Devices',
			title: 'Notices on this device',
			lead: 'News shows on the screen, also while Rapi is closed. Titles of tasks can be read on a locked screen.',
			turnedOn: 'This device will be told.',
			turnedOff: 'This device is told no more.',
			problems: {
				blocked:
					'This browser refuses notices from Rapi. Open the site settings beside the address, allow Notifications, then reload.',
				install:
					'On iPhone and iPad, install Rapi first: press Share, choose Add to Home Screen, then open Rapi from there.',
				insecure: 'Notices need an address with https. Ask whoever runs the Rapi server to set it up.',
				none: 'This browser cannot take notices. Try a recent Chrome, Edge, Firefox or Safari.',
				notAllowed: 'Permission was not given. Turn it on again if you change your mind.',
				noService: 'The notice service of this browser does not answer. Try again later.'
			},
			listTitle: 'Devices that are told',
			lastTold: ({ when }: { when: string }) => `Last told ${when}`,
			neverTold: 'Not told yet',
			end: 'Turn off',
			endOf: ({ device }: { device: string }) => `Turn off notices on ${device}`,
			ended: ({ device }: { device: string }) => `${device} is told no more.`,
			send: 'Send a test',
			sent: 'Sent. It shows on this device in a moment.',
			notSent: 'The notice service did not take the test. Turn notices off and on again, or try later.',
			tooMany: 'Tried too often. Wait a few minutes.'
		},
		kinds: {
			assigned: 'A task is assigned to me',
			mentioned: 'Somebody mentions me',
			answered: 'An answer in a thread of mine',
			dueSoon: 'My task is due soon',
			overdue: 'My task is overdue',
			escalated: 'Late work is passed on to me',
			blocked: 'My task is blocked',
			freed: 'My task can go on',
			commented: 'A comment on a task I follow',
			moved: 'A task I follow is moved',
			done: 'A task I follow is finished'
		}
	}
};
