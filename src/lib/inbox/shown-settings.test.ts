import { beforeEach, describe, expect, it } from 'vitest';
import { ShownSettings } from './shown-settings.svelte.ts';

interface Choice {
	mail: string;
	quiet: string;
}

let settings: ShownSettings<Choice>;
let sent: Choice[];
let answers: ((taken: boolean) => void)[];

/** What was asked for and is not answered yet gets its answer, the first first. */
async function answer(taken: boolean): Promise<void> {
	answers.shift()?.(taken);
	for (let turns = 0; turns < 5; turns++) await Promise.resolve();
}

beforeEach(() => {
	sent = [];
	answers = [];
	settings = new ShownSettings({ mail: '07:30', quiet: '20:00' }, (next) => {
		sent.push(next);
		return new Promise((resolve) => answers.push((taken) => resolve(taken ? next : undefined)));
	});
});

describe('settings that show at once', () => {
	it('are sent one after the other, the second with what became of the first', async () => {
		const first = settings.change((now) => ({ ...now, mail: '16:00' }));
		const second = settings.change((now) => ({ ...now, quiet: '21:00' }));
		await Promise.resolve();
		expect(settings.now).toEqual({ mail: '16:00', quiet: '21:00' });
		expect(sent).toEqual([{ mail: '16:00', quiet: '20:00' }]);
		await answer(true);
		await answer(true);
		expect(sent.at(-1)).toEqual({ mail: '16:00', quiet: '21:00' });
		expect(await Promise.all([first, second])).toEqual([true, true]);
	});

	it('take back only the one that was not taken', async () => {
		const first = settings.change((now) => ({ ...now, mail: '16:00' }));
		const second = settings.change((now) => ({ ...now, quiet: '21:00' }));
		await Promise.resolve();
		await answer(false);
		expect(settings.now).toEqual({ mail: '07:30', quiet: '21:00' });
		await answer(true);
		expect(sent.at(-1)).toEqual({ mail: '07:30', quiet: '21:00' });
		expect(await Promise.all([first, second])).toEqual([false, true]);
		expect(settings.now).toEqual({ mail: '07:30', quiet: '21:00' });
	});
});
