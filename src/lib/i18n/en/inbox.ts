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
		mail: 'One mail a day',
		mailHelp: 'What is new, due, overdue and blocked. No mail on days with nothing to say.',
		hour: 'The mail comes at',
		quietFrom: 'No reminders from',
		quietTo: 'No reminders until',
		quietHelp: 'Reminders of due dates wait until these hours are over.',
		kindsTitle: 'What you are told',
		ways: { mail: 'Inbox and mail', inbox: 'Inbox only', silent: 'Nowhere' },
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
