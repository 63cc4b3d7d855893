import type { ImportFault } from './import-api.ts';

const largestBytes = 50 * 1024 * 1024;
const markdown = /\.(md|markdown)$/i;

/** What is sent for chosen files: a zip as it is, or Markdown files packed into one. */
export async function zipOf(files: readonly File[]): Promise<Blob | ImportFault> {
	if (files.reduce((bytes, { size }) => bytes + size, 0) > largestBytes) return 'too_large';
	const [first] = files;
	if (first && files.length === 1 && /\.zip$/i.test(first.name)) return first;
	if (!first || !files.every(({ name }) => markdown.test(name))) return 'unsupported';
	const { zipSync } = await import('fflate');
	const entries = await Promise.all(
		files.map(async (file) => [file.name, new Uint8Array(await file.arrayBuffer())] as const)
	);
	return new Blob([zipSync(Object.fromEntries(entries))], { type: 'application/zip' });
}
