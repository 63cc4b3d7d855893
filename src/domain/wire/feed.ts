import * as v from 'valibot';
import { idSchema } from '../kernel/schema.ts';
import type { refusalCodes } from '../kernel/refusal.ts';
import type { NounName, NounRow } from '../records/nouns.ts';

/** Most frames' bytes that the server reads in one message from a client. */
export const feedFrameBytes = 1024 * 1024;

/** Most rows that the server puts into one *changes* frame. */
export const rowsPerFrame = 500;

const version = v.pipe(v.number(), v.integer(), v.minValue(0));

/** First frame of a client: what it speaks, and how far its copy of each folder goes. */
export const helloSchema = v.object({
	type: v.literal('hello'),
	protocol: v.number(),
	/** Folder id → the last version of it that this device has written down. */
	cursors: v.pipe(v.record(idSchema, version), v.maxEntries(12_000)),
	/** Member id → the version of that person's row on this device. */
	people: v.pipe(v.record(idSchema, version), v.maxEntries(5_000)),
	/** What the last *welcome* said; with another one, everything is sent anew. */
	audience: v.nullable(v.pipe(v.string(), v.maxLength(32)))
});

/** One command from the outbox; answered by a receipt or a refusal that carries its id. */
export const pushSchema = v.object({
	type: v.literal('push'),
	id: idSchema,
	name: v.pipe(v.string(), v.maxLength(64)),
	input: v.unknown()
});

/** Where this person is now; null when on no page. */
export const presenceSchema = v.object({
	type: v.literal('presence'),
	pageId: v.nullable(idSchema)
});

export const clientFrameSchema = v.variant('type', [helloSchema, pushSchema, presenceSchema]);
export type ClientFrame = v.InferOutput<typeof clientFrameSchema>;
export type HelloFrame = v.InferOutput<typeof helloSchema>;
export type PushFrame = v.InferOutput<typeof pushSchema>;

export interface WelcomeFrame {
	type: 'welcome';
	protocol: number;
	memberId: string;
	workspaceId: string;
	/** The server's clock, UTC milliseconds. */
	now: number;
	/** Days that a folder may stay on a device without contact. */
	leaseDays: number;
	/**
	 * Whose eyes the rows are filtered for: keep it, and say it in the next *hello*. When it is not
	 * the one kept, drop every folder's copy in the same step. *welcome* comes again when it changes.
	 */
	audience: string;
}

/**
 * Rows of visible folders and known people, tombstones included, and rows that left a folder: of
 * those, a device drops its copy only while that copy still lies in the named folder. `upTo` says
 * how far the named folders are complete once this frame is written down.
 */
export interface ChangesFrame {
	type: 'changes';
	rows: NounRow[];
	departed: { noun: NounName; id: string; folderId: string }[];
	/** People that this viewer no longer knows. */
	strangers: string[];
	upTo: Record<string, number>;
}

/** The command is on disk, and its rows were sent before this. */
export interface ReceiptFrame {
	type: 'receipt';
	id: string;
	version: number;
}

/** The command changed nothing. Do not send it again under this id. */
export interface RefusalFrame {
	type: 'refusal';
	id: string;
	code: (typeof refusalCodes)[number];
	field?: string;
	message?: string;
	version?: number;
}

/** Folders that became visible; their rows follow in *changes*. */
export interface GainedFrame {
	type: 'gained';
	folderIds: string[];
}

/** Folders to remove from the device before anything else is read. */
export interface LostFrame {
	type: 'lost';
	folderIds: string[];
}

/**
 * Every folder that the device now holds is complete up to `version`. Comes after the catch-up of
 * *hello*, and again whenever folders were gained or lost.
 */
export interface CaughtUpFrame {
	type: 'caughtUp';
	version: number;
}

/** Who else is on which page, among pages and people that the viewer may know. Replaces the one before. */
export interface PresenceFrame {
	type: 'presence';
	pages: Record<string, string[]>;
}

export type ServerFrame =
	| WelcomeFrame
	| ChangesFrame
	| ReceiptFrame
	| RefusalFrame
	| GainedFrame
	| LostFrame
	| CaughtUpFrame
	| PresenceFrame;
