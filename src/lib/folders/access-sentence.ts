import { atLeast, isOutsider } from '#domain/access/level.ts';
import type { FolderViewer } from '#domain/access/who-can.ts';
import type { Member } from '#domain/people/member.ts';
import type { Language } from '../i18n/language.ts';

const namedAtMost = 3;

/**
 * One or two sentences that say who sees a folder and who may change it. `viewers` is everybody
 * who is known to see it, `members` everybody in the workspace. With `hidden` there are others, who see
 * a folder above that this viewer does not: then nothing is said of everybody or of nobody.
 */
export function accessSentence(
	{ locale, words }: Language,
	viewers: readonly FolderViewer[],
	members: readonly Member[],
	hidden: boolean
): string {
	const say = words.folders.access;
	const list = (names: string[]) => new Intl.ListFormat(locale).format(names);
	const insiders = members.filter((member) => member.deactivatedAt === null && !isOutsider(member.role));
	const inside = viewers.filter(({ member }) => !isOutsider(member.role));
	const outside = viewers.filter(({ member }) => isOutsider(member.role));

	const above = hidden ? say.seersAbove : '';
	const seers = [insideNames(), ...outsideNames(), above].filter((part) => part !== '');
	const limits = hidden ? [] : [editSentence(), outside.length === 0 ? say.noOutsiders : ''];
	return [say.seenBy({ people: list(seers) }), ...limits].filter((part) => part !== '').join(' ');

	function insideNames(): string {
		if (inside.length === insiders.length && inside.length > 1) return say.wholeTeam;
		if (inside.length <= namedAtMost) return list(inside.map(({ member }) => firstName(member)));
		return say.teamCount({ count: inside.length });
	}

	function outsideNames(): string[] {
		if (outside.length > namedAtMost) return [say.outsiderCount({ count: outside.length })];
		return outside.map(({ member }) =>
			say.outsider({ name: firstName(member), role: words.folders.roleWord[member.role] })
		);
	}

	function editSentence(): string {
		const editors = viewers.filter(({ level }) => atLeast(level, 'edit'));
		if (viewers.length === 1) return '';
		if (editors.length === viewers.length) return say.allEdit;
		if (editors.length > namedAtMost) return say.editCount({ count: editors.length });
		return editors.length === 0
			? ''
			: say.onlyEdit({ people: list(editors.map(({ member }) => firstName(member))) });
	}
}

/** How colleagues call somebody; titles such as "apt." are passed over. */
export function firstName({ name }: Pick<Member, 'name'>): string {
	return name.split(/\s+/).find((word) => !word.endsWith('.')) ?? name;
}
