import { expect, it } from 'vitest';
import { findNodeFault } from './document-schema.ts';
import { pageSkeleton, type BlockSketch } from './skeleton.ts';

function all(blocks: readonly (BlockSketch | string)[]): BlockSketch[] {
	return blocks.flatMap((block) => (typeof block === 'string' ? [] : [block, ...all(block.children)]));
}

it('starts every kind of page with blocks that the server admits, each with an id of its own', () => {
	for (const kind of ['doc', 'sop'] as const) {
		let next = 0;
		const blocks = all(pageSkeleton(kind, () => `b${next++}`));
		expect(blocks.map(({ name, attributes }) => findNodeFault(name, attributes))).toEqual(
			blocks.map(() => undefined)
		);
		expect(new Set(blocks.map(({ attributes }) => attributes['id'])).size).toBe(blocks.length);
	}
});

it('gives an SOP its goal, a first step and the standard of the result', () => {
	expect(pageSkeleton('sop', () => 'b').map(({ name }) => name)).toEqual([
		'sopGoal',
		'sopStep',
		'sopStandard'
	]);
});
