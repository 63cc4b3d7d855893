import { describe, expect, it } from 'vitest';
import { clearNotices, type NoticeRegistration } from './clear-notices.ts';

const failing = () => Promise.reject(new Error('not now'));

/** A registration with two notices on the screen, which writes down what is done with it. */
function registration(parts: Partial<NoticeRegistration> = {}) {
	const done: string[] = [];
	const notice = (name: string) => ({ close: () => done.push(`close ${name}`) }) as unknown as Notification;
	const found: NoticeRegistration = {
		getNotifications: async () => [notice('one'), notice('two')],
		pushManager: {
			getSubscription: async () => ({ unsubscribe: async () => done.push('unsubscribe') > 0 })
		},
		...parts
	};
	return { done, find: async () => found };
}

describe('clearing notices from a device', () => {
	it('closes those on the screen and takes no more from the push service', async () => {
		const { done, find } = registration();
		await clearNotices(find);
		expect(done).toEqual(['close one', 'close two', 'unsubscribe']);
	});

	it('does what it can where a part of it fails or is not there', async () => {
		const silent = registration({ getNotifications: failing });
		await clearNotices(silent.find);
		expect(silent.done).toEqual(['unsubscribe']);
		const held = registration({ pushManager: { getSubscription: failing } });
		await clearNotices(held.find);
		expect(held.done).toEqual(['close one', 'close two']);
		await clearNotices(failing);
		await clearNotices(async () => undefined);
	});
});
