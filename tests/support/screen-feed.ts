import type { Page } from '@playwright/test';
import type { ClientFrame, ServerFrame } from '#domain/wire/feed.ts';

/**
 * How the feed behaves for one page: never answers, refuses every change, hears no change at all,
 * or is cut once everything has arrived.
 */
export type FeedPlay = 'silent' | 'refusing' | 'deaf' | 'cut';

/** Stands between the page and the server's feed. Call before the page goes anywhere. */
export async function playFeed(page: Page, play: FeedPlay): Promise<void> {
	let gone = false;
	await page.routeWebSocket(/\/sync\/feed/, (socket) => {
		if (gone) return void socket.close({ code: 1001 });
		if (play === 'silent') return;
		const server = socket.connectToServer();
		socket.onMessage((message) => {
			const frame = JSON.parse(String(message)) as ClientFrame;
			if (frame.type !== 'push') return server.send(message);
			if (play !== 'refusing') return;
			const refusal: ServerFrame = { type: 'refusal', id: frame.id, code: 'not_found' };
			socket.send(JSON.stringify(refusal));
		});
		server.onMessage((message) => {
			socket.send(message);
			const { type } = JSON.parse(String(message)) as ServerFrame;
			if (type !== 'caughtUp' || play !== 'cut') return;
			gone = true;
			void socket.close({ code: 1001 });
			void server.close();
		});
	});
}
