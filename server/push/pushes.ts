import type { Logger } from 'pino';
import type { Throttle } from '../auth/throttle.ts';
import type { Clock } from '../clock.ts';
import type { Config } from '../config.ts';
import { Turns } from '../notices/turns.ts';
import type { Database } from '../storage/tables.ts';
import { postPush, type Posting } from './post-push.ts';
import type { MayReach } from './public-address.ts';
import { createPushDevices, type PushDevices } from './push-devices.ts';
import { sendPushes } from './send-pushes.ts';
import { readVapidKeys } from './vapid-keys.ts';

/** Notices on devices, by web push. */
export interface Pushes {
	devices: PushDevices;
	/** Sends every push whose time has come. */
	send(): Promise<void>;
	/** Ends what is being sent; it is sent anew after a restart. */
	close(): Promise<void>;
}

export interface PushesParts {
	db: Database;
	clock: Clock;
	log: Logger;
	throttle: Throttle;
	config: Pick<Config, 'url' | 'mailFrom'>;
	mayReach: MayReach;
}

/** Milliseconds that a push service gets to answer. */
const patienceMs = 10_000;

export function createPushes({ db, clock, log, throttle, config, mayReach }: PushesParts): Pushes {
	const ending = new AbortController();
	const turns = new Turns();

	async function post(posting: Posting) {
		const keys = await readVapidKeys(db);
		const subject = subjectOf(config);
		return postPush(posting, { keys, subject, mayReach, signal: ending.signal, patienceMs });
	}

	const parts = { db, clock, log, post, isOver: () => ending.signal.aborted };
	return {
		devices: createPushDevices({ db, clock, throttle, post }),
		send: () => turns.run(() => sendPushes(parts)),
		async close() {
			ending.abort();
			await turns.ended();
		}
	};
}

/** Whom a push service may write to when something is wrong: this Rapi's address, or its mail's sender. */
function subjectOf({ url, mailFrom }: PushesParts['config']): string {
	if (url?.startsWith('https:')) return url;
	return `mailto:${/<([^<>\s]+)>/.exec(mailFrom)?.[1] ?? 'rapi@localhost'}`;
}
