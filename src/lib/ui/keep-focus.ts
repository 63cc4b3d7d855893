const stops = 'a[href], button, input, select, textarea, [tabindex="0"]';

/**
 * An attachment: when what has the focus goes away with its line or its button, the focus goes to
 * what then stands in its place, else to the part itself. Not when something else took it, nor when
 * the address has changed: a new screen begins at its top.
 */
export function keepFocus(part: HTMLElement): () => void {
	let held: Element | undefined;
	let place = 0;
	let address = '';
	const inPart = () => [...part.querySelectorAll<HTMLElement>(stops)];
	const note = ({ target }: FocusEvent) => {
		held = target as Element;
		place = inPart().indexOf(target as HTMLElement);
		address = location.href;
	};
	const changed = new MutationObserver(() => {
		if (!held || held.isConnected) return;
		held = undefined;
		if (document.activeElement !== document.body || address !== location.href) return;
		const left = inPart();
		(left[Math.min(place, left.length - 1)] ?? part).focus();
	});
	part.addEventListener('focusin', note);
	changed.observe(part, { childList: true, subtree: true });
	return () => {
		part.removeEventListener('focusin', note);
		changed.disconnect();
	};
}
