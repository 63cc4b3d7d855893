import type { Words } from './en.ts';
import { common } from './id/common.ts';
import { refusal } from './id/refusal.ts';

export const id: Words = { common, refusal };
