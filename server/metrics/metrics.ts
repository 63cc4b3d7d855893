import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { isCommandName } from '#domain/commands/commands.ts';

/** What is open at the moment somebody reads the figures. */
export interface OpenThings {
	feedSockets: number;
	pageSockets: number;
	rooms: number;
}

/** The figures of one server. No label ever holds what a person wrote, an id or an address. */
export interface Metrics {
	/** Adds the process's own figures: memory, CPU, collections and the lag of the event loop. */
	watchProcess(): void;
	countRequest(method: string, status: number, seconds: number): void;
	/** `outcome` is `ok`, the code of a refusal, or `error`. */
	countCommand(name: string, outcome: string): void;
	/** Everything as Prometheus text, and that text's content type. */
	read(): Promise<{ text: string; contentType: string }>;
	/** Forgets every figure. */
	close(): void;
}

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];
const seconds = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];

/** The registry is the server's own: two servers in one process never mix their figures. */
export function createMetrics(open: () => OpenThings): Metrics {
	const registry = new Registry();
	const registers = [registry];
	const requests = new Histogram({
		name: 'rapi_http_request_duration_seconds',
		help: 'Time from a request to the end of its answer.',
		labelNames: ['method', 'status'],
		buckets: seconds,
		registers
	});
	const commands = new Counter({
		name: 'rapi_commands_total',
		help: 'Commands that arrived, by how they ended.',
		labelNames: ['name', 'outcome'],
		registers
	});
	const gauges: readonly [string, string, keyof OpenThings][] = [
		['rapi_feed_sockets', 'Open sockets of the record feed.', 'feedSockets'],
		['rapi_page_sockets', 'Open sockets of pages.', 'pageSockets'],
		['rapi_rooms', 'Pages that are open in memory.', 'rooms']
	];
	for (const [name, help, what] of gauges) {
		const gauge: Gauge = new Gauge({ name, help, registers, collect: () => gauge.set(open()[what]) });
	}
	return {
		watchProcess: () => collectDefaultMetrics({ register: registry }),
		countRequest(method, status, took) {
			const known = methods.includes(method) ? method : 'other';
			requests.observe({ method: known, status: `${Math.floor(status / 100)}xx` }, took);
		},
		countCommand(name, outcome) {
			commands.inc({ name: isCommandName(name) ? name : 'unknown', outcome });
		},
		async read() {
			return { text: await registry.metrics(), contentType: registry.contentType };
		},
		close: () => registry.clear()
	};
}
