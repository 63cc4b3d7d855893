import type { NotCarried } from '#domain/pages/markdown/markdown-tree.ts';
import { count } from '../count.ts';

/** Bringing Markdown from elsewhere into a folder. */
export const imports = {
	open: 'Import Markdown…',
	help: 'Brings notes from another tool: folders become folders, notes become documents.',
	title: ({ place }: { place: string }) => `Import into ${place}`,
	everything: 'the workspace',
	lead: 'Choose a folder or a zip, for example an export of Notion or Obsidian, or .md files with their pictures. At most 50 MB.',
	drop: 'Or drop a folder or files here.',
	choose: 'Choose files…',
	chooseFolder: 'Choose folder…',
	offline: 'You are offline. Importing needs a connection, because the server reads the files.',
	sending: ({ percent }: { percent: number }) => `Sending, ${percent}%`,
	reading: 'Reading the files…',
	making: ({ done, of }: { done: number; of: number }) => `${done} of ${of} pages made`,
	mayClose: 'You can close this. The import goes on.',
	again: 'Import more',
	made: ({ pages, folders }: { pages: number; folders: number }) =>
		`${count(pages, 'page', 'pages')} and ${count(folders, 'folder', 'folders')} made.`,
	links: ({ n }: { n: number }) => `${count(n, 'link leads', 'links lead')} to an imported page.`,
	lostLinks: ({ n }: { n: number }) =>
		`${count(n, 'link leads', 'links lead')} to a page that was not in the files.`,
	allCarried: 'Everything was carried over.',
	notCarried: 'Not carried over, or in another form',
	line: ({ path, line }: { path: string; line: number }) => `${path}, line ${line}`,
	more: ({ n }: { n: number }) => `and ${n} more`,
	kinds: {
		html: 'HTML',
		headingLevel: 'Headings of another level',
		footnote: 'Footnotes',
		frontMatter: 'Facts at the top of a file',
		templateTag: 'Tags of a template',
		link: 'Links',
		image: 'Pictures',
		nesting: 'Lists inside lists, too deep',
		tooLong: 'Texts that are too long'
	} satisfies Record<NotCarried, string>,
	faults: {
		not_found: 'You cannot add pages here any more.',
		too_large: 'These files are larger than 50 MB. Import them in parts.',
		too_much: 'This zip unpacks to more than can be imported at once. Import it in parts.',
		unsupported: 'These are not files that can be imported. Choose a folder or one zip, or .md files.',
		broken: 'This zip is damaged. Make it again and try once more.',
		busy: 'Another import of yours is still running. Wait for its end.',
		unreachable: 'The server did not answer. If pages appear in the folder, the import goes on there.',
		failed: 'The import stopped. Pages that were already made are still there.'
	}
};
