import type * as v from 'valibot';
import { removeGrant, setGrant } from '../access/grant-commands.ts';
import {
	archiveFolder,
	createFolder,
	moveFolder,
	openFolder,
	renameFolder,
	restoreFolder,
	restrictFolder,
	trashFolder,
	unarchiveFolder
} from '../folders/folder-commands.ts';
import {
	archivePage,
	createPage,
	movePage,
	purgePage,
	renamePage,
	restorePage,
	setPageKind,
	trashPage,
	unarchivePage
} from '../pages/page-commands.ts';
import {
	deactivateMember,
	describeMember,
	reactivateMember,
	setMemberRole
} from '../people/member-commands.ts';

/** Every change that anybody can make to records, by name: the one table that all transports read. */
export const commands = {
	'folders.create': createFolder,
	'folders.rename': renameFolder,
	'folders.move': moveFolder,
	'folders.restrict': restrictFolder,
	'folders.open': openFolder,
	'folders.archive': archiveFolder,
	'folders.unarchive': unarchiveFolder,
	'folders.trash': trashFolder,
	'folders.restore': restoreFolder,
	'grants.set': setGrant,
	'grants.remove': removeGrant,
	'members.describe': describeMember,
	'members.setRole': setMemberRole,
	'members.deactivate': deactivateMember,
	'members.reactivate': reactivateMember,
	'pages.create': createPage,
	'pages.rename': renamePage,
	'pages.move': movePage,
	'pages.setKind': setPageKind,
	'pages.archive': archivePage,
	'pages.unarchive': unarchivePage,
	'pages.trash': trashPage,
	'pages.restore': restorePage,
	'pages.purge': purgePage
} as const;

export type CommandName = keyof typeof commands;
export type CommandInput<N extends CommandName> = v.InferInput<(typeof commands)[N]['input']>;

export const commandNames = Object.keys(commands) as CommandName[];

export function isCommandName(name: string): name is CommandName {
	return Object.hasOwn(commands, name);
}
