import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Services } from '../services.ts';

/** Answers `/healthz` and `/readyz`; false when the request is for something else. */
export async function answerHealth(
	request: IncomingMessage,
	response: ServerResponse,
	services: Services
): Promise<boolean> {
	const path = request.url?.split('?')[0];
	if (path !== '/healthz' && path !== '/readyz') return false;
	const ready = path === '/healthz' || (await canRead(services));
	response.statusCode = ready ? 200 : 503;
	response.setHeader('Content-Type', 'text/plain; charset=utf-8');
	response.setHeader('Cache-Control', 'no-store');
	response.end(ready ? 'ok\n' : 'not ready\n');
	return true;
}

async function canRead({ storage, log }: Services): Promise<boolean> {
	try {
		await storage.db.selectFrom('meta').select('key').limit(1).execute();
		return true;
	} catch (error) {
		log.error({ err: error }, 'the database does not answer');
		return false;
	}
}
