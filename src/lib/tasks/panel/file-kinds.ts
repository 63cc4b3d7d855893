/** What a file is, as far as its name says. */
export type FileKind =
	'image' | 'pdf' | 'sheet' | 'text' | 'slides' | 'video' | 'audio' | 'archive' | 'other';

const endings: Readonly<Record<Exclude<FileKind, 'other'>, readonly string[]>> = {
	image: ['png', 'jpg', 'jpeg', 'gif', 'webp', 'avif'],
	pdf: ['pdf'],
	sheet: ['xlsx', 'xls', 'ods', 'csv'],
	text: ['docx', 'doc', 'odt', 'txt', 'md', 'rtf'],
	slides: ['pptx', 'ppt', 'odp'],
	video: ['mp4', 'mov', 'webm', 'mkv'],
	audio: ['mp3', 'm4a', 'ogg', 'wav', 'opus'],
	archive: ['zip', 'rar', '7z', 'gz', 'tar']
};

export function fileKind(name: string): FileKind {
	const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
	const found = Object.entries(endings).find(([, known]) => known.includes(ending));
	return (found?.[0] as FileKind | undefined) ?? 'other';
}

const kilobyte = 1_000;

/** "312 kB", "4,2 MB"; at least 1 kB. */
export function sizeText(bytes: number, locale: string): string {
	const [unit, amount] =
		bytes < kilobyte * kilobyte
			? (['kilobyte', Math.max(1, Math.round(bytes / kilobyte))] as const)
			: (['megabyte', Math.round(bytes / ((kilobyte * kilobyte) / 10)) / 10] as const);
	return new Intl.NumberFormat(locale, { style: 'unit', unit, maximumFractionDigits: 1 }).format(amount);
}
