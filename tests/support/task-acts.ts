import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { boardShown, taskShown, wordsOf, type Act } from './screen-acts.ts';

const sample = join(import.meta.dirname, '..', 'fixtures', 'trello', 'planka-sample-board-export.json');

function inMain(page: Page, name: string): Locator {
	return page.getByRole('main').getByRole('button', { name, exact: true }).first();
}

/** Waits until the rows of a board's list stand there. */
export const listShown: Act = (page) => page.getByRole('grid').getByRole('row').nth(1).waitFor();

/** Waits until a calendar stands there, with what has no day. */
export const calendarShown: Act = async (page) =>
	page.getByRole('region', { name: (await wordsOf(page)).taskViews.calendar.tray }).waitFor();

export const loadShown: Act = (page) => page.getByRole('table').waitFor();

/** Opens the choices of people of a filter. */
export const openFilter: Act = async (page) => {
	await listShown(page);
	await inMain(page, (await wordsOf(page)).taskViews.filter.who).click();
	await page.getByRole('dialog').getByRole('checkbox').first().waitFor();
};

export const nameFilter: Act = async (page) => {
	await inMain(page, (await wordsOf(page)).taskViews.saved.save).click();
	await page.getByRole('dialog').getByRole('textbox').waitFor();
};

/** Chooses the first two rows of a list. */
export const chooseRows: Act = async (page) => {
	await listShown(page);
	const boxes = page.getByRole('grid').getByRole('checkbox');
	for (const at of [0, 1]) await boxes.nth(at).check();
	await page.getByRole('toolbar').waitFor();
};

const onCard =
	(key: string): Act =>
	async (page) => {
		await boardShown(page);
		await page.getByRole('main').locator('[data-card] a').first().focus();
		await page.keyboard.press(key);
	};

export const chooseCard: Act = async (page) => {
	await onCard('x')(page);
	await page.getByRole('toolbar').waitFor();
};

export const openCardMenu: Act = async (page) => {
	await onCard('Shift+F10')(page);
	await page.getByRole('menuitem').first().waitFor();
};

/** The field for a new task at the end of a column. */
export const compose: Act = async (page) => {
	await onCard('c')(page);
	await page.getByRole('main').locator('textarea, input:not([type=search])').first().waitFor();
};

export const quickAdd: Act = async (page) => {
	await page.keyboard.press('c');
	await page.getByRole('dialog').getByRole('textbox').waitFor();
};

/** Opens what changes one fact of a task. */
export const changeFact =
	(name: 'blocker' | 'labels' | 'assignees' | 'due' | 'recurrence'): Act =>
	async (page) => {
		await taskShown(page);
		await page.locator(`[data-fact=${name}] button`).first().click();
		await page.locator('[role=dialog]:popover-open').waitFor();
	};

/** Waits for the line that says that somebody else's value stands there now. */
export const overruledShown: Act = async (page) => {
	await taskShown(page);
	await page.getByRole('button', { name: (await wordsOf(page)).taskPanel.overruled.useMine }).waitFor();
};

/** A new board, with its folder and who sees that. */
export const createBoard: Act = async (page) => {
	await inMain(page, (await wordsOf(page)).boards.newBoard).click();
	await page.getByRole('dialog').getByRole('textbox').waitFor();
};

/** What was archived of a board. */
export const openArchive: Act = async (page) => {
	await boardShown(page);
	const { boards } = await wordsOf(page);
	const name = (await page.getByRole('heading', { level: 1 }).textContent()) ?? '';
	await page.getByRole('button', { name: boards.boardMenu({ name }) }).click();
	await page.getByRole('menuitem', { name: boards.archive.open }).click();
	await page.getByRole('dialog').getByRole('listitem').first().waitFor();
};

export const askTrello: Act = async (page) => {
	await inMain(page, (await wordsOf(page)).trello.open).click();
	await page.getByRole('dialog').locator('input[type=file]').waitFor({ state: 'attached' });
};

/** Brings a board of Trello in, and opens a part of the report. */
export const reportTrello: Act = async (page) => {
	await askTrello(page);
	const buffer = readFileSync(sample);
	const file = { name: 'papan.json', mimeType: 'application/json', buffer };
	await page.getByRole('dialog').locator('input[type=file]').setInputFiles(file);
	const { openBoard } = (await wordsOf(page)).trello;
	await page.getByRole('dialog').getByRole('button', { name: openBoard }).waitFor();
	await page.getByRole('dialog').locator('summary').first().click();
};

/** Opens the times to which a row of the inbox can be put off. */
export const putOff: Act = async (page) => {
	await page.getByRole('tabpanel').getByRole('listitem').first().waitFor();
	await page.keyboard.press('j');
	await page.keyboard.press('h');
	await page.getByRole('menuitem').first().waitFor();
};
