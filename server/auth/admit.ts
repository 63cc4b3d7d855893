import { noMember, type Admit } from '../sync/admission.ts';
import type { Auth } from './auth.ts';

/** Lets the sockets of signed-in browsers and of keys in; both are asked again while a socket lives. */
export function createAdmit(
	auth: Pick<Auth, 'identify' | 'callerFor' | 'hasLeft' | 'keys' | 'sessions'>
): Admit {
	return async (request, workspace) => {
		const { cookie, authorization } = request.headers;
		const identity = await auth.identify({ cookie, authorization });
		if (!identity) return (await auth.hasLeft({ cookie }, workspace)) ? noMember : undefined;
		const isKey = identity.kind === 'key';
		const signInId = isKey ? identity.keyId : identity.sessionId;
		const isAlive = () => (isKey ? auth.keys : auth.sessions).lives(signInId);
		const caller = await auth.callerFor(identity, workspace);
		if (caller) return { caller, signInId, isAlive };
		// A sign-in that ended this very moment says nothing of the membership.
		return (await isAlive()) ? noMember : undefined;
	};
}
