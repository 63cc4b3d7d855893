import type { refusal as english } from '../en/refusal.ts';

export const refusal: typeof english = {
	invalid: 'Isian ini belum bisa dibaca. Periksa kolom yang ditandai.',
	not_found: 'Ini sudah tidak ada, atau Anda tidak bisa mengubahnya.',
	conflict: 'Orang lain mengubah ini lebih dulu. Lihat lagi isinya.',
	cycle: 'Sesuatu tidak bisa ditaruh di dalam dirinya sendiri.',
	too_deep: 'Folder bisa bertingkat paling banyak 12.',
	last_owner: 'Ruang kerja perlu paling sedikit satu pemilik.',
	outsider_level: 'Vendor tidak bisa mengelola folder.',
	end_date_required: 'Pilih sampai kapan orang luar bisa melihat ini.',
	already_exists: 'Ini sudah ada.',
	in_trash: 'Ini ada di Sampah. Kembalikan dulu.',
	not_in_trash: 'Ini tidak ada di Sampah.',
	not_empty: 'Masih ada tugas di dalamnya. Pindahkan dulu.',
	too_many: 'Jumlahnya sudah terlalu banyak.',
	reused_id: 'Ini sudah pernah dikirim dengan isi lain.'
};
