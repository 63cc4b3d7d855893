/** Number of the record protocol (`/sync/feed` and the JSON commands). Raise it with every shape change. */
export const feedProtocol = 1;

/**
 * Version of the page schema: the nodes, marks and attributes that a page may hold. An editor with
 * a lower number than the server's opens pages read-only.
 */
export const pageSchemaVersion = 1;

/** Close codes of Rapi's sockets. y-websocket does not reconnect after 4400 to 4499. */
export const closeCodes = {
	goingAway: 1001,
	/** The server could not write or read the page; what was not confirmed has to be sent again. */
	failed: 1011,
	tooSlow: 1013,
	sessionEnded: 4401,
	accessChanged: 4403,
	notFound: 4404,
	tooOld: 4409,
	/** Whoever is signed in is no member of the workspace, or not any more: the device removes its copy. */
	noMember: 4410,
	badFrame: 4422
} as const;

/** Message types on a page's socket: y-websocket's own, then Rapi's. */
export const pageMessages = {
	sync: 0,
	awareness: 1,
	queryAwareness: 3,
	/** Server to client: the state vector that is on disk. Sent to those who ask with `?saved=1`. */
	saved: 100,
	/** Server to client: an update was not taken; a reason from `pageRefusals`, as a string. */
	refused: 101,
	/** Server to client: another message, packed by raw deflate. Sent to those who ask with `?packed=1`. */
	packed: 102
} as const;

/** Why an update of a page was not taken. */
export const pageRefusals = [
	'read_only',
	'too_large',
	'malformed',
	'foreign_client',
	'missing_predecessor',
	'schema',
	'too_fast'
] as const;
export type PageRefusal = (typeof pageRefusals)[number];

/** Most bytes of one page update; larger pastes are cut by the client. */
export const pageUpdateBytes = 256 * 1024;
