import type { Attachment } from 'svelte/attachments';

/**
 * An attachment: files that are dropped on or pasted into the element are taken, unless something
 * inside took them already. While some hang over it, it has `data-drops`.
 */
export function takesFiles(take: (files: File[]) => void): Attachment<HTMLElement> {
	return (element) => {
		const offered = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
		const over = (event: DragEvent) => {
			if (!offered(event) || event.defaultPrevented) return;
			event.preventDefault();
			element.dataset['drops'] = '';
		};
		const leave = (event: DragEvent) => {
			const inside = event.relatedTarget instanceof Node && element.contains(event.relatedTarget);
			if (!inside) delete element.dataset['drops'];
		};
		const drop = (event: DragEvent) => {
			delete element.dataset['drops'];
			if (event.defaultPrevented || !offered(event)) return;
			event.preventDefault();
			take([...(event.dataTransfer?.files ?? [])]);
		};
		const paste = (event: ClipboardEvent) => {
			const files = [...(event.clipboardData?.files ?? [])];
			const isText = event.clipboardData?.types.includes('text/plain') ?? false;
			if (event.defaultPrevented || files.length === 0 || isText) return;
			event.preventDefault();
			take(files);
		};
		const end = new AbortController();
		const { signal } = end;
		element.addEventListener('dragover', over, { signal });
		element.addEventListener('dragleave', leave, { signal });
		element.addEventListener('drop', drop, { signal });
		// A paste goes to what has the focus, often the panel around.
		(element.closest('aside') ?? element).addEventListener('paste', paste as EventListener, { signal });
		return () => end.abort();
	};
}
