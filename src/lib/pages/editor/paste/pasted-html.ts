/**
 * Turns the HTML of Word, Google Docs and WhatsApp Web into plain HTML whose lists are lists.
 * Works on a parsed copy; colours, fonts and sizes go because the schema does not know them.
 */
export function tidyPastedHtml(root: HTMLElement): void {
	for (const comment of comments(root)) comment.remove();
	for (const node of root.querySelectorAll('style, meta, link, title')) node.remove();
	buildWordLists(root);
	markChecklists(root);
	for (const image of root.querySelectorAll('img')) if (isEmoji(image)) image.replaceWith(image.alt);
}

function comments(root: HTMLElement): ChildNode[] {
	const found: ChildNode[] = [];
	const visit = (node: Node) => {
		for (const child of node.childNodes) {
			if (child.nodeType === 8) found.push(child);
			else visit(child);
		}
	};
	visit(root);
	return found;
}

/** WhatsApp writes its emoji as pictures with the sign as alternative text. */
function isEmoji(image: HTMLImageElement): boolean {
	return /^\p{Extended_Pictographic}/u.test(image.alt) && image.alt.length <= 8;
}

/** Word says `mso-list: l0 level2 lfo1` on paragraphs and draws the bullets as text. */
function buildWordLists(root: HTMLElement): void {
	let open: HTMLElement[] = [];
	for (const paragraph of [...root.querySelectorAll<HTMLElement>('p, h1, h2, h3, li')]) {
		const level = wordLevel(paragraph);
		if (level === 0) {
			open = [];
			continue;
		}
		if (!follows(paragraph, open[0])) open = [];
		const kind = takeMarker(paragraph);
		open = open.slice(0, level);
		while (open.length < level) openList(open, paragraph, kind);
		const item = document.createElement('li');
		const line = document.createElement('p');
		line.append(...paragraph.childNodes);
		item.append(line);
		open.at(-1)?.append(item);
		paragraph.remove();
	}
}

function wordLevel(paragraph: HTMLElement): number {
	if (paragraph.localName === 'li') return 0;
	const style = paragraph.getAttribute('style') ?? '';
	const level = /mso-list:\s*[^;]*level(\d)/i.exec(style)?.[1];
	return level ? Math.min(Number(level), 9) : 0;
}

/** A list goes on only while its paragraphs stand directly behind it. */
function follows(paragraph: HTMLElement, list: HTMLElement | undefined): boolean {
	return list !== undefined && paragraph.previousElementSibling === list;
}

function openList(open: HTMLElement[], paragraph: HTMLElement, kind: 'ol' | 'ul'): void {
	const list = document.createElement(kind);
	const parent = open.at(-1);
	if (!parent) paragraph.before(list);
	else (parent.lastElementChild ?? parent.appendChild(document.createElement('li'))).append(list);
	open.push(list);
}

/** Removes the bullet or number that Word drew, and says which kind it was. */
function takeMarker(paragraph: HTMLElement): 'ol' | 'ul' {
	const drawn = [...paragraph.querySelectorAll<HTMLElement>('span')].find((span) =>
		/mso-list:\s*ignore/i.test(span.getAttribute('style') ?? '')
	);
	const sign = (drawn?.textContent ?? '').trim();
	(drawn?.parentElement?.childNodes.length === 1 ? drawn.parentElement : drawn)?.remove();
	return /^\(?[\da-zA-Z]{1,4}[.)]/.test(sign) ? 'ol' : 'ul';
}

/** Google Docs and GitHub write checklists as list items with a role or a box. */
function markChecklists(root: HTMLElement): void {
	for (const item of root.querySelectorAll('li')) {
		const box = item.querySelector(':scope > input[type=checkbox], :scope > p > input[type=checkbox]');
		if (item.getAttribute('role') !== 'checkbox' && !box) continue;
		const checked = item.getAttribute('aria-checked') === 'true' || (box?.hasAttribute('checked') ?? false);
		box?.remove();
		item.querySelector(':scope > img')?.remove();
		item.setAttribute('data-type', 'taskItem');
		item.setAttribute('data-checked', String(checked));
		item.parentElement?.setAttribute('data-type', 'taskList');
	}
}
