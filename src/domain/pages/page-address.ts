/** The address of a page inside Rapi. The id resolves; the words before it are decoration. */
export function pageAddress(workspaceSlug: string, id: string, title: string): string {
	const words = slugOf(title);
	return `/${workspaceSlug}/d/${words === '' ? id : `${words}-${id}`}`;
}

/** Lower-case words of a title, joined by hyphens; letters of other scripts are left out. */
export function slugOf(title: string): string {
	return title
		.normalize('NFKD')
		.replace(/[\u0300-\u036f]/g, '')
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '-')
		.slice(0, 60)
		.replace(/^-+|-+$/g, '');
}

/** The id at the end of a page's address; undefined when the address is another one. */
export function pageIdIn(address: string): string | undefined {
	return /^\/[^/]+\/d\/(?:[^/?#]*-)?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?=$|[?#])/.exec(
		address
	)?.[1];
}
