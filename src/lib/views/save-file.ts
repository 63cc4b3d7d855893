/** Hands a file to the person: the browser puts it where downloads go. */
export function saveFile(content: Blob, name: string): void {
	const link = document.createElement('a');
	link.href = URL.createObjectURL(content);
	link.download = name;
	link.click();
	// The download has its own hold on the content by the time the next task runs.
	setTimeout(() => URL.revokeObjectURL(link.href));
}

/** A name for a file that every system takes. */
export function fileName(title: string, ending: string): string {
	const plain = title
		.replace(/[\p{Cc}<>:"/\\|?*]/gu, ' ')
		.replace(/\s+/g, ' ')
		.trim();
	return `${plain.slice(0, 80).replace(/[. ]+$/, '') || 'rapi'}.${ending}`;
}

const endings: Readonly<Record<string, string>> = {
	'image/jpeg': 'jpg',
	'image/png': 'png',
	'image/webp': 'webp',
	'image/gif': 'gif'
};

/** How the name of a picture's file ends. */
export function imageEnding(type: string): string {
	return endings[type] ?? 'img';
}
