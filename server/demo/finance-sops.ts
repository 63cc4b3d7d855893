import type { SopOutline } from './sop-outline.ts';

export const cashRecap: SopOutline = {
	title: 'Rekap kas harian',
	goal: 'Uang masuk dan keluar hari ini cocok dengan saldo sebelum pukul 20.00.',
	steps: [
		{
			title: 'Unduh laporan tiap kanal',
			detail: 'Shopee, TikTok Shop, Tokopedia, dan mutasi rekening, semua sampai pukul 18.00.',
			role: 'Keuangan',
			minutes: 15,
			evidence: 'file'
		},
		{
			title: 'Cocokkan pesanan dengan uang masuk',
			detail: 'Tandai selisih di atas Rp 10.000 dan tulis dugaan penyebabnya.',
			role: 'Keuangan',
			minutes: 30
		},
		{
			title: 'Catat pengeluaran dengan bukti',
			detail: 'Satu bukti untuk satu pengeluaran. Tanpa bukti, tulis siapa yang akan mengirimnya.',
			role: 'Keuangan',
			minutes: 15,
			evidence: 'photo'
		},
		{
			title: 'Kirim saldo akhir ke pemilik',
			detail: 'Tulis saldo, selisih, dan satu kalimat tentang hal yang perlu diputuskan.',
			role: 'Keuangan',
			minutes: 10,
			evidence: 'number',
			approval: 'Pemilik',
			escalateAfter: 720
		}
	],
	standard: ['Selisih dijelaskan atau nol', 'Semua pengeluaran punya bukti', 'Terkirim sebelum pukul 20.00'],
	good: 'Saldo Rp 42.615.000, selisih Rp 0, tagihan konveksi jatuh tempo Jumat.',
	bad: 'Saldo kira-kira 42 juta, nanti dicek lagi.'
};
