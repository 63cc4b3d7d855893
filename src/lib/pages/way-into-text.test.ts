import { beforeEach, describe, expect, it } from 'vitest';
import { WayIntoText } from './way-into-text.svelte.ts';

let way: WayIntoText;
let entered: number;
const editor = () => (entered += 1);

beforeEach(() => {
	way = new WayIntoText();
	entered = 0;
});

describe('the way from the title into the text', () => {
	it('leads there at once when the editor is open', () => {
		way.open(editor);
		expect(entered).toBe(0);
		way.go();
		expect([entered, way.waits]).toEqual([1, false]);
	});

	it('waits for an editor that is still being fetched', () => {
		way.go();
		expect(way.waits).toBe(true);
		way.open(editor);
		expect([entered, way.waits]).toEqual([1, false]);
	});

	it('leaves the caret alone when the person went elsewhere meanwhile', () => {
		way.go();
		way.stop();
		way.open(editor);
		expect([entered, way.waits]).toEqual([0, false]);
	});
});
