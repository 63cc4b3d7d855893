import adapter from '@sveltejs/adapter-node';

const nonceCsp = {
	mode: 'nonce',
	directives: {
		'default-src': ['none'],
		'script-src': ['self', 'strict-dynamic'],
		'style-src': ['self'],
		'style-src-attr': ['unsafe-inline'],
		'img-src': ['self', 'blob:', 'data:'],
		'font-src': ['self'],
		'connect-src': ['self'],
		'manifest-src': ['self'],
		'worker-src': ['self'],
		'form-action': ['self'],
		'frame-ancestors': ['none'],
		'base-uri': ['none'],
		'object-src': ['none'],
		'require-trusted-types-for': ['script'],
		// Svelte's templates; the editor's cleaned pastes and what cleans them; the service worker's address.
		'trusted-types': ['svelte-trusted-html', 'default', 'dompurify', 'rapi-service-worker']
	}
};

/** @type {import('@sveltejs/kit').Config} */
export default {
	kit: {
		adapter: adapter({ out: 'build', precompress: true }),
		csp: nonceCsp,
		// The server checks Origin itself, for every unsafe method and content type (server/http/origin.ts).
		csrf: { trustedOrigins: ['*'] },
		// One shell for every address: the service worker answers all of them with the same document.
		paths: { relative: false },
		serviceWorker: { register: false },
		version: { pollInterval: 0 },
		typescript: {
			config(config) {
				config.include.push(
					'../playwright.config.ts',
					'../server/**/*.ts',
					'../tests/**/*.ts',
					'../scripts/**/*.ts',
					'../vite.config.ts'
				);
				config.exclude.push('../tests/bench/**');
				return config;
			}
		}
	}
};
