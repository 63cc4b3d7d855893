import { addDays, addMonths, weekdayOf } from '../kernel/day.ts';
import { taskLimits, type Priority } from './task.ts';

/** What somebody typed into the quick line, understood. */
export interface QuickTask {
	title: string;
	dueOn: string | null;
	dueTime: string | null;
	priority: Priority | null;
	labels: string[];
	/** Names as typed after @, for the caller to look up; what nobody is called stays in the title. */
	memberIds: string[];
}

export interface QuickAddSurroundings {
	today: string;
	/** The member whom a typed name means; undefined for nobody or for several. */
	findMember(typed: string): string | undefined;
}

/** Days from today that a word means, in both languages. */
const dayWords: Record<string, number> = {
	'hari ini': 0,
	today: 0,
	besok: 1,
	tomorrow: 1,
	lusa: 2,
	'minggu depan': 7,
	'next week': 7
};

/** Monday is 1. `minggu` is Sunday, unless `depan` follows. */
const weekdayWords: Record<string, number> = {
	senin: 1,
	monday: 1,
	selasa: 2,
	tuesday: 2,
	rabu: 3,
	wednesday: 3,
	kamis: 4,
	thursday: 4,
	jumat: 5,
	"jum'at": 5,
	friday: 5,
	sabtu: 6,
	saturday: 6,
	minggu: 7,
	ahad: 7,
	sunday: 7
};

const priorityWords: Record<string, Priority> = {
	mendesak: 'urgent',
	urgent: 'urgent',
	tinggi: 'high',
	high: 'high',
	biasa: 'normal',
	normal: 'normal',
	rendah: 'low',
	low: 'low'
};

const time = String.raw`(?:\s+(?:pukul|jam|at)?\s*(\d{1,2})[.:](\d{2}))?`;
const dayPattern = new RegExp(
	String.raw`(?:^|\s)(${[...Object.keys(dayWords), ...Object.keys(weekdayWords), 'akhir bulan'].join('|')}|\d{1,2}\/\d{1,2}(?:\/\d{4})?)${time}(?=\s|$)`,
	'iu'
);

/**
 * Reads one typed line: `Foto rok besok 15.00 @nadia #foto !tinggi`. Words that it understands
 * leave the title; a line of nothing but such words keeps them, since a task needs a title.
 */
export function readQuickTask(line: string, around: QuickAddSurroundings): QuickTask {
	const found: QuickTask = {
		title: '',
		dueOn: null,
		dueTime: null,
		priority: null,
		labels: [],
		memberIds: []
	};
	let rest = line.replace(/\s+/gu, ' ').trim();
	rest = takeMarks(rest, found, around);
	rest = takeDay(rest, found, around.today);
	const title = rest.replace(/\s+/gu, ' ').trim();
	return { ...found, title: title === '' ? line.trim() : title };
}

function takeMarks(line: string, found: QuickTask, around: QuickAddSurroundings): string {
	return line.replace(
		/(^|\s)([@#!])([\p{L}\p{N}_.-]+)/gu,
		(whole, before: string, mark: string, word: string) => {
			if (mark === '#' && found.labels.length < taskLimits.labels) {
				const label = word.slice(0, taskLimits.label);
				if (!found.labels.includes(label)) found.labels.push(label);
				return before;
			}
			const priority = priorityWords[word.toLowerCase()];
			if (mark === '!' && priority) {
				found.priority = priority;
				return before;
			}
			const member = mark === '@' ? around.findMember(word) : undefined;
			if (member === undefined) return whole;
			if (!found.memberIds.includes(member)) found.memberIds.push(member);
			return before;
		}
	);
}

function takeDay(line: string, found: QuickTask, today: string): string {
	const match = dayPattern.exec(line);
	const word = match?.[1];
	if (!match || word === undefined) return line;
	const day = dayOf(word.toLowerCase(), today);
	if (day === null) return line;
	found.dueOn = day;
	found.dueTime = timeOf(match[2], match[3]);
	return `${line.slice(0, match.index)} ${line.slice(match.index + match[0].length)}`;
}

function timeOf(hours: string | undefined, minutes: string | undefined): string | null {
	if (hours === undefined || minutes === undefined) return null;
	if (Number(hours) > 23 || Number(minutes) > 59) return null;
	return `${hours.padStart(2, '0')}:${minutes}`;
}

/** The day that a word or a date such as 25/11 means; null for no real day. A past date is next year's. */
export function dayOf(word: string, today: string): string | null {
	const ahead = dayWords[word];
	if (ahead !== undefined) return addDays(today, ahead);
	const weekday = weekdayWords[word];
	if (weekday !== undefined) return addDays(today, (weekday - weekdayOf(today) + 7) % 7);
	if (word === 'akhir bulan') return addMonths(today, 0, 31);
	const date = /^(\d{1,2})\/(\d{1,2})(?:\/(\d{4}))?$/.exec(word);
	if (!date) return null;
	const [day, month, year] = [date[1] ?? '', date[2] ?? '', date[3]];
	const inYear = (of: string) => `${of}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
	const thisYear = inYear(year ?? today.slice(0, 4));
	const wanted =
		year === undefined && thisYear < today ? inYear(String(Number(today.slice(0, 4)) + 1)) : thisYear;
	return isRealDay(wanted) ? wanted : null;
}

function isRealDay(day: string): boolean {
	const at = Date.parse(`${day}T00:00:00Z`);
	return !Number.isNaN(at) && new Date(at).toISOString().startsWith(day);
}
