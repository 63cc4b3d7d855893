/** First words of paths that only the server answers: data, sockets, files of the build, its own pages. */
const serverWords = new Set([
	'_app',
	'api',
	'fonts',
	'healthz',
	'images',
	'invite',
	'language',
	'metrics',
	'readyz',
	'setup',
	'signin',
	'signup',
	'sync',
	'welcome'
]);

/** Whether an address is a screen of the app, which the cached shell can draw without the server. */
export function isAppAddress(pathname: string): boolean {
	const [, first = ''] = pathname.split('/');
	return !serverWords.has(first) && !/\.[a-z0-9]+$/i.test(pathname);
}
