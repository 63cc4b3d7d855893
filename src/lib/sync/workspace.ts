import type { Actor, FolderAction } from '#domain/access/can.ts';
import type { Level } from '#domain/access/level.ts';
import type { CommandInput, CommandName } from '#domain/commands/commands.ts';
import type { Refusal } from '#domain/kernel/refusal.ts';
import type { NounName, RowOf } from '#domain/records/nouns.ts';
import type { PageRefusal } from '#domain/wire/protocol.ts';
import type { Ending } from './sync-state.ts';
import type { Awareness } from 'y-protocols/awareness';
import type { Doc } from 'yjs';

/**
 * One workspace as this device knows it. Properties are reactive: read inside a component or a
 * `$derived`, they update it. Everything here works with no network.
 */
export interface Workspace {
	readonly id: string;
	readonly slug: string;
	readonly name: string;
	/** Shows the name that the server has taken, without waiting for the next start. */
	showName(name: string): void;
	readonly me: RowOf<'members'>;
	readonly actor: Actor;
	readonly records: Records;
	readonly pages: PageDocuments;
	readonly images: PageImages;
	readonly status: SyncStatus;
	/** The level held in a folder, by the same rule as the server's. */
	levelIn(folderId: string): Level;
	can(action: FolderAction, folderId: string): boolean;
	/** Who else is on a page now, by member id. */
	presentOn(pageId: string): readonly string[];
	/** Commands that the server has not answered, in the order in which it gets them. */
	readonly pending: readonly PendingChange[];
	/** Commands that the server did not take, until each is dismissed. */
	readonly refusals: readonly RefusedCommand[];
	dismissRefusal(id: string): void;
	/** Work done here in a folder that was taken away, until each is dismissed. */
	readonly lateEdits: readonly LateEdit[];
	dismissLateEdit(pageId: string): void;
	/** Why it cannot stay open; null while it can. Whoever shows it closes it then. */
	readonly ended: Ending | null;
	/** How much of this account's work is on this device only, in all its workspaces. */
	unsentOnDevice(): Promise<number>;
	/** Removes all workspaces of this account from the device. False, and nothing done, while work is on it only. */
	forgetDevice(options?: { evenUnsent: boolean }): Promise<boolean>;
	/** Ends sockets and stores; the local copy stays. */
	close(): Promise<void>;
}

/** The local copy with what is still under way laid over it. */
export interface Records {
	list<N extends NounName>(noun: N): readonly RowOf<N>[];
	get<N extends NounName>(noun: N, id: string): RowOf<N> | undefined;
	/**
	 * Applies a command here at once and puts it into the outbox. Resolves when it is written down on
	 * this device (or when that fails, which `status.storage` says), or with the refusal of the local
	 * rule (then nothing was changed). Rejects with `NotPrepared`, and nothing was changed, when a part
	 * of the app that the command needs could not be loaded.
	 */
	send<N extends CommandName>(name: N, input: CommandInput<N>): Promise<SentCommand | Refusal>;
	/** Whether a row carries changes that the server has not confirmed. */
	isPending(noun: NounName, id: string): boolean;
}

export interface SentCommand {
	id: string;
}

export interface PendingChange {
	name: CommandName;
	input: unknown;
}

export interface RefusedCommand {
	id: string;
	name: CommandName;
	input: unknown;
	refusal: Refusal;
	at: number;
}

/** Work on a page that could not be sent: its author may save it as a file. */
export interface LateEdit {
	pageId: string;
	title: string;
	/** The whole page as Yjs updates, oldest first; none when only pictures were unsent. */
	updates: readonly Uint8Array[];
	/** Pictures that were put into it here and could not be sent. */
	images: readonly { id: string; blob: Blob; name?: string }[];
	at: number;
}

/** What the sync chip says (UX.md 3.3): severity follows unsent work, never hope. */
export interface SyncStatus {
	readonly connection: 'on' | 'connecting' | 'off';
	/** Commands, page edits and pictures that the server has not confirmed, all written down here. */
	readonly unsent: number;
	/** Pages whose text or pictures are among it. */
	readonly unsentPages: readonly string[];
	/** Whether some of it is still being written to this device. */
	readonly writing: boolean;
	/** 'failed': this device could not write something down; it lives in this tab only. */
	readonly storage: 'ok' | 'failed';
	/** Everything that the server had when this connection began has arrived. */
	readonly caughtUp: boolean;
	/** Whether the browser promised to keep the data (StorageManager.persist). */
	readonly persisted: boolean;
	/** The first complete copy has arrived at some time. */
	readonly bootstrapped: boolean;
	readonly lastSyncAt: number | null;
	/** The session has ended: work stays here until the person signs in again. */
	readonly signedOut: boolean;
	/** Too long without contact: the copy is closed until the server has been heard again. */
	readonly leaseEnded: boolean;
	/** Pages kept on this device of those that could be. */
	readonly kept: { readonly pages: number; readonly of: number };
	/** A newer version of the app is on the server: reload when convenient. */
	readonly updateReady: boolean;
	/** Changes to the newer version and reloads this tab. */
	update(): void;
	retry(): void;
}

/** The texts of pages: Yjs documents kept on this device and synced while open. */
export interface PageDocuments {
	/** Opens a page's document; many callers share one. Close what you opened. */
	open(pageId: string): Promise<OpenPage>;
}

/** The pictures of pages, as far as they are on this device. */
export interface PageImages {
	/** Keeps a picture of a page, or with a name a file of its task, here, then sends it. Resolves when it is kept. */
	add(image: { id: string; pageId: string; blob: Blob; name?: string }): Promise<void>;
	/** How far a picture is on its way to the server; undefined when the server has it. */
	stateOf(id: string): ImageState | undefined;
	/** Calls back after each change of a state; returns the way to stop. */
	onChange(listener: () => void): () => void;
	/**
	 * Gives a page its own copy of a picture, since each has the rights and the life of its page. Answers the
	 * id that the page may point at: `newId`, or `id` when the picture is its own; undefined when the picture
	 * cannot be had now.
	 */
	copyTo(pageId: string, id: string, newId: string): Promise<string | undefined>;
	/** A picture as it lies on this device; undefined when it does not. */
	find(id: string): Promise<Blob | undefined>;
	/** Pictures that the server did not take, until each is dismissed. Reactive. */
	readonly refused: readonly RefusedImage[];
	/** Takes a picture off this device that the server does not take. */
	dismiss(id: string): void;
}

export type ImageState = { step: 'sending'; percent: number } | { step: 'waiting' } | { step: 'refused' };

export interface RefusedImage {
	id: string;
	pageId: string;
	/** Of a task's file. */
	name?: string;
}

export interface OpenPage {
	readonly pageId: string;
	readonly doc: Doc;
	readonly awareness: Awareness;
	readonly state: PageState;
	close(): void;
}

export interface PageState {
	/** Whether any content has come, from this device or the server; before it, nothing may be written. */
	readonly loaded: boolean;
	/** Every edit is on the server's disk (message 100 covers this document's state vector). */
	readonly saved: boolean;
	/** Every edit is in this device's store, confirmed by it. */
	readonly stored: 'yes' | 'writing' | 'failed';
	readonly connection: 'on' | 'connecting' | 'off';
	/** Why it cannot be written now; null when it can. */
	readonly readOnly: 'access' | 'tooOld' | 'lost' | null;
	/** Why the server did not take an edit, if it did not. */
	readonly refused: PageRefusal | null;
	/** The server has failed on this page several times in a row; it is asked again and again. */
	readonly failing: boolean;
	/** How often own text was put back that fell with a block which somebody else moved or deleted. */
	readonly putBack: number;
}
