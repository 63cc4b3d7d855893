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
import {
	blockTask,
	openBlocker,
	reopenBlocker,
	setBlocker,
	solveBlocker,
	unblockTask
} from '../blockers/blocker-commands.ts';
import {
	archiveBoard,
	createBoard,
	moveBoard,
	renameBoard,
	restoreBoard,
	setBoardTemplate,
	trashBoard,
	unarchiveBoard
} from '../boards/board-commands.ts';
import {
	addColumn,
	moveColumn,
	removeBoardField,
	removeColumn,
	setBoardField,
	setColumn
} from '../boards/column-commands.ts';
import {
	addComment,
	editComment,
	reactToComment,
	removeComment,
	resolveComment
} from '../comments/comment-commands.ts';
import { removeFilter, saveFilter, setFilter } from '../filters/filter-commands.ts';
import { markNotice } from '../notices/notice-commands.ts';
import { attachFile, detachFile } from '../tasks/attachment-commands.ts';
import { addCheckItem, removeCheckItem, setCheckItem, tickCheckItem } from '../tasks/checklist-commands.ts';
import { describeTask } from '../tasks/describe-task.ts';
import {
	assignTask,
	assignTeam,
	labelTask,
	linkTask,
	setTaskFacts,
	setTaskField,
	settleOverruled,
	unassignTask,
	unassignTeam,
	unlabelTask,
	unlinkTask,
	unwatchTask,
	watchTask
} from '../tasks/fact-commands.ts';
import {
	archiveTask,
	createTask,
	moveTask,
	purgeTask,
	renameTask,
	repeatTask,
	restoreTask,
	setTaskTemplate,
	trashTask,
	unarchiveTask
} from '../tasks/task-commands.ts';
import {
	archiveTeam,
	removeLeave,
	removeTeam,
	setLeave,
	setTeam,
	unarchiveTeam
} from '../teams/team-commands.ts';

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
	'pages.purge': purgePage,
	'boards.create': createBoard,
	'boards.rename': renameBoard,
	'boards.move': moveBoard,
	'boards.setTemplate': setBoardTemplate,
	'boards.archive': archiveBoard,
	'boards.unarchive': unarchiveBoard,
	'boards.trash': trashBoard,
	'boards.restore': restoreBoard,
	'boards.addColumn': addColumn,
	'boards.setColumn': setColumn,
	'boards.moveColumn': moveColumn,
	'boards.removeColumn': removeColumn,
	'boards.setField': setBoardField,
	'boards.removeField': removeBoardField,
	'tasks.create': createTask,
	'tasks.rename': renameTask,
	'tasks.move': moveTask,
	'tasks.repeat': repeatTask,
	'tasks.set': setTaskFacts,
	'tasks.setField': setTaskField,
	'tasks.settle': settleOverruled,
	'tasks.assign': assignTask,
	'tasks.unassign': unassignTask,
	'tasks.assignTeam': assignTeam,
	'tasks.unassignTeam': unassignTeam,
	'tasks.label': labelTask,
	'tasks.unlabel': unlabelTask,
	'tasks.watch': watchTask,
	'tasks.unwatch': unwatchTask,
	'tasks.link': linkTask,
	'tasks.unlink': unlinkTask,
	'tasks.addItem': addCheckItem,
	'tasks.setItem': setCheckItem,
	'tasks.tickItem': tickCheckItem,
	'tasks.removeItem': removeCheckItem,
	'tasks.attach': attachFile,
	'tasks.detach': detachFile,
	'tasks.describe': describeTask,
	'tasks.block': blockTask,
	'tasks.unblock': unblockTask,
	'tasks.setTemplate': setTaskTemplate,
	'tasks.archive': archiveTask,
	'tasks.unarchive': unarchiveTask,
	'tasks.trash': trashTask,
	'tasks.restore': restoreTask,
	'tasks.purge': purgeTask,
	'blockers.open': openBlocker,
	'blockers.set': setBlocker,
	'blockers.solve': solveBlocker,
	'blockers.reopen': reopenBlocker,
	'comments.add': addComment,
	'comments.edit': editComment,
	'comments.remove': removeComment,
	'comments.resolve': resolveComment,
	'comments.react': reactToComment,
	'filters.save': saveFilter,
	'filters.set': setFilter,
	'filters.remove': removeFilter,
	'notices.mark': markNotice,
	'teams.set': setTeam,
	'teams.archive': archiveTeam,
	'teams.unarchive': unarchiveTeam,
	'teams.remove': removeTeam,
	'leaves.set': setLeave,
	'leaves.remove': removeLeave
} as const;

export type CommandName = keyof typeof commands;
export type CommandInput<N extends CommandName> = v.InferInput<(typeof commands)[N]['input']>;

export const commandNames = Object.keys(commands) as CommandName[];

export function isCommandName(name: string): name is CommandName {
	return Object.hasOwn(commands, name);
}
