import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseConfig, refuseUnreachable, type Config } from './config.ts';
import { provideServices } from './handoff.ts';
import { watchRequests } from './http/drain.ts';
import { createHttpServer, type PageHandler } from './http/http-server.ts';
import { exitConfig, orExit } from './or-exit.ts';
import { createLinks } from './people/links.ts';
import { sayReady } from './people/ready.ts';
import { createServices } from './services.ts';
import { attachUpgrade } from './sync/upgrade.ts';
import { startUpkeep } from './upkeep.ts';

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
services.notices.start();
const server = createHttpServer(services, await loadPageHandler(config));
const drain = watchRequests(server);
const stopUpkeep = startUpkeep(services);
attachUpgrade(server, services);

/** Most milliseconds that requests under way get when the server is told to end, and the whole end. */
const drainMs = 3_000;
const endMs = 4_800;

async function stop(signal: string): Promise<void> {
	services.log.info({ signal }, 'stopping');
	setTimeout(() => process.exit(1), endMs).unref();
	await drain(drainMs);
	stopUpkeep();
	await services.close();
	process.exit(0);
}
process.once('SIGTERM', () => void stop('SIGTERM'));
process.once('SIGINT', () => void stop('SIGINT'));

server.on('error', (error: NodeJS.ErrnoException) => {
	if (error.code !== 'EADDRINUSE' && error.code !== 'EACCES' && error.code !== 'EADDRNOTAVAIL') throw error;
	process.stderr.write(
		`PORT or HOST is wrong: ${config.host}:${config.port} cannot be used (${error.code}).\n`
	);
	process.exit(exitConfig);
});
server.listen(config.port, config.host, () => {
	void sayReady(services.people, server, (line) => process.stdout.write(`${line}\n`));
});
