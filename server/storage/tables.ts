import type { Generated, Kysely, Transaction } from 'kysely';
import type { Rows } from '#domain/records/nouns.ts';
import type { Role } from '#domain/access/level.ts';

/** A company's home: the versions of all its records come from one counter. */
export interface WorkspaceRow {
	id: string;
	name: string;
	slug: string;
	/** Counter of committed changes; the version that rows carry. */
	version: number;
	/** Moves with every change of folders, grants and members: sockets compare it. */
	accessEpoch: number;
	/** JSON: what the shop sells, its channels, the language of new members. */
	settings: string;
	createdAt: number;
	/** The last human number that a task got. */
	taskCounter: Generated<number>;
}

/** Somebody who can sign in, in however many workspaces. */
export interface AccountRow {
	id: string;
	email: string;
	name: string;
	passwordHash: string;
	locale: string;
	createdAt: number;
}

export interface SessionRow {
	/** SHA-256 of the token, hex. The token itself is only in the cookie. */
	id: string;
	accountId: string;
	createdAt: number;
	lastSeenAt: number;
	/** The idle end, moved by use. */
	expiresAt: number;
	/** The absolute end, never moved. */
	endsAt: number;
	device: string;
	addressPrefix: string;
}

export interface InvitationRow {
	id: string;
	workspaceId: string;
	tokenHash: string;
	email: string;
	role: Role;
	/** JSON: [{folderId, level, endsAt}] given at joining. */
	grants: string;
	invitedBy: string;
	createdAt: number;
	expiresAt: number;
	usedAt: number | null;
	revokedAt: number | null;
}

export interface ApiKeyRow {
	id: string;
	workspaceId: string;
	memberId: string;
	name: string;
	tokenHash: string;
	/** Most that the key may do in any folder. */
	cap: string;
	createdAt: number;
	lastUsedAt: number | null;
	endsAt: number | null;
	revokedAt: number | null;
}

/** A secret address of a calendar. */
export interface CalendarFeedRow {
	id: string;
	workspaceId: string;
	memberId: string;
	/** The board that it shows; null for the member's own tasks. */
	boardId: string | null;
	tokenHash: string;
	createdAt: number;
	lastUsedAt: number | null;
	revokedAt: number | null;
}

export interface ThrottleRow {
	/** What is counted: "account:<id>" or "address:<prefix>". */
	key: string;
	count: number;
	windowEndsAt: number;
}

export interface ReceiptRow {
	commandId: string;
	workspaceId: string;
	memberId: string;
	name: string;
	/** SHA-256 of name and input, so that a reused id is noticed. */
	inputHash: string;
	version: number;
	at: number;
}

export interface EventRow {
	workspaceId: string;
	seq: number;
	at: number;
	actor: string;
	name: string;
	folderId: string | null;
	subjectNoun: string;
	subjectId: string;
	/** JSON: "noun:id" → the columns that changed, as they were. */
	before: string;
	after: string;
	onBehalfOf: string | null;
	/** The command's id. */
	cause: string;
	prevHash: string;
	hash: string;
}

/** A row that left a folder: those who keep the folder drop their copy. */
export interface DepartureRow {
	workspaceId: string;
	folderId: string;
	noun: string;
	rowId: string;
	version: number;
}

export interface PageUpdateRow {
	pageId: string;
	seq: number;
	bytes: Uint8Array;
	memberId: string;
	at: number;
}

export interface PageStateRow {
	pageId: string;
	upToSeq: number;
	/** The state in Yjs' update encoding, version 1. */
	bytes: Uint8Array;
	sha256: string;
}

/** To whom a Yjs client id belongs on a page: whoever used it first. */
export interface PageClientRow {
	pageId: string;
	clientId: number;
	memberId: string;
}

/** A picture of a page, or a file of the task whose description the page is. */
export interface ImageRow {
	/** 128 random bits, hex. */
	id: string;
	workspaceId: string;
	pageId: string;
	type: string;
	size: number;
	/** 0 of what is no picture. */
	width: number;
	height: number;
	sha256: string;
	/** Under which it is saved; null of the pictures in a text. */
	name: string | null;
	createdBy: string;
	createdAt: number;
}

/** Up to where a workspace's event log has been read for the inbox. */
export interface NoticePositionRow {
	workspaceId: string;
	seq: number;
}

/** How one member wants to be told; nobody who has not chosen has one. */
export interface NoticeSettingsRow {
	memberId: string;
	recapAt: string | null;
	/** JSON: {from, to}. */
	quiet: string;
	/** JSON: kind of notice → way. */
	ways: string;
}

/** One member's mail of one local day, claimed before it is written so that it is never sent twice. */
export interface RecapRow {
	memberId: string;
	day: string;
	claimedAt: number;
	sentAt: number | null;
}

/** A browser that gets one member's notices; it goes with the session that it is signed in by. */
export interface PushDeviceRow {
	id: string;
	memberId: string;
	sessionId: string;
	/** Its address at the push service of its browser. Whoever has it can send to it: never in an answer or a log. */
	endpoint: string;
	p256dh: string;
	auth: string;
	createdAt: number;
	/** When its push service last took a message. */
	lastOkAt: number | null;
}

/** One notice on its way to one device. Kept for some days after, for the cap of a day. */
export interface PushRow {
	noticeId: string;
	deviceId: string;
	memberId: string;
	/** The local day whose cap it counts in. */
	day: string;
	attempts: number;
	/** When it is tried next; null when it is over, sent or not. */
	nextAt: number | null;
}

/** Facts of the installation: the hash of the set-up link, the keys of web push. */
export interface MetaRow {
	key: string;
	value: string;
}

export interface Tables {
	workspaces: WorkspaceRow;
	accounts: AccountRow;
	sessions: SessionRow;
	invitations: InvitationRow;
	apiKeys: ApiKeyRow;
	calendarFeeds: CalendarFeedRow;
	throttle: ThrottleRow;
	receipt: ReceiptRow;
	event: EventRow;
	departure: DepartureRow;
	pageUpdate: PageUpdateRow;
	pageState: PageStateRow;
	pageClient: PageClientRow;
	images: ImageRow;
	noticePosition: NoticePositionRow;
	noticeSettings: NoticeSettingsRow;
	recap: RecapRow;
	pushDevices: PushDeviceRow;
	pushes: PushRow;
	meta: MetaRow;
	folders: Rows['folders'];
	grants: Rows['grants'];
	/** With the account behind the person, which never leaves the server. */
	members: Rows['members'] & { accountId: Generated<string> };
	pages: Rows['pages'];
	/** Their JSON columns are text here: read and written by `row-codec.ts` only. */
	boards: Rows['boards'];
	tasks: Rows['tasks'];
	blockers: Rows['blockers'];
	comments: Rows['comments'];
	filters: Rows['filters'];
	notices: Rows['notices'];
	teams: Rows['teams'];
	leaves: Rows['leaves'];
}

export type Database = Kysely<Tables>;
export type Trx = Transaction<Tables>;
