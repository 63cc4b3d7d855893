import type { common as english } from '../en/common.ts';

export const common: typeof english = {
	appName: 'Rapi',
	save: 'Simpan',
	cancel: 'Batal',
	close: 'Tutup',
	undo: 'Urungkan',
	redo: 'Ulangi',
	retry: 'Coba lagi',
	more: 'Lainnya',
	skipToContent: 'Lewati ke isi',
	loading: 'Memuat…',
	messages: 'Pesan'
};
