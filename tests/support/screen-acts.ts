import type { Locator, Page } from '@playwright/test';
import { en } from '../../src/lib/i18n/en.ts';
import { id } from '../../src/lib/i18n/id.ts';
import type { Words } from '../../src/lib/i18n/en.ts';

/** Brings an open screen into a state that has no address of its own; in either language. */
export type Act = (page: Page) => Promise<void>;

export async function wordsOf(page: Page): Promise<Words> {
	return (await page.locator('html').getAttribute('lang')) === 'en' ? en : id;
}

function inMain(page: Page, name: string): Locator {
	return page.getByRole('main').getByRole('button', { name, exact: true }).first();
}

async function dialogOpen(page: Page): Promise<void> {
	await page.getByRole('dialog').waitFor();
}

export const search =
	(query: string): Act =>
	async (page) => {
		await page.keyboard.press('Control+k');
		await page.getByRole('combobox').fill(query);
		await page.getByRole('option').nth(0).waitFor();
	};

export const askForKeys: Act = async (page) => {
	await page.keyboard.press('?');
	await dialogOpen(page);
};

/** The menu of the open folder; its rows in the order of folderMenu. */
export const openFolderMenu: Act = async (page) => {
	await page.locator('main h1 + button').click();
	await page.getByRole('menuitem').nth(1).waitFor();
};

const folderMenuEntry =
	(name: (words: Words) => string): Act =>
	async (page) => {
		await openFolderMenu(page);
		await page.getByRole('menuitem', { name: name(await wordsOf(page)) }).click();
		await dialogOpen(page);
	};

export const moveFolder = folderMenuEntry(({ folders }) => folders.moveTo);
export const renameFolder = folderMenuEntry(({ folders }) => folders.rename);
export const importInto = folderMenuEntry(({ imports }) => imports.open);
export const shareFolder = folderMenuEntry(({ folders }) => folders.shareAccess);

const press =
	(name: (words: Words) => string): Act =>
	async (page) => {
		await inMain(page, name(await wordsOf(page))).click();
		await dialogOpen(page);
	};

/** The settings have come from the server. */
export const zoneShown: Act = async (page) => {
	const { zone } = (await wordsOf(page)).settings.workspace;
	await page.getByRole('main').getByRole('button', { name: zone }).waitFor();
};

export const chooseZone: Act = async (page) => {
	const { zone } = (await wordsOf(page)).settings.workspace;
	await page.getByRole('main').getByRole('button', { name: zone }).click();
	await page.getByRole('combobox').fill('asia');
	await page.getByRole('option').nth(3).waitFor();
};

export const createTeam = press(({ teams }) => teams.create);
export const createFolder = press(({ folders }) => folders.newFolder);
export const askPurge = press(({ folders }) => folders.purge);
export const deactivate = press(({ people }) => people.person.deactivate);
export const createKey = press(({ account }) => account.keys.create);

/** With the role of a vendor, who needs folders and an end. */
export const invite: Act = async (page) => {
	const { people } = await wordsOf(page);
	await page.getByRole('button', { name: people.invite, exact: true }).first().click();
	await page.getByLabel(people.dialog.role).selectOption('vendor');
	await page.getByRole('dialog').locator('input[type=date]').waitFor();
};

/** Of the sidebar, or on a phone of the tab bar. */
export const workspaceMenu: Act = async (page) => {
	const { shell } = await wordsOf(page);
	await page
		.getByRole('button', { name: shell.workspaceMenu({ name: 'Selasar Rona' }) })
		.or(page.getByRole('button', { name: shell.moreTab, exact: true }))
		.click();
	await page.getByRole('menuitem').first().waitFor();
};

/** Waits until the pages are on the device. */
export const pagesKept: Act = (page) =>
	page
		.getByRole('main')
		.getByText(/^([1-9]\d*) \D+ \1$/)
		.waitFor();

/** Waits until a text of the page stands there. */
export const textShown =
	(words: string): Act =>
	async (page) => {
		await page.locator('article').getByText(words).first().waitFor();
	};

/** Waits until the columns of a board stand there. */
export const boardShown: Act = (page) =>
	page.getByRole('main').getByRole('heading', { level: 2 }).first().waitFor();

/** Waits until the facts and the conversation of a task stand there. */
export const taskShown: Act = async (page) =>
	page.getByRole('textbox', { name: (await wordsOf(page)).taskPanel.comments.write }).waitFor();

/** Waits until the server has told what happened. */
export const activityShown: Act = (page) =>
	page.getByRole('main').getByRole('heading', { level: 2 }).first().waitFor();

async function textbox(page: Page): Promise<Locator> {
	return page.getByRole('textbox', { name: (await wordsOf(page)).editor.pageText });
}

/** Writes the line anew, so that what an earlier visit left of the choice is gone. */
export const slash =
	(line: string): Act =>
	async (page) => {
		await (await textbox(page)).getByText(line).first().click();
		await page.keyboard.press('End');
		await page.keyboard.press('Shift+Home');
		await page.keyboard.type(`${line} /`);
		await page.getByRole('option').nth(1).waitFor();
	};

export const selectWords =
	(words: string): Act =>
	async (page) => {
		await (await textbox(page)).getByText(words).first().click({ clickCount: 3 });
		await page.getByRole('toolbar').first().waitFor();
	};

export const stepFacts =
	(step: string): Act =>
	async (page) => {
		await textShown(step)(page);
		await page
			.getByRole('button', { name: (await wordsOf(page)).editor.stepFacts })
			.first()
			.click();
		await page.getByRole('dialog').locator('input').first().waitFor();
	};

/** Renames the open folder, so that there is a change to send; waits for the chip. */
export const renameAndSee =
	(chip: string): Act =>
	async (page) => {
		await renameFolder(page);
		await page.getByRole('dialog').getByRole('textbox').fill('Pemasaran dan konten');
		await page.keyboard.press('Enter');
		await page.locator(`[data-sync=${chip}]`).click();
		await page.locator('.details').waitFor();
	};

/** The device's database takes nothing more. */
export const failWrites: Act = (page) =>
	page.evaluate(() => {
		IDBObjectStore.prototype.add = IDBObjectStore.prototype.put = () => {
			throw new DOMException('no room', 'QuotaExceededError');
		};
	});
