/**
 * Gives the focus to where something begins that is being drawn: at once where it is shown already,
 * else in the moment in which its popover opens, before the next key comes.
 */
export function beginHere(element: HTMLElement | null | undefined): void {
	if (!element) return;
	element.autofocus = true;
	element.focus();
}
