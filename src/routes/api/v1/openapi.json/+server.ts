import { describeApi } from './openapi.ts';
import type { RequestHandler } from './$types';

/** What a program can ask of Rapi. Says nothing about anybody's data, so anybody may read it. */
export const GET: RequestHandler = () =>
	Response.json(describeApi(), { headers: { 'Cache-Control': 'max-age=300' } });
