import type { Words } from './en.ts';
import { access } from './id/access.ts';
import { account } from './id/account.ts';
import { auth } from './id/auth.ts';
import { common } from './id/common.ts';
import { editor } from './id/editor.ts';
import { pages } from './id/pages.ts';
import { people } from './id/people.ts';
import { refusal } from './id/refusal.ts';

export const id: Words = { access, account, auth, common, editor, pages, people, refusal };
