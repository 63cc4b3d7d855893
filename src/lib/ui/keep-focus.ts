const stops = 'a[href], button, input, select, textarea, [tabindex="0"], [role=row][tabindex], li[tabindex]';
/** What lies over a part for a while, or stands beside what it acts upon. */
const layers = 'dialog, [popover], [role=toolbar]';
/** What holds things of one kind, or belongs together. */
const groups = `${layers}, ul, ol, dl, tbody, [role=rowgroup], [role=list], section, article, form, fieldset`;
const remembered = 4;

/** Where a stop stood: after which children of an element above it, and as which stop of its own child. */
interface Step {
	parent: Element;
	before: readonly Element[];
	offset: number;
}

/** What had the focus last in the part itself, or in one layer of it. */
interface Held {
	element: HTMLElement;
	layer: Element;
	/** From the element upwards, as far as its layer. */
	way: readonly Step[];
}

/**
 * An attachment: when what has the focus goes away with its line or its button, the focus goes to the
 * same thing where it stands now, else to what then stands in its place in the same list or group, else
 * to what had the focus before its layer, else to the part itself, or to what holds it. Not when
 * something else took it, nor when the address has changed: a new screen begins at its top.
 */
export function keepFocus(part: HTMLElement): () => void {
	let held: readonly Held[] = [];
	let address = '';
	const note = ({ target }: FocusEvent) => {
		if (!(target instanceof HTMLElement) || target === part) return;
		const now = heldIn(part, target);
		held = [now, ...held.filter(({ layer }) => layer !== now.layer)].slice(0, remembered);
		address = location.href;
	};
	const changed = new MutationObserver(() => {
		if (!held[0] || held[0].element.isConnected || document.activeElement !== document.body) return;
		const lost = held;
		held = [];
		if (address !== location.href) return;
		for (const each of lost) {
			heirOf(part, each)?.focus();
			if (document.activeElement !== document.body) return;
		}
		part.closest<HTMLElement>('[tabindex]')?.focus({ preventScroll: true });
	});
	part.addEventListener('focusin', note);
	changed.observe(part, { childList: true, subtree: true });
	return () => {
		part.removeEventListener('focusin', note);
		changed.disconnect();
	};
}

function heldIn(part: HTMLElement, element: HTMLElement): Held {
	const over = element.parentElement?.closest(layers);
	const layer = over && part.contains(over) ? over : part;
	const way: Step[] = [];
	for (let child: Element = element; child !== layer && child.parentElement; child = child.parentElement) {
		const parent = child.parentElement;
		const all = [...parent.children];
		way.push({
			parent,
			before: all.slice(0, all.indexOf(child)),
			offset: Math.max(0, stopsOf(child).indexOf(element))
		});
	}
	return { element, layer, way };
}

function heirOf(part: HTMLElement, { element, way }: Held): HTMLElement | undefined {
	return isShown(element) ? element : (sameLink(part, element) ?? neighbourOf(way));
}

/** A task that has gone to another day or column is the same link there. */
function sameLink(part: HTMLElement, element: HTMLElement): HTMLElement | undefined {
	const href = element.getAttribute('href');
	if (href === null) return undefined;
	return [...part.querySelectorAll<HTMLElement>('a[href]')].find(
		(link) => link.getAttribute('href') === href && isShown(link)
	);
}

/** From the gap as far as the first group around it; where there is none, only what replaced it. */
function neighbourOf(way: readonly Step[]): HTMLElement | undefined {
	const gap = way.findIndex(({ parent }) => parent.isConnected);
	if (gap < 0) return undefined;
	const group = way.findIndex(({ parent }, index) => index >= gap && parent.matches(groups));
	const near = group < 0 ? way.slice(0, gap === 0 ? 1 : 0) : way.slice(gap, group + 1);
	return near.map(besideGap).find((found) => found !== undefined);
}

/** The next after the gap, else the nearest before it; in that one, the stop for the same purpose. */
function besideGap({ parent, before, offset }: Step): HTMLElement | undefined {
	const children = [...parent.children];
	const last = before.findLast((child) => child.parentElement === parent);
	const at = last ? children.indexOf(last) + 1 : 0;
	for (const child of [...children.slice(at), ...children.slice(0, at).reverse()]) {
		const found = stopsOf(child).filter(isShown);
		const heir = found[Math.min(offset, found.length - 1)];
		if (heir) return heir;
	}
	return undefined;
}

function stopsOf(element: Element): HTMLElement[] {
	const inside = [...element.querySelectorAll<HTMLElement>(stops)];
	return element instanceof HTMLElement && element.matches(stops) ? [element, ...inside] : inside;
}

function isShown(element: HTMLElement): boolean {
	return element.isConnected && element.checkVisibility();
}
