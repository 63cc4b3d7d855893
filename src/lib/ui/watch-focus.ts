/**
 * Notes what has the focus; the answer says whether nobody has put it elsewhere since. What goes away
 * meanwhile leaves the focus to the page as a whole, which is nobody's choice.
 */
export function watchFocus(): () => boolean {
	const before = document.activeElement;
	return () => document.activeElement === document.body || document.activeElement === before;
}
