import type { Logger } from 'pino';
import { zoneIn } from '#domain/people/workspace-zone.ts';
import type { Bus } from '../events/bus.ts';
import type { Clock } from '../clock.ts';
import type { CommandRunner } from '../records/command-runner.ts';
import type { Database } from '../storage/tables.ts';
import type { Links } from '../people/links.ts';
import type { SendMail } from '../people/mailer.ts';
import type { Pushes } from '../push/pushes.ts';
import { sendRecaps } from './daily-mail.ts';
import { repeatDueTasks } from './due-again.ts';
import { EventNotices } from './event-notices.ts';
import { climbLadders } from './ladder-notices.ts';
import { Turns } from './turns.ts';

/** How long after a change people are told; changes that come together are read together. */
const tellAfterMs = 250;
/** How often due dates are looked at. */
const tickMs = 60_000;

/** Everything that tells people something: by what others did, and by what is due. */
export interface Notices {
	/** From now on by itself: after changes, and every minute. First what was missed is told. */
	start(): void;
	/** Writes down whom to tell of what has been done up to now. */
	catchUp(): Promise<void>;
	/** Looks at every due date, every push and every daily mail now. */
	tick(): Promise<void>;
	/** Ends the timers, and what is being told. */
	close(): Promise<void>;
}

export interface NoticesParts {
	db: Database;
	bus: Bus;
	clock: Clock;
	commands: CommandRunner;
	log: Logger;
	links: Links;
	/** Undefined where no mail server is configured: then there is no daily mail. */
	sendMail: SendMail | undefined;
	pushes: Pick<Pushes, 'send'>;
}

export function createNotices(parts: NoticesParts): Notices {
	const { db, bus, clock, commands, log, links, sendMail, pushes } = parts;
	const events = new EventNotices(db, bus, clock);
	// Two readers of one log would tell the same twice over; a mail server that is slow keeps nobody waiting.
	const [telling, mailing] = [new Turns(), new Turns()];
	let closed = false;
	let waiting: NodeJS.Timeout | undefined;
	let ticking: NodeJS.Timeout | undefined;
	let stopListening: (() => void) | undefined;

	async function tellAll(): Promise<void> {
		for (const { id } of await allWorkspaces(db)) await events.catchUp(id);
	}

	async function tickAll(): Promise<void> {
		for (const { id, settings } of await allWorkspaces(db)) {
			const here = { workspaceId: id, zone: zoneIn(settings), now: clock.now() };
			await repeatDueTasks(db, commands, here);
			const news = await db.transaction().execute((trx) => climbLadders(trx, here));
			if (news) bus.publish(news);
		}
	}

	async function mailAll(): Promise<void> {
		if (!sendMail) return;
		const mail = { db, links, sendMail, onMailError, isOver: () => closed };
		for (const { id, settings } of await allWorkspaces(db))
			await sendRecaps(mail, { workspaceId: id, zone: zoneIn(settings), now: clock.now() });
	}

	/** The code alone: the message of a mail server repeats the address. */
	function onMailError(error: unknown): void {
		const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
		log.error({ code }, 'a daily mail could not be sent');
	}

	const catchUp = () => telling.run(tellAll);
	async function tick(): Promise<void> {
		await telling.run(tickAll);
		await Promise.all([pushes.send(), mailing.idle ? mailing.run(mailAll) : undefined]);
	}
	/** Devices hear of it after the commit, and nobody waits for their push services. */
	async function tell(): Promise<void> {
		await catchUp();
		await pushes.send();
	}
	const inBackground = (work: Promise<void>) =>
		void work.catch((error: unknown) => log.error({ err: error }, 'a notice could not be written'));

	function tellSoon(): void {
		waiting ??= setTimeout(() => {
			waiting = undefined;
			inBackground(tell());
		}, tellAfterMs).unref();
	}

	return {
		catchUp,
		tick,
		start() {
			stopListening = bus.subscribe(({ command }) => {
				if (command !== 'notices.tell' && command !== 'pages.edited') tellSoon();
			});
			ticking = setInterval(() => inBackground(tick()), tickMs).unref();
			inBackground(tell());
			inBackground(tick());
		},
		async close() {
			stopListening?.();
			clearTimeout(waiting);
			clearInterval(ticking);
			// A mail that hangs is not waited for: its day is claimed, and it is not sent again.
			closed = true;
			await telling.ended();
		}
	};
}

function allWorkspaces(db: Database) {
	return db.selectFrom('workspaces').select(['id', 'settings']).execute();
}
