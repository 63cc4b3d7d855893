import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseConfig } from '#server/config.ts';
import type { CastName } from '#server/demo/cast.ts';
import { emailOf } from '#server/demo/cast.ts';
import { seedDemo, type Demo } from '#server/demo/seed-demo.ts';
import { createServices } from '#server/services.ts';
import { freePort, startServerProcess, type ServerProcess } from './server-process.ts';

/** The demo workspace on a real server of its own, for browser tests and screenshots. */
export interface DemoServer {
	/** Where browsers find it. */
	url: string;
	/** Where it listens; another than the address's only behind a door of its own. */
	port: number;
	/** The workspace's address: `<url>/<slug>`. */
	home: string;
	demo: Demo;
	dataDir: string;
	signIn(name: CastName): { email: string; password: string };
	/** Ends the server; its data and its port stay for `start`. */
	stop(signal?: NodeJS.Signals): Promise<void>;
	start(): Promise<void>;
	/** Ends it for good and removes its data. */
	close(): Promise<void>;
}

export async function startDemoServer(extra: Record<string, string> = {}): Promise<DemoServer> {
	const dataDir = mkdtempSync(join(tmpdir(), 'rapi-e2e-'));
	const port = await freePort();
	const environment = { RAPI_DATA: dataDir, PORT: String(port), RAPI_LOG: 'error', ...extra };
	const services = await createServices(parseConfig(environment));
	const demo = await seedDemo(services);
	await services.close();
	let server: ServerProcess | undefined = await startServerProcess(environment);
	const url = extra['RAPI_URL'] ?? server.url;
	async function stop(signal: NodeJS.Signals = 'SIGTERM') {
		await server?.end(signal);
		server = undefined;
	}
	return {
		url,
		port,
		home: `${url}/${demo.slug}`,
		demo,
		dataDir,
		signIn: (name) => ({ email: emailOf(name), password: demo.password }),
		stop,
		async start() {
			server = await startServerProcess(environment);
		},
		async close() {
			await stop();
			rmSync(dataDir, { recursive: true, force: true });
		}
	};
}
