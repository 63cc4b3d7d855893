import type { ServerResponse } from 'node:http';

/** The one shape of every error of the API: a code for programs, a sentence for people. */
export interface ApiError {
	ok: false;
	code: string;
	message: string;
	requestId: string;
	field?: string;
	version?: number;
}

export function sendApiError(response: ServerResponse, status: number, error: Omit<ApiError, 'ok'>): void {
	response.statusCode = status;
	response.setHeader('Content-Type', 'application/json; charset=utf-8');
	response.setHeader('Cache-Control', 'no-store');
	response.end(JSON.stringify({ ok: false, ...error } satisfies ApiError));
}
