/** Where to go after signing in: a path of Rapi's own, never another address. */
export function nextPath(wanted: string | null | undefined, otherwise = '/'): string {
	if (!wanted?.startsWith('/')) return otherwise;
	const base = 'http://rapi.invalid';
	const url = URL.canParse(wanted, base) ? new URL(wanted, base) : undefined;
	if (!url || url.origin !== base) return otherwise;
	const path = url.pathname + url.search + url.hash;
	return path.startsWith('//') ? otherwise : path;
}
