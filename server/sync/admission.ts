import type { IncomingMessage } from 'node:http';
import type { Caller } from '../records/command-runner.ts';

/** Somebody who may open a socket, and whether the sign-in behind it still stands. */
export interface Admission {
	caller: Caller;
	/** Id of the session or key that opened the socket. */
	signInId: string;
	isAlive: () => Promise<boolean>;
}

/** Somebody known, who is no member of the workspace or not any more. */
export const noMember = Symbol('no member');

/** Says who asks, in the workspace (id or slug) that they ask for; undefined for nobody. */
export type Admit = (
	request: IncomingMessage,
	workspace: string
) => Promise<Admission | typeof noMember | undefined>;
