import { describe, expect, it } from 'vitest';
import { judgeBody, ordinaryBodyBytes } from './body-limit.ts';

const length = (bytes: number) => ({ 'content-length': String(bytes) });

describe('the body of a request', () => {
	it('is at most 1 MiB where nothing larger is expected', () => {
		expect(judgeBody({ url: '/api/v1/sessions', headers: length(ordinaryBodyBytes) })).toBe('fine');
		expect(judgeBody({ url: '/api/v1/sessions', headers: length(ordinaryBodyBytes + 1) })).toBe('too_large');
		expect(judgeBody({ url: '/signin?next=/images/x', headers: length(ordinaryBodyBytes + 1) })).toBe(
			'too_large'
		);
	});

	it('may be a picture or a zip where those are taken', () => {
		expect(judgeBody({ url: '/images/0123?page=x', headers: length(20 * 1024 ** 2) })).toBe('fine');
		expect(judgeBody({ url: '/api/v1/w/rona/imports?folder=', headers: length(50 * 1024 ** 2) })).toBe(
			'fine'
		);
		expect(judgeBody({ url: '/api/v1/w/rona/imports', headers: length(52 * 1024 ** 2) })).toBe('too_large');
	});

	it('says its length beforehand, except where files are taken', () => {
		const headers = { 'transfer-encoding': 'chunked' };
		expect(judgeBody({ url: '/api/v1/sessions', headers })).toBe('length_required');
		expect(judgeBody({ url: '/images/0123', headers })).toBe('fine');
	});
});
