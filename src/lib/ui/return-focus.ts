/**
 * What has the focus now gets it back when the answer is called, unless something else took it
 * meanwhile. A dialog that is taken out of the page while it is open does not do that by itself.
 */
export function returnFocusLater(): () => void {
	const before = document.activeElement;
	return () =>
		queueMicrotask(() => {
			const lost = document.activeElement === document.body;
			if (lost && before instanceof HTMLElement && before.isConnected) before.focus();
		});
}
