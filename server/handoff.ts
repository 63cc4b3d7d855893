import type { Services } from './services.ts';

/**
 * The Node entry and SvelteKit's bundle are two copies of every module, so the one `Services`
 * object travels through a place that both copies share.
 */
const place = Symbol.for('rapi.services');
type Shared = typeof globalThis & { [place]?: Services };

export function provideServices(services: Services): void {
	(globalThis as Shared)[place] = services;
}

export function takeServices(): Services {
	const services = (globalThis as Shared)[place];
	if (!services) throw new Error('The server has not provided its services.');
	return services;
}
