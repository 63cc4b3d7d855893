import * as v from 'valibot';

const port = v.pipe(v.string(), v.regex(/^\d{1,5}$/), v.transform(Number), v.maxValue(65_535));
const days = v.pipe(v.string(), v.regex(/^\d{1,3}$/), v.transform(Number));

const environmentSchema = v.object({
	PORT: v.optional(port, '3000'),
	HOST: v.optional(v.pipe(v.string(), v.minLength(1)), '127.0.0.1'),
	RAPI_DATA: v.optional(v.pipe(v.string(), v.minLength(1)), './data'),
	RAPI_URL: v.optional(v.pipe(v.string(), v.url(), v.regex(/^https?:\/\/[^/]+\/?$/, 'must be an origin'))),
	SMTP_URL: v.optional(v.pipe(v.string(), v.regex(/^smtps?:\/\/.+/, 'must begin with smtp:// or smtps://'))),
	RAPI_MAIL_FROM: v.optional(v.string(), 'Rapi <rapi@localhost>'),
	RAPI_PROXY_DEPTH: v.optional(v.pipe(v.string(), v.regex(/^[0-9]$/), v.transform(Number)), '0'),
	RAPI_LOG: v.optional(v.picklist(['trace', 'debug', 'info', 'warn', 'error', 'silent']), 'info'),
	RAPI_LEASE_DAYS: v.optional(days, '14')
});

/** What an operator chose, parsed once at start. README lists the variables. */
export interface Config {
	port: number;
	host: string;
	dataDir: string;
	/** The origin that links are built from and requests must come from; null: this machine only. */
	url: string | null;
	smtpUrl: string | null;
	mailFrom: string;
	/** How many proxies in front are believed for the caller's address. */
	proxyDepth: number;
	logLevel: string;
	leaseDays: number;
}

/** The sentence names the variable and what is wrong with it. The process ends with 78 (EX_CONFIG). */
export class ConfigError extends Error {}

export function parseConfig(environment: Record<string, string | undefined>): Config {
	const result = v.safeParse(environmentSchema, environment);
	if (!result.success) {
		const issue = result.issues[0];
		const name = v.getDotPath(issue) ?? 'environment';
		throw new ConfigError(`${name} is wrong: ${issue.message} (it is ${JSON.stringify(environment[name])}).`);
	}
	const env = result.output;
	return {
		port: env.PORT,
		host: env.HOST,
		dataDir: env.RAPI_DATA,
		url: env.RAPI_URL ? new URL(env.RAPI_URL).origin : null,
		smtpUrl: env.SMTP_URL ?? null,
		mailFrom: env.RAPI_MAIL_FROM,
		proxyDepth: env.RAPI_PROXY_DEPTH,
		logLevel: env.RAPI_LOG,
		leaseDays: env.RAPI_LEASE_DAYS
	};
}

/** Addresses of this machine that no other one reaches. */
export function isLoopback(host: string): boolean {
	return /^(localhost|127\.\d+\.\d+\.\d+|::1)$/i.test(host);
}

/** A server for other machines needs to know by which address they call it: links and the Origin check ask. */
export function refuseUnreachable({ host, url }: Pick<Config, 'host' | 'url'>): void {
	if (url !== null || isLoopback(host)) return;
	throw new ConfigError(
		`RAPI_URL is needed because HOST is ${host}: say the address that people open, as RAPI_URL=https://rapi.example.`
	);
}
