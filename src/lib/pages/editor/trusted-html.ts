import DOMPurify from 'dompurify';

/** Word brings one along. To parse it is enough for the browser to refuse it, and to say so. */
const styleSheets = /<style[\s>][\s\S]*?<\/style\s*>/gi;

/**
 * Cleans HTML that came from outside before anything parses it: no scripts, handlers, frames, forms
 * or addresses that run code. What the page may hold is decided again by the schema afterwards.
 */
export function cleanHtml(html: string): string {
	return DOMPurify.sanitize(html.replace(styleSheets, ''), {
		WHOLE_DOCUMENT: /<body[\s>]/i.test(html),
		ADD_ATTR: ['colwidth'],
		FORBID_TAGS: ['style', 'form', 'button', 'textarea', 'select', 'svg', 'math', 'iframe'],
		RETURN_TRUSTED_TYPE: false
	});
}

/**
 * Lets ProseMirror parse pasted HTML while the page asks for trusted types: every string that reaches
 * a parser is cleaned on its way. Made with the editor's chunk, so that the shell, which needs no
 * default policy, stays small and strict. Once per page load.
 */
export function installTrustedHtml(): void {
	const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
	if (!trustedTypes || trustedTypes.defaultPolicy) return;
	trustedTypes.createPolicy('default', { createHTML: cleanHtml });
}

/** The part of the browser's Trusted Types that is used here; TypeScript's library lacks it. */
interface TrustedTypes {
	readonly defaultPolicy: unknown;
	createPolicy(name: string, rules: { createHTML: (html: string) => string }): unknown;
}
