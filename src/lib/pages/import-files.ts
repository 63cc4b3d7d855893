import type { Zippable } from 'fflate';
import type { ImportFault } from './import-api.ts';

/** A file of an import, and where it lies below what was chosen: "Catatan/foto/rak.png". */
export interface ChosenFile {
	path: string;
	file: File;
}

const largestBytes = 50 * 1024 * 1024;
const text = /\.(md|markdown)$/i;
const picture = /\.(png|jpe?g|gif|webp|avif)$/i;

/** What a file field holds: files, or everything below a folder. */
export function filesOf(list: Iterable<File>): ChosenFile[] {
	return Array.from(list, (file) => ({ path: file.webkitRelativePath || file.name, file }));
}

/**
 * What is sent for chosen files: a zip as it is, or Markdown and its pictures packed into one. What
 * else lies in a folder is passed over; something else that was chosen itself is refused.
 */
export async function zipOf(files: readonly ChosenFile[]): Promise<Blob | ImportFault> {
	const [first] = files;
	const isZip = first !== undefined && files.length === 1 && /\.zip$/i.test(first.path);
	const wanted = isZip ? files : files.filter(isWanted);
	if (wanted.reduce((bytes, { file }) => bytes + file.size, 0) > largestBytes) return 'too_large';
	if (isZip) return first.file;
	const strange = files.some((one) => !wanted.includes(one) && !one.path.includes('/'));
	if (strange || !wanted.some(({ path }) => text.test(path))) return 'unsupported';
	return pack(wanted);
}

function isWanted({ path }: ChosenFile): boolean {
	const isHidden = path.split('/').some((name) => name.startsWith('.'));
	return !isHidden && (text.test(path) || picture.test(path));
}

async function pack(files: readonly ChosenFile[]): Promise<Blob> {
	const { zipSync } = await import('fflate');
	const entries: Zippable = {};
	for (const { path, file } of files) {
		// Pictures are packed already.
		const level = picture.test(path) ? 0 : 6;
		entries[path] = [new Uint8Array(await file.arrayBuffer()), { level }];
	}
	return new Blob([zipSync(entries)], { type: 'application/zip' });
}
