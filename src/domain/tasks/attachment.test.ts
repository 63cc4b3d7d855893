import { describe, expect, it } from 'vitest';
import { attachmentLimits, safeFileName } from './attachment.ts';

describe('the name of a file', () => {
	it.each([
		['Nota Oktober.pdf', 'Nota Oktober.pdf'],
		['../../etc/passwd', '-..-etc-passwd'],
		['C:\\rahasia\\harga.xlsx', 'C--rahasia-harga.xlsx'],
		['.htaccess', 'htaccess'],
		['laporan\u202Efdp.exe', 'laporanfdp.exe'],
		['a\r\nSet-Cookie: x', 'aSet-Cookie- x'],
		['...', 'file'],
		['', 'file']
	])('%j is kept as %j', (given, kept) => {
		expect(safeFileName(given)).toBe(kept);
	});

	it('keeps its end where it is too long', () => {
		const kept = safeFileName(`${'panjang '.repeat(40)}.pdf`);
		expect(kept).toHaveLength(attachmentLimits.name);
		expect(kept).toMatch(/\.pdf$/);
	});
});
