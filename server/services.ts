import pino, { type Logger } from 'pino';
import type { Finders } from './access/finders.ts';
import { createAdmit } from './auth/admit.ts';
import { createAuth, type Auth } from './auth/auth.ts';
import { createFinders } from './access/finders.ts';
import { createActivity, type Activity } from './events/activity.ts';
import { createCalendarFeeds, type CalendarFeeds } from './calendar/calendar-feeds.ts';
import { createRecordLists, type RecordLists } from './access/record-lists.ts';
import { noteFailure } from './http/request-log.ts';
import { createRateLimits, type RateLimits } from './http/rate-limits.ts';
import { systemClock, type Clock } from './clock.ts';
import { commandEffects } from './records/command-effects.ts';
import type { Config } from './config.ts';
import { createBus, type Bus } from './events/bus.ts';
import { createCommandRunner, type CommandRunner } from './records/command-runner.ts';
import type { Admit } from './sync/admission.ts';
import { createPageContent, type ReadPageContent } from './export/page-content.ts';
import { createFeed, type Feed } from './sync/feed-server.ts';
import { createImports, type Imports } from './import/imports.ts';
import { countCommands } from './metrics/counted-commands.ts';
import { createMetrics, type Metrics } from './metrics/metrics.ts';
import { createMarkdownParser, type MarkdownParser } from './import/markdown-parser.ts';
import { createNoticeSettings, type NoticeSettingsStore } from './notices/notice-settings.ts';
import { createNotices, type Notices } from './notices/notices.ts';
import { createMailer } from './people/mailer.ts';
import { createWorkspaceSettings, type WorkspaceSettingsStore } from './people/workspace-settings.ts';
import { createPeople, type People } from './people/people.ts';
import { createImages, type Images } from './pages/images.ts';
import { createPages, type Pages } from './pages/pages.ts';
import { welcomeBy, type Welcome } from './pages/standing.ts';
import { onlyPublic, type MayReach } from './push/public-address.ts';
import { createPushes, type Pushes } from './push/pushes.ts';
import { migrate, openDatabase, type OpenDatabase } from './storage/open-database.ts';

/** Everything that routes and sockets may use; made once by the composition root. */
export interface Services extends Auth {
	config: Config;
	log: Logger;
	clock: Clock;
	storage: OpenDatabase;
	bus: Bus;
	commands: CommandRunner;
	finders: Finders;
	lists: RecordLists;
	activity: Activity;
	calendarFeeds: CalendarFeeds;
	apiLimits: RateLimits;
	metrics: Metrics;
	feed: Feed;
	pages: Pages;
	images: Images;
	notices: Notices;
	noticeSettings: NoticeSettingsStore;
	pushes: Pushes;
	people: People;
	workspaceSettings: WorkspaceSettingsStore;
	markdownParser: MarkdownParser;
	imports: Imports;
	readPageContent: ReadPageContent;
	/** Writes down what failed while a request to an address was answered. */
	noteFailure(error: unknown, url: string | undefined, requestId: string): void;
	/** Ends timers, rooms and the database, in that order. */
	close(): Promise<void>;
}

export interface ServiceOptions {
	clock?: Clock;
	log?: Logger;
	admit?: Admit;
	welcome?: Welcome;
	/** Which addresses pushes may go to; the public ones, unless a test has a receiver of its own. */
	mayReach?: MayReach;
}

export async function createServices(config: Config, options: ServiceOptions = {}): Promise<Services> {
	const log = options.log ?? pino({ level: config.logLevel, base: null });
	const clock = options.clock ?? systemClock;
	const storage = openDatabase(config.dataDir);
	await migrate(storage.db);
	const bus = createBus((error) => log.error({ err: error }, 'a listener failed'));
	const metrics = createMetrics(() => {
		const { rooms, sockets } = pages.size();
		return { feedSockets: feed.size, pageSockets: sockets, rooms };
	});
	const commands = countCommands(createCommandRunner(storage.db, bus, clock, commandEffects), metrics);
	const finders = createFinders(storage.db, clock);
	const { db } = storage;
	const lists = createRecordLists(db, clock, finders);
	const apiLimits = createRateLimits({ perSecond: 20, burst: 200 });
	const auth = createAuth(db, clock, config, (error) => log.error({ err: error }, 'a listener failed'));
	const admit = options.admit ?? createAdmit(auth);
	const people = createPeople({ db, bus, commands, clock, finders, config, log, passwords: auth.passwords });
	const { leaseDays } = config;
	const feed = createFeed({ db, bus, clock, finders, commands, log, leaseDays, admit });
	const welcome = options.welcome ?? welcomeBy(auth);
	const pages = createPages({ db, bus, clock, finders, log, welcome });
	auth.sessions.onEnded(({ sessionIds, keyIds }) => {
		feed.endSignIns([...sessionIds, ...keyIds]);
		pages.doubtAll();
	});
	const onError = (error: unknown) => log.error({ err: error }, 'an image could not be kept');
	const images = createImages({ db, bus, clock, finders, dataDir: config.dataDir, onError });
	const markdownParser = createMarkdownParser({
		entry: new URL('./import/parse-worker.ts', import.meta.url)
	});
	const { mayReach = onlyPublic } = options;
	const pushes = createPushes({ db, clock, log, config, mayReach, throttle: auth.throttle });
	const notices = createNotices({
		...{ db, bus, clock, commands, log, links: people.links, pushes },
		sendMail: createMailer(config)
	});
	const imports = createImports({
		storage,
		bus,
		commands,
		finders,
		pages,
		images,
		clock,
		log,
		markdownParser
	});
	return {
		config,
		log,
		clock,
		storage,
		bus,
		commands,
		finders,
		lists,
		activity: createActivity(db, finders),
		calendarFeeds: createCalendarFeeds({ db, clock, finders, link: (path) => people.links.to(path) }),
		apiLimits,
		metrics,
		feed,
		pages,
		images,
		notices,
		pushes,
		noticeSettings: createNoticeSettings(db),
		...auth,
		people,
		workspaceSettings: createWorkspaceSettings(db, clock, finders),
		markdownParser,
		imports,
		readPageContent: createPageContent(finders, pages),
		noteFailure: (error, url, requestId) => noteFailure(log, error, url, requestId),
		async close() {
			// An import that waits for a text ends with the thread that reads it.
			const importsEnded = imports.close();
			await markdownParser.close();
			await importsEnded;
			await notices.close();
			await pushes.close();
			metrics.close();
			feed.close();
			await pages.close();
			images.close();
			await storage.db.destroy();
		}
	};
}
