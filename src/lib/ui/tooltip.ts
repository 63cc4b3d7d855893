import type { Attachment } from 'svelte/attachments';
import { place } from './place.ts';

export interface TooltipContent {
	label: string;
	keys?: string | undefined;
}

const delayMs = 400;

/**
 * Shows a control's name and key after 400 ms of hover, or at keyboard focus; never on touch.
 * Only for controls that are already named by the same words, so it is hidden from readers.
 */
export function tooltip(content: () => TooltipContent): Attachment<HTMLElement> {
	return (element) => {
		let bubble: HTMLElement | undefined;
		let timer: ReturnType<typeof setTimeout> | undefined;
		const hide = () => {
			clearTimeout(timer);
			bubble?.remove();
			bubble = undefined;
		};
		const show = () => {
			hide();
			bubble = makeBubble(content());
			document.body.append(bubble);
			bubble.showPopover();
			place(bubble, element.getBoundingClientRect(), { align: 'center', gap: 6 });
		};
		const enter = (event: PointerEvent) => {
			if (event.pointerType === 'touch') return;
			clearTimeout(timer);
			timer = setTimeout(show, delayMs);
		};
		/** Later: a menu that gives the focus back is still hiding, and no other popover may open in it. */
		const focus = () => {
			if (!element.matches(':focus-visible')) return;
			clearTimeout(timer);
			timer = setTimeout(show);
		};
		const key = (event: KeyboardEvent) => {
			if (event.key === 'Escape') hide();
		};
		element.addEventListener('pointerenter', enter);
		element.addEventListener('pointerleave', hide);
		element.addEventListener('pointerdown', hide);
		element.addEventListener('focus', focus);
		element.addEventListener('blur', hide);
		element.addEventListener('keydown', key);
		return () => {
			hide();
			element.removeEventListener('pointerenter', enter);
			element.removeEventListener('pointerleave', hide);
			element.removeEventListener('pointerdown', hide);
			element.removeEventListener('focus', focus);
			element.removeEventListener('blur', hide);
			element.removeEventListener('keydown', key);
		};
	};
}

function makeBubble({ label, keys }: TooltipContent): HTMLElement {
	const bubble = document.createElement('div');
	bubble.className = 'tooltip';
	bubble.popover = 'manual';
	bubble.setAttribute('aria-hidden', 'true');
	bubble.append(label);
	if (keys) {
		const kbd = document.createElement('kbd');
		kbd.textContent = keys;
		bubble.append(kbd);
	}
	return bubble;
}
