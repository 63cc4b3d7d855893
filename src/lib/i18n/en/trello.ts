import type { TrelloNoticeKind } from '#domain/tasks/trello/trello-report.ts';
import { count } from '../count.ts';
import type { imports } from './imports.ts';

/** Bringing a board of Trello along. */
export const trello = {
	title: 'From Trello',
	open: 'Import from Trello…',
	lead: 'In Trello: open the board, then Menu → Print, export and share → Export as JSON. Choose that file here. At most 8 MB.',
	folderHelp: 'The board will stand here. Whoever sees the folder sees the board.',
	choose: 'Choose file…',
	making: ({ done, of }: { done: number; of: number }) => `${done} of ${of} cards made`,
	made: ({ name }: { name: string }) => `${name} is here.`,
	part: {
		columns: (n: number) => count(n, 'list', 'lists'),
		tasks: (n: number) => count(n, 'task', 'tasks'),
		archived: (n: number) => `${n} of them in the archive`,
		items: (n: number) => count(n, 'line of a checklist', 'lines of checklists'),
		comments: (n: number) => count(n, 'comment', 'comments'),
		links: (n: number) => count(n, 'link', 'links'),
		fields: (n: number) => count(n, 'field of its own', 'fields of its own')
	},
	allCarried: 'Everything was carried over.',
	notCarried: 'Not carried over, or in another form',
	more: ({ n }: { n: number }) => `and ${n} more`,
	openBoard: 'Open the board',
	undo: 'Undo the import',
	kinds: {
		member: 'People who are not members here (named in the description)',
		label: 'Labels that are too long or too many (in the description)',
		title: 'Titles that are too long (whole in the description)',
		checkItem: 'Lines of checklists beyond 100 (in the description)',
		link: 'Attachments without an address of the web (in the description)',
		fieldValue: 'Values of own fields (in the description)',
		place: 'Places on the map (in the description)',
		list: 'Lists beyond 20 (their cards carry the name as a label)',
		homeless: 'Cards without a list (in the first column)',
		upload: 'Files that stay at Trello (here as links)',
		longComment: 'Long comments (in several parts)',
		encoding: 'Characters of the file that had to be guessed',
		text: 'Parts of descriptions, such as pictures or HTML',
		emptyChecklist: 'Empty checklists',
		emptyCheckItem: 'Lines of checklists without words',
		emptyComment: 'Comments without words',
		commentElsewhere: 'Comments on cards that are not in the file',
		commentMissing: 'Comments that Trello left out of the file',
		field: 'Own fields beyond 30, or of an unknown kind',
		fieldChoice: 'Choices of a field beyond 50',
		boardDescription: 'The description of the board',
		cover: 'Covers of cards',
		vote: 'Votes',
		sticker: 'Stickers',
		powerUp: 'Power-Ups',
		history: 'The history in Trello',
		broken: 'Damaged parts of the file'
	} satisfies Record<TrelloNoticeKind, string>,
	faults: {
		not_found: 'You cannot add a board here any more.',
		too_large: 'This file is larger than 8 MB.',
		too_much: 'This board has more than 500 lists, 5,000 cards or 50,000 actions.',
		unsupported: 'This is no board of Trello. Choose the .json file that Trello’s export made.',
		broken: 'This file is damaged. Export the board once more and try again.',
		busy: 'Another import of yours is still running. Wait for its end.',
		unreachable: 'The server did not answer. If the board appears, the import goes on there.',
		failed: 'The import stopped. What was already made is still there.'
	} satisfies typeof imports.faults
};
