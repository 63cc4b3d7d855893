import type { ChosenFile } from './import-files.ts';

/** Folders inside folders that are looked into; deeper ones are passed over. */
const deepest = 64;

/**
 * Everything that was dropped, folders with all that lies in them. To be called in the event itself: the
 * browser forgets what was dropped when the event is over.
 */
export async function droppedFiles(items: Iterable<DataTransferItem>): Promise<ChosenFile[]> {
	const dropped = Array.from(items, (item) => ({ entry: item.webkitGetAsEntry(), file: item.getAsFile() }));
	const found = await Promise.all(
		dropped.map(async ({ entry, file }) => {
			if (entry?.isDirectory) return await filesBelow(entry, '', 0);
			return file ? [{ path: file.name, file }] : [];
		})
	);
	return found.flat();
}

async function filesBelow(entry: FileSystemEntry, above: string, depth: number): Promise<ChosenFile[]> {
	if (entry.name.startsWith('.') || depth > deepest) return [];
	const path = above === '' ? entry.name : `${above}/${entry.name}`;
	if (!entry.isDirectory) return [{ path, file: await fileOf(entry as FileSystemFileEntry) }];
	const files: ChosenFile[] = [];
	for (const child of await childrenOf(entry as FileSystemDirectoryEntry))
		files.push(...(await filesBelow(child, path, depth + 1)));
	return files;
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
	return new Promise((resolve, reject) => entry.file(resolve, reject));
}

/** The browser tells of a folder in parts; an empty part is the end. */
async function childrenOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
	const reader = folder.createReader();
	const children: FileSystemEntry[] = [];
	for (;;) {
		const part = await new Promise<FileSystemEntry[]>((resolve, reject) =>
			reader.readEntries(resolve, reject)
		);
		if (part.length === 0) return children;
		children.push(...part);
	}
}
