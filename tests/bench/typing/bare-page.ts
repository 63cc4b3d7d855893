import { createServer, type Server } from 'node:http';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { build } from 'vite';

const html =
	'<!doctype html><meta charset=utf-8><title>bare</title><div id=page></div><script src=/bare.js></script>';

/** The bare page, bundled as vite bundles for production, behind a server of its own. */
export async function serveBarePage(folder: string): Promise<{ url: string; server: Server }> {
	await build({
		configFile: false,
		logLevel: 'error',
		root: import.meta.dirname,
		build: {
			outDir: folder,
			lib: { entry: 'bare.ts', formats: ['iife'], name: 'bare', fileName: () => 'bare.js' }
		},
		define: { 'process.env.NODE_ENV': '"production"' },
		resolve: { dedupe: ['yjs', 'y-protocols', 'lib0'] }
	});
	const script = readFileSync(join(folder, 'bare.js'));
	const server = createServer(({ url }, response) => {
		const isScript = url === '/bare.js';
		response
			.setHeader('content-type', isScript ? 'text/javascript' : 'text/html')
			.end(isScript ? script : html);
	});
	await once(server.listen(0, '127.0.0.1'), 'listening');
	return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server };
}
