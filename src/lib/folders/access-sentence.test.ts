import { describe, expect, it } from 'vitest';
import { folderTree, withFolder } from '#domain/access/folder-tree.ts';
import { previewSight } from '#domain/access/preview.ts';
import { hiddenAbove, whoCan } from '#domain/access/who-can.ts';
import { folderRow, grantRow, memberRow } from '../../../tests/support/rows.ts';
import { en } from '../i18n/en.ts';
import { id } from '../i18n/id.ts';
import { accessSentence } from './access-sentence.ts';
import { sightLines } from './careful-change.ts';

const now = 1_000;
const members = [memberRow('Wulan', 'owner'), memberRow('Rara', 'staff'), memberRow('Nadia', 'freelancer')];
const languages = [
	{ locale: 'id', words: id },
	{ locale: 'en', words: en }
] as const;
const grants = [grantRow('kas', { memberId: 'rara' }, 'manage')];
/** As Rara's device has it: the restricted folder above *kas* is not there. */
const tree = folderTree([folderRow('kas', { parentId: 'keuangan' }), folderRow('ops')], grants);

const sentencesOf = (folderId: string) =>
	languages.map((language) => {
		const hidden = hiddenAbove(folderId, tree) !== undefined;
		return accessSentence(language, whoCan(folderId, members, tree, now), members, hidden);
	});

describe('the sentence about who sees a folder', () => {
	it('names those who are known and says who may edit, where nothing above is hidden', () => {
		expect(sentencesOf('ops')).toEqual([
			'Dilihat oleh seluruh tim. Semuanya bisa mengubah. Freelancer dan vendor tidak bisa melihat.',
			'Seen by the whole team. All of them can edit. Freelancers and vendors can’t see it.'
		]);
	});

	it('says that there are others where a folder above is hidden, and nothing of all or none', () => {
		expect(sentencesOf('kas')).toEqual([
			'Dilihat oleh seluruh tim dan orang yang bisa melihat folder di atasnya.',
			'Seen by the whole team and people who see the folder above.'
		]);
	});
});

describe('what a change is said to mean', () => {
	it('counts those who see a hidden folder above among who loses sight', () => {
		const after = withFolder(tree, 'kas', { restrictedAt: now });
		const sight = previewSight(members, { folderId: 'kas', tree }, { folderId: 'kas', tree: after }, now);
		expect(languages.map((language) => sightLines(sight, language))).toEqual([
			['Orang yang bisa melihat folder di atasnya tidak bisa melihatnya lagi.'],
			['People who see the folder above will no longer see it.']
		]);
	});

	it('says nothing where nobody gains or loses sight', () => {
		const same = { folderId: 'ops', tree };
		expect(sightLines(previewSight(members, same, same, now), languages[0])).toEqual([]);
	});
});
