import type { Reason } from '#domain/access/can.ts';
import type { Grant } from '#domain/access/grant.ts';
import type { Level } from '#domain/access/level.ts';
import type { Folder } from '#domain/folders/folder.ts';
import type { Member } from '#domain/people/member.ts';
import { shortDate } from '../views/dates.ts';
import type { Language } from '../i18n/language.ts';

/** Rows that a sentence about access looks things up in. */
export interface AccessFacts {
	member(id: string): Member | undefined;
	folder(id: string): Folder | undefined;
	grant(id: string): Grant | undefined;
}

export interface AccessStatement {
	member: Member;
	folder: Folder;
	level: Level;
	by: Reason | null;
}

/** "Nadia bisa mengubah Pemasaran karena diberi akses langsung oleh Intan, 3 Nov 2026. Sampai 31 Des 2026." */
export function reasonSentence(
	said: AccessStatement,
	facts: AccessFacts,
	{ words, locale }: Language
): string {
	const { member, folder, level, by } = said;
	const { reason } = words.access;
	if (level === 'none' || by === null) return reason.none(member.name, folder.name);
	const may = reason.may[level](member.name, folder.name);
	return `${may} ${because(by, said, facts, { words, locale })}`;
}

function because(by: Reason, said: AccessStatement, facts: AccessFacts, language: Language): string {
	const { reason, role } = language.words.access;
	if (by === 'role') return reason.byRole(role[said.member.role]);
	if (by === 'default') return reason.byDefault;
	const grant = by.grants.map((id) => facts.grant(id)).find((found) => found !== undefined);
	return grant ? byGrant(grant, said, facts, language) : reason.byDefault;
}

function byGrant(
	grant: Grant,
	said: AccessStatement,
	facts: AccessFacts,
	{ words, locale }: Language
): string {
	const { reason, role } = words.access;
	const giver = facts.member(grant.givenBy)?.name ?? reason.unknownGiver;
	const day = shortDate(grant.givenAt, locale);
	const until = grant.endsAt === null ? '' : ` ${reason.until(shortDate(grant.endsAt, locale))}`;
	if (grant.role !== null) return reason.byRoleGrant(role[grant.role], giver, day) + until;
	if (grant.folderId === said.folder.id) return reason.byGrant(giver, day) + until;
	const above = facts.folder(grant.folderId)?.name ?? said.folder.name;
	return reason.byGrantAbove(above, giver, day) + until;
}
