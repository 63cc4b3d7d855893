import { describe, expect, it } from 'vitest';
import { missingWords, textsOf } from './completeness.ts';
import { en } from './en.ts';
import { id } from './id.ts';

/** Words that shop people say the same in both languages, brand names, signs. */
const sameInBoth =
	/^(|Rapi|Indonesia|Shopee|Tokopedia|TikTok Shop|Lazada|WhatsApp|Instagram|SOP|Folder|Folders|Status|Admin|Freelancer|Vendor|admin|freelancer|vendor|Menu|Template|File|Link|Data|E-mail|Email|Detail|Video|Normal|Bahasa Indonesia|English|[^\p{L}]*|API.*|.{1,3})$/u;

describe('the words of the interface', () => {
	it('are all there in both languages', () => {
		expect(missingWords(en, id)).toEqual([]);
		expect(missingWords(id, en)).toEqual([]);
	});

	it('notices a text that is missing or empty', () => {
		expect(missingWords({ a: { b: 'x', c: 'y' } }, { a: { b: '' } })).toEqual(['a.b', 'a.c']);
	});

	it('are not the same in both languages by accident', () => {
		const indonesian = new Map(textsOf(id));
		const same = textsOf(en).filter(
			([path, text]) => indonesian.get(path) === text && !sameInBoth.test(text)
		);
		expect(same).toEqual([]);
	});

	it('stay calm: no exclamation marks, no em dashes', () => {
		const loud = [...textsOf(en), ...textsOf(id)].filter(([, text]) => /!(?!\p{L})|—/u.test(text));
		expect(loud).toEqual([]);
	});
});
