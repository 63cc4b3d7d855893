import { afterEach, describe, expect, it, vi } from 'vitest';
import { emptyTrelloReport, noteIn, trelloNotices } from '#domain/tasks/trello/trello-report.ts';
import { boardFileOf, trelloApi } from './trello-api.ts';

afterEach(() => vi.unstubAllGlobals());

function answering(body: unknown) {
	vi.stubGlobal('fetch', (address: string) => {
		expect(address).toBe('/api/v1/w/toko/imports/i1');
		return Promise.resolve(Response.json(body));
	});
	return trelloApi('toko', 'f1').status('i1');
}

describe('the import of a Trello board, as its dialog follows it', () => {
	it('understands every report that the server can send', async () => {
		const report = emptyTrelloReport();
		for (const kind of trelloNotices) noteIn(report, kind, 'Foto');
		expect(await answering({ ok: true, state: 'done', done: 1, of: 1, report })).toEqual({
			state: 'done',
			report
		});
		const refused = { state: 'refused', refusal: 'in_trash', report: { ...report, boardId: 'b1' } };
		expect(await answering({ ok: true, done: 1, of: 2, ...refused })).toEqual(refused);
		expect(await answering({ ok: true, state: 'done', report: { pages: 1 } })).toBe('unreachable');
	});

	it('sends no file that the server would not take', async () => {
		const file = new File(['{}'], 'papan.json');
		expect(await boardFileOf(file)).toBe(file);
		Object.defineProperty(file, 'size', { value: 8 * 1024 * 1024 + 1 });
		expect(await boardFileOf(file)).toBe('too_large');
	});
});
