import type { Logger } from 'pino';
import type { Finders } from '../access/finders.ts';
import type { Passwords } from '../auth/passwords.ts';
import type { Clock } from '../clock.ts';
import type { Config } from '../config.ts';
import type { Bus } from '../events/bus.ts';
import type { CommandRunner } from '../records/command-runner.ts';
import type { Database } from '../storage/tables.ts';
import { createAcceptance, type Acceptance } from './acceptance.ts';
import { createInvitations, type Invitations } from './invitations.ts';
import { createLinks, type Links } from './links.ts';
import { createMailer } from './mailer.ts';
import { createSetUp, type SetUp } from './set-up.ts';
import { createStarters, type Starters } from './starters.ts';

/** How people come in: the first owner, invitations, joining. */
export interface People {
	links: Links;
	setUp: SetUp;
	invitations: Invitations;
	acceptance: Acceptance;
	starters: Starters;
}

export interface PeopleParts {
	db: Database;
	bus: Bus;
	commands: CommandRunner;
	clock: Clock;
	finders: Finders;
	config: Config;
	log: Logger;
	passwords: Passwords;
}

export function createPeople({
	db,
	bus,
	commands,
	clock,
	finders,
	config,
	log,
	passwords
}: PeopleParts): People {
	const links = createLinks(config);
	const sendMail = createMailer(config);
	const onMailError = (error: unknown) =>
		log.error({ code: codeOf(error) }, 'an invitation could not be mailed');
	return {
		links,
		setUp: createSetUp({ db, bus, clock, passwords }),
		invitations: createInvitations({ db, clock, finders, links, sendMail, onMailError }),
		acceptance: createAcceptance({ db, bus, clock, passwords }),
		starters: createStarters(commands)
	};
}

/** The code alone: the message of a mail server repeats the address. */
function codeOf(error: unknown): string {
	return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
}
