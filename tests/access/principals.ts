import { signInByCookie, signInByKey } from '../support/both-sockets.ts';
import type { Person } from '../support/test-workspace.ts';
import type { AccessWorld } from './access-world.ts';

/** Written by hand from TRUST's words, not from the product's rules. */
export const ranks = { none: 0, view: 1, comment: 2, edit: 3, manage: 4 } as const;
export type Held = keyof typeof ranks;

/** A folder open to staff, a restricted one, and one in which the only grant has ended. */
export const places = ['open', 'closed', 'late'] as const;
export type Place = (typeof places)[number];

export interface Principal {
	/** What a request of theirs carries. */
	headers: (world: AccessWorld) => Promise<Record<string, string>>;
	held: Record<Place, Held>;
	/** Whom they may know of this workspace; nobody, or everybody who ever was in it. */
	knows: 'nobody' | 'everybody' | readonly Person[];
	managesPeople?: true;
	/** Made what the cells hold. */
	isAuthor?: true;
	/** A key that may look and change nothing. */
	readsOnly?: true;
	/** May make folders at the root. */
	makesRoots?: true;
	/** Whether the server knows nobody by these headers. */
	isNobody?: true;
}

const all = (held: Held) => ({ open: held, closed: held, late: held });
const nothing = { held: all('none'), knows: 'nobody' } as const;
const closedCircle = ['wulan', 'dimas', 'intan', 'yoga', 'nadia', 'hendra'] as const;

function byCookie(person: Person) {
	return async ({ test }: AccessWorld) => (await signInByCookie(test, person)).headers;
}

/** Everybody who may come to the door, by every way in. */
export const principals: Record<string, Principal> = {
	owner: {
		headers: byCookie('wulan'),
		held: all('manage'),
		knows: 'everybody',
		managesPeople: true,
		isAuthor: true,
		makesRoots: true
	},
	admin: {
		headers: byCookie('dimas'),
		held: all('manage'),
		knows: 'everybody',
		managesPeople: true,
		makesRoots: true
	},
	'staff without a grant': {
		headers: byCookie('rara'),
		held: { ...all('none'), open: 'edit' },
		knows: 'everybody',
		makesRoots: true
	},
	'staff with a view grant': {
		headers: byCookie('yoga'),
		held: { open: 'edit', closed: 'view', late: 'none' },
		knows: 'everybody',
		makesRoots: true
	},
	'staff with a manage grant': {
		headers: byCookie('intan'),
		held: { open: 'edit', closed: 'manage', late: 'none' },
		knows: 'everybody',
		makesRoots: true
	},
	'freelancer with an edit grant and an ended one': {
		headers: byCookie('nadia'),
		held: { ...all('none'), closed: 'edit' },
		knows: closedCircle
	},
	'vendor with a comment grant': {
		headers: byCookie('hendra'),
		held: { ...all('none'), closed: 'comment' },
		knows: closedCircle
	},
	'key of the owner capped to view': {
		headers: async ({ test }) => (await signInByKey(test, 'wulan', 'view')).headers,
		readsOnly: true,
		held: all('view'),
		knows: 'everybody'
	},
	'owner of another workspace': { headers: async ({ other }) => other.owner, ...nothing },
	'deactivated, with a cookie that lives on elsewhere': {
		headers: async ({ leaver }) => leaver.cookie,
		...nothing
	},
	'deactivated, with the old key': { headers: async ({ leaver }) => leaver.key, ...nothing, isNobody: true },
	nobody: { headers: async () => ({}), ...nothing, isNobody: true }
};
