import { posix } from 'node:path';

/** Longest name without its ending, in UTF-16 units: file systems count 255 bytes. */
const longest = 60;

/** Names that Windows keeps for devices. */
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/** Gives folders and pages names that every file system takes, each once in its folder. */
export class FileNames {
	readonly #taken = new Set<string>();

	/** The path of a new thing called `name` in `folder` ('' is the top). */
	take(folder: string, name: string, ending = ''): string {
		const plain = plainName(name);
		for (let number = 1; ; number++) {
			const path = `${folder}${folder && '/'}${number === 1 ? plain : `${plain} ${number}`}${ending}`;
			if (this.#taken.has(path.toLowerCase())) continue;
			this.#taken.add(path.toLowerCase());
			return path;
		}
	}
}

/** The address of the file `to`, as a link in the file `from` says it. */
export function relativeLink(from: string, to: string): string {
	return posix.relative(posix.dirname(from), to).split('/').map(encodeURIComponent).join('/');
}

function plainName(name: string): string {
	const kept = name
		.normalize('NFC')
		.replace(/[\\/:*?"<>|\p{Cc}\p{Cf}\p{Cs}]+/gu, '-')
		.slice(0, longest)
		.replace(/\p{Cs}$/u, '')
		.replace(/^[. ]+|[. ]+$/g, '');
	return kept === '' || reserved.test(kept) ? `Rapi ${kept}`.trim() : kept;
}
