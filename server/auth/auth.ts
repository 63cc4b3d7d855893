import type { Clock } from '../clock.ts';
import type { Config } from '../config.ts';
import type { Database } from '../storage/tables.ts';
import { createAccounts, type Accounts } from './accounts.ts';
import { clientAddress } from './device.ts';
import { createApiKeys, type ApiKeys } from './api-keys.ts';
import { createEndings } from './endings.ts';
import { createIdentities, type Identities } from './identity.ts';
import { createPasswords, type Passwords } from './passwords.ts';
import { createSessions, type Sessions } from './sessions.ts';
import { createThrottle, type Throttle } from './throttle.ts';

/** The part of the services that knows who somebody is. */
export interface Auth extends Identities {
	accounts: Accounts;
	keys: ApiKeys;
	passwords: Passwords;
	sessions: Sessions;
	throttle: Throttle;
	/** The caller's address, behind as many proxies as RAPI_PROXY_DEPTH says. */
	addressOf(peer: string, forwardedFor: string | undefined): string;
}

export function createAuth(
	db: Database,
	clock: Clock,
	config: Config,
	onError: (error: unknown) => void
): Auth {
	const endings = createEndings(onError);
	const passwords = createPasswords();
	const throttle = createThrottle(db, clock);
	const sessions = createSessions(db, clock, config, endings);
	const keys = createApiKeys(db, clock, endings);
	const accounts = createAccounts({ db, clock, passwords, sessions, throttle });
	return {
		accounts,
		keys,
		passwords,
		sessions,
		throttle,
		addressOf: (peer, forwardedFor) => clientAddress(peer, forwardedFor, config.proxyDepth),
		...createIdentities(db, clock, sessions, keys)
	};
}
