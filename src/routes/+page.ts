import { redirect } from '@sveltejs/kit';
import { knownWorkspaces } from '$lib/sync/open-workspace.ts';
import { findEntrance } from '$lib/people/entrance.ts';
import type { PageLoad } from './$types';

/** Decided on the device, so that it also leads home in flight mode. */
export const ssr = false;

export const load: PageLoad = async ({ fetch }) => {
	redirect(307, await findEntrance(knownWorkspaces, fetch));
};
