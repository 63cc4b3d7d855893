import { expect, type Locator, type Page } from '@playwright/test';

const mostStops = 90;

/** Goes by Tab alone, backwards or forwards, until this has the focus. */
export async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
	await expect(target).toBeVisible();
	for (let stops = 0; stops < mostStops; stops++) {
		if (await target.evaluate((element) => element === document.activeElement)) return;
		await page.keyboard.press(key);
	}
	throw new Error(`not reached by ${key}: ${String(target)}`);
}

/** Goes there and presses it. */
export async function pressOn(page: Page, target: Locator): Promise<void> {
	await tabTo(page, target);
	await page.keyboard.press('Enter');
}

/** Opens a menu by its button and takes an entry with the arrows. */
export async function chooseFrom(page: Page, button: Locator, entry: string): Promise<void> {
	await pressOn(page, button);
	const wanted = page.getByRole('menuitem', { name: entry });
	await expect(wanted).toBeVisible();
	for (let moves = 0; moves < mostStops; moves++) {
		if (await wanted.evaluate((element) => element === document.activeElement)) break;
		await page.keyboard.press('ArrowDown');
	}
	await expect(wanted).toBeFocused();
	await page.keyboard.press('Enter');
}

/** Something that can be pressed, or the part that it was in, has the focus: not the page as a whole. */
export async function expectFocusKept(page: Page): Promise<void> {
	await expect(page.locator('body')).not.toBeFocused();
	await expect(page.locator(':focus')).toHaveCount(1);
}
