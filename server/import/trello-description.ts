import { uuidv7 } from 'uuidv7';
import { isRefusal } from '#domain/kernel/refusal.ts';
import { withBlockIds, type DocumentNode } from '#domain/pages/document-tree.ts';
import { readMarkdown } from '#domain/pages/markdown/read-markdown.ts';
import type { PlannedCard } from '#domain/tasks/trello/trello-card.ts';
import { noteIn, type TrelloReport } from '#domain/tasks/trello/trello-report.ts';
import type { TrelloWords } from '#domain/tasks/trello/trello-context.ts';
import { encodeDocument } from '../pages/encode-document.ts';
import { MarkdownTooLarge } from '../pages/markdown.ts';
import { judgeFirstText, type FirstText } from '../pages/page-effects.ts';
import type { MarkdownParser } from './markdown-parser.ts';

/** How many texts of one board may take too long to read before all others are taken as plain text. */
const mostSlowTexts = 2;

/** Makes the descriptions of cards into the first texts of pages. */
export class TrelloDescriptions {
	readonly #parser: MarkdownParser;
	readonly #words: TrelloWords;
	readonly #report: TrelloReport;
	readonly #memberId: string;
	#slow = 0;

	constructor(parser: MarkdownParser, words: TrelloWords, report: TrelloReport, memberId: string) {
		this.#parser = parser;
		this.#words = words;
		this.#report = report;
		this.#memberId = memberId;
	}

	/** The text of a card's description page; undefined for a card that needs none. */
	async textFor({ task, description, lines }: PlannedCard): Promise<FirstText | undefined> {
		const blocks = await this.#read(description, task.title);
		if (lines.length > 0) {
			if (blocks.length > 0) blocks.push(block('heading', this.#words.more, { level: 3 }));
			blocks.push(...lines.map((line) => block('paragraph', line)));
		}
		if (blocks.length === 0) return undefined;
		const judged = this.#judge(blocks);
		if (judged) return judged;
		// What Markdown made of it is no page: its words are.
		noteIn(this.#report, 'text', task.title);
		return this.#judge([...plain(description), ...plain(lines.join('\n'))]);
	}

	async #read(description: string, title: string): Promise<DocumentNode[]> {
		if (description.trim() === '') return [];
		try {
			if (this.#slow >= mostSlowTexts) throw new MarkdownTooLarge('time');
			const { blocks, notices } = readMarkdown(await this.#parser.parse(description));
			for (const { detail } of notices) noteIn(this.#report, 'text', `${title}: ${detail}`);
			return blocks;
		} catch (error) {
			if (!(error instanceof MarkdownTooLarge)) throw error;
			if (error.message === 'time') this.#slow += 1;
			noteIn(this.#report, 'text', title);
			return plain(description);
		}
	}

	#judge(blocks: readonly DocumentNode[]): FirstText | undefined {
		const judged = judgeFirstText(encodeDocument(withBlockIds(blocks, uuidv7)), this.#memberId);
		return isRefusal(judged) ? undefined : judged;
	}
}

function plain(text: string): DocumentNode[] {
	const lines = text.split('\n').filter((line) => line.trim() !== '');
	return lines.map((line) => block('paragraph', line));
}

function block(name: string, text: string, attributes: DocumentNode['attributes'] = {}): DocumentNode {
	return { name, attributes, children: [{ text, marks: {} }] };
}
