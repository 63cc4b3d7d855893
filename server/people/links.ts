import type { Config } from '../config.ts';

/** Where people reach this Rapi. Never from a request: its Host header is the sender's word. */
export interface Links {
	to(path: string): string;
	/** Tells the port that was really opened, when none was configured. */
	listeningAt(port: number): void;
}

export function createLinks({ url, host, port }: Pick<Config, 'url' | 'host' | 'port'>): Links {
	const address = host.includes(':') ? `[${host}]` : host;
	let opened = port;
	return {
		to: (path) => `${url ?? `http://${address}:${opened}`}${path}`,
		listeningAt(actual) {
			opened = actual;
		}
	};
}
