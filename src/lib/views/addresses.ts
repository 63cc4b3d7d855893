/** Addresses of things: the id decides, the slug is decoration, so that a rename breaks no link. */
interface Named {
	id: string;
	name: string;
}

const uuid = /([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/;

export function homePath(workspace: string): string {
	return `/${workspace}`;
}

export function foldersPath(workspace: string): string {
	return `/${workspace}/f`;
}

export function folderPath(workspace: string, folder: Named): string {
	return `/${workspace}/f/${segment(folder)}`;
}

export function pagePath(workspace: string, page: { id: string; title: string }): string {
	return `/${workspace}/d/${segment({ id: page.id, name: page.title })}`;
}

export function boardsPath(workspace: string): string {
	return `/${workspace}/boards`;
}

export function boardPath(workspace: string, board: Named): string {
	return `/${workspace}/boards/${segment(board)}`;
}

/** The page of one task; over another screen it opens as a panel by `?t=<id>`. */
export function taskPath(workspace: string, task: { id: string }): string {
	return `/${workspace}/t/${task.id}`;
}

export function myTasksPath(workspace: string): string {
	return `/${workspace}/my`;
}

export function inboxPath(workspace: string): string {
	return `/${workspace}/inbox`;
}

/** What happened in the whole workspace, or on one board. */
export function activityPath(workspace: string, board?: { id: string }): string {
	return `/${workspace}/activity${board ? `?board=${board.id}` : ''}`;
}

export function personPath(workspace: string, member: { id: string }): string {
	return `/${workspace}/people/${member.id}`;
}

/** The id at the end of an address segment such as `kirim-pesanan-019a…`; undefined without one. */
export function idOf(addressSegment: string): string | undefined {
	return uuid.exec(addressSegment)?.[1];
}

function segment({ id, name }: Named): string {
	const slug = name
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '-')
		.slice(0, 48)
		.replace(/^-+|-+$/g, '');
	return slug ? `${slug}-${id}` : id;
}

/** The id of the folder or page whose address this is: `/ws/f/…`, `/ws/d/…`. */
export function openedId(pathname: string): string | undefined {
	return idOf(pathname.split('/')[3] ?? '');
}
