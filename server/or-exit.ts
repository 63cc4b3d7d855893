import { ConfigError } from './config.ts';

/** Exit code of a wrong configuration (sysexits: EX_CONFIG). */
export const exitConfig = 78;

/** What a job gives; where it finds the configuration wrong, one sentence and the end of the process. */
export async function orExit<T>(job: () => T | Promise<T>): Promise<T> {
	try {
		return await job();
	} catch (error) {
		if (!(error instanceof ConfigError)) throw error;
		process.stderr.write(`${error.message}\n`);
		process.exit(exitConfig);
	}
}
