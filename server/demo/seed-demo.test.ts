import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { describe, expect, it } from 'vitest';
import { localMoment } from '#domain/kernel/day.ts';
import { parseConfig } from '../config.ts';
import { createServices } from '../services.ts';
import { demoFolders, type DemoFolder } from './demo-folders.ts';
import type { SopOutline } from './sop-outline.ts';
import { seedDemo } from './seed-demo.ts';

describe('the demo workspace', () => {
	it('fills an empty database through the same commands as everybody', async () => {
		const dataDir = mkdtempSync(join(tmpdir(), 'rapi-demo-test-'));
		const config = parseConfig({ RAPI_DATA: dataDir, RAPI_LOG: 'silent' });
		const services = await createServices(config, { log: pino({ level: 'silent' }) });
		const demo = await seedDemo(services);
		const pages = await services.storage.db.selectFrom('pages').select('kind').execute();
		expect(demo.people).toHaveLength(12);
		expect(pages.filter(({ kind }) => kind === 'sop')).toHaveLength(8);
		const late = await services.storage.db
			.selectFrom('tasks')
			.select(['title', 'dueOn'])
			.where('boardId', '=', demo.boardIds['Rilis koleksi Senja'] ?? '')
			.where('doneAt', 'is', null)
			.where('dueOn', '<', localMoment(Date.now(), 'Asia/Jakarta').day)
			.execute();
		expect(late.map(({ title }) => title).sort()).toEqual([
			'Harga jual paket Senja: Rp 329.000',
			'Kirim ulang 12 pesanan salah ukuran'
		]);
		await services.close();
		rmSync(dataDir, { recursive: true });
	});

	it.each(demoFolders.flatMap(sopsIn))('keeps "$title" short enough to be followed', (sop) => {
		expect(sop.title.length).toBeLessThanOrEqual(60);
		expect(sop.goal.length).toBeLessThanOrEqual(160);
		expect(sop.steps.length).toBeLessThanOrEqual(9);
		for (const step of sop.steps) expect(step.title.length).toBeLessThanOrEqual(60);
		expect(sop.standard.length).toBeGreaterThanOrEqual(3);
	});
});

function sopsIn({ sops = [], folders = [] }: DemoFolder): SopOutline[] {
	return [...sops.map(({ outline }) => outline), ...folders.flatMap(sopsIn)];
}
