import type { Admit } from '../sync/admission.ts';
import type { Auth } from './auth.ts';

/** Lets the sockets of signed-in browsers and of keys in; both are asked again while a socket lives. */
export function createAdmit(auth: Pick<Auth, 'identify' | 'callerFor' | 'keys' | 'sessions'>): Admit {
	return async (request, workspace) => {
		const { cookie, authorization } = request.headers;
		const identity = await auth.identify({ cookie, authorization });
		const caller = identity && (await auth.callerFor(identity, workspace));
		if (!identity || !caller) return undefined;
		if (identity.kind === 'key') {
			const { keyId } = identity;
			return { caller, signInId: keyId, isAlive: () => auth.keys.lives(keyId) };
		}
		const { sessionId } = identity;
		return { caller, signInId: sessionId, isAlive: () => auth.sessions.lives(sessionId) };
	};
}
