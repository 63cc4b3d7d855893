import type { Words } from './en.ts';
import { common } from './id/common.ts';
import { editor } from './id/editor.ts';
import { pages } from './id/pages.ts';
import { refusal } from './id/refusal.ts';

export const id: Words = { common, editor, pages, refusal };
