import type { IconComponent } from './icon.ts';

export interface MenuAction {
	label: string;
	icon?: IconComponent | undefined;
	keys?: string | undefined;
	danger?: boolean;
	/** One of several: shows a check while chosen. */
	checked?: boolean | undefined;
	/** Goes there instead of doing something. */
	href?: string | undefined;
	onselect?: () => void;
}

/** `null` draws a line between groups; a string heads the group below it. */
export type MenuEntry = MenuAction | string | null;

/** What the control that opens a menu carries. */
export interface MenuTrigger {
	id: string;
	popovertarget: string;
	'aria-haspopup': 'menu';
	'aria-expanded': boolean;
	onkeydown: (event: KeyboardEvent) => void;
}

/** What the control that opens a popover carries. */
export interface PopoverTrigger {
	id: string;
	popovertarget: string;
	'aria-haspopup': 'dialog';
	'aria-expanded': boolean;
}
