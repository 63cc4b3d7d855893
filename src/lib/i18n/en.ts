import { common } from './en/common.ts';
import { editor } from './en/editor.ts';
import { pages } from './en/pages.ts';
import { refusal } from './en/refusal.ts';

/** Every word of the interface. English is the type that Indonesian has to fill. */
export const en = { common, editor, pages, refusal };

type Widen<T> = T extends (...args: infer A) => string
	? (...args: A) => string
	: T extends string
		? string
		: { readonly [K in keyof T]: Widen<T[K]> };

/** A catalogue: texts, and functions of named values where a text has gaps. */
export type Words = Widen<typeof en>;
