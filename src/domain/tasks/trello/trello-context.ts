import type { Member } from '../../people/member.ts';
import type { TrelloReport } from './trello-report.ts';

/** What the reading of a board needs to know of the place that it comes to. */
export interface TrelloContext {
	/** People whom the importer knows and who may be given work. */
	people: readonly Pick<Member, 'id' | 'name'>[];
	words: TrelloWords;
	/** The workspace's time zone (IANA name). */
	zone: string;
	now: number;
	newId: () => string;
	/** Filled while reading with what is not carried as it was. */
	report: TrelloReport;
}

/** Words that an import has to add to what it brings, in the language of who imports. */
export interface TrelloWords {
	/** The name of a thing that has none. */
	untitled: string;
	todo: string;
	/** The author of a comment whom the file does not name. */
	somebody: string;
	membersInTrello: string;
	more: string;
	/** Trello's colours, for labels without a name. */
	colours: Readonly<Record<string, string>>;
}
