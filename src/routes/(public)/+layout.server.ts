import type { LayoutServerLoad } from './$types';

/** Pages that the server renders: sign-in, first run, invitations. They come in the right language. */
export const load: LayoutServerLoad = ({ locals }) => ({ locale: locals.locale });
