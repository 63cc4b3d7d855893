import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseConfig, refuseUnreachable, type Config } from './config.ts';
import { provideServices } from './handoff.ts';
import { createHttpServer, type PageHandler } from './http/http-server.ts';
import { exitConfig, orExit } from './or-exit.ts';
import { createLinks } from './people/links.ts';
import { createServices } from './services.ts';
import { attachUpgrade } from './sync/upgrade.ts';

function readConfig(): Config {
	const config = parseConfig(process.env);
	refuseUnreachable(config);
	return config;
}

async function loadPageHandler(config: Config): Promise<PageHandler> {
	process.env['ORIGIN'] = createLinks(config).to('');
	process.env['BODY_SIZE_LIMIT'] = '51M';
	const built = pathToFileURL(join(import.meta.dirname, '..', 'build', 'handler.js')).href;
	const { handler } = (await import(built)) as { handler: PageHandler };
	return handler;
}

const config = await orExit(readConfig);
const services = await orExit(() => createServices(config));
await services.images.sweep();
provideServices(services);
const server = createHttpServer(services, await loadPageHandler(config));
attachUpgrade(server, services);

function stop(signal: string) {
	services.log.info({ signal }, 'stopping');
	server.close();
	server.closeIdleConnections();
	setTimeout(() => server.closeAllConnections(), 3_000).unref();
	void services.close().then(() => process.exit(0));
	setTimeout(() => process.exit(1), 4_500).unref();
}
process.once('SIGTERM', () => stop('SIGTERM'));
process.once('SIGINT', () => stop('SIGINT'));

server.on('error', (error: NodeJS.ErrnoException) => {
	if (error.code !== 'EADDRINUSE' && error.code !== 'EACCES' && error.code !== 'EADDRNOTAVAIL') throw error;
	process.stderr.write(
		`PORT or HOST is wrong: ${config.host}:${config.port} cannot be used (${error.code}).\n`
	);
	process.exit(exitConfig);
});
server.listen(config.port, config.host, () => {
	const { links, setUp } = services.people;
	const address = server.address();
	if (typeof address === 'object' && address) links.listeningAt(address.port);
	process.stdout.write(`Rapi is ready at ${links.to('')}\n`);
	void setUp.offer().then((token) => {
		if (token !== undefined)
			process.stdout.write(`Set it up here, once: ${links.to(`/start?token=${token}`)}\n`);
	});
});
